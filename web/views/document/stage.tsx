import type { DocumentDetail, TableGrid } from '../../../schemas/service/index.ts';
import { documentPath } from '../../api/paths.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Answered } from '../../components/answered.tsx';
import { DocumentName } from '../../components/document-name.tsx';
import { documentWords } from '../../messages/document.ts';
import { nameWithin } from './name-within.ts';
import { Original } from './original/original.tsx';
import type { OriginalProps, Target } from './original/surface.ts';
import type { Shown } from './use-shown.ts';

const ignored = (): void => undefined;

/** The original, or both places of a relation in two panes under one another. */
export function Stage(props: {
  readonly document: DocumentDetail;
  readonly shown: Shown;
  readonly zoom: number;
  readonly grid: TableGrid | undefined;
  readonly chosen: string | undefined;
  readonly showsOutcomes: boolean;
  readonly onChoose: (ref: string) => void;
}) {
  const { shown, ...common } = props;
  const m = documentWords();
  return (
    <div class={shown.isSplit ? 'stage split' : 'stage'}>
      <Original {...common} marks={shown.marks} target={shown.first} label={m.original} onSpan={shown.onSpan} />
      {shown.second && (
        <SecondPane {...common} marks={shown.marks} target={shown.second} label={m.otherOriginal} onSpan={ignored} />
      )}
    </div>
  );
}

/** The other place: further on in this document, or in another one that is stored. */
function SecondPane(props: OriginalProps) {
  const wanted = props.marks.find(({ key }) => props.target.keys.includes(key));
  const other = wanted?.otherDocument ?? null;
  if (other === null) return <Original {...props} />;
  return <OtherDocument key={other} other={other} original={props} />;
}

function OtherDocument(props: { readonly other: string; readonly original: OriginalProps }) {
  const asked = useAnswer<DocumentDetail>(documentPath(props.other));
  const marks = props.original.marks
    .filter(({ otherDocument }) => otherDocument === props.other)
    .map((mark) => ({ ...mark, otherDocument: null, ref: nameWithin(mark.ref) }));
  const target: Target = { keys: marks.map(({ key }) => key), stamp: props.original.target.stamp };
  return (
    <Answered of={asked}>
      {(document) => (
        <div class="other-document">
          <p class="other-document-name">
            <DocumentName heading={document} />
          </p>
          <Original
            {...props.original}
            document={document}
            marks={marks}
            target={target}
            grid={undefined}
            onChoose={ignored}
          />
        </div>
      )}
    </Answered>
  );
}
