import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { documentPath } from '../../../api/paths.ts';
import { Loading } from '../../../components/loading.tsx';
import { documentWords } from '../../../messages/document.ts';
import { BlocksOriginal } from './blocks-original.tsx';
import { HtmlOriginal } from './html-original.tsx';
import { ImageOriginal } from './image-original.tsx';
import type { OriginalProps } from './surface.ts';

/** The original as its medium is shown. */
export function Original(props: OriginalProps) {
  const { view, id, hasOriginal } = props.document;
  const m = documentWords();
  if (view === 'pdf' && hasOriginal) return <PdfChunk {...props} />;
  if (view === 'image' && hasOriginal) return <ImageOriginal {...props} />;
  if (view === 'html' && hasOriginal) return <HtmlOriginal {...props} />;
  if (view !== 'none' && props.document.blocks > 0) return <BlocksOriginal {...props} />;
  return (
    <p class="original-problem">
      {m.notShown} {hasOriginal && <a href={documentPath(id, 'original')}>{m.download}</a>}
    </p>
  );
}

/** pdf.js and what draws with it is loaded when a PDF is opened and not before. */
function PdfChunk(props: OriginalProps) {
  const [Pdf, setPdf] = useState<FunctionComponent<OriginalProps>>();
  const [isMissing, setMissing] = useState(false);
  useEffect(() => {
    let isGone = false;
    import('./pdf-original.tsx').then(
      (chunk) => !isGone && setPdf(() => chunk.PdfOriginal),
      () => !isGone && setMissing(true),
    );
    return () => {
      isGone = true;
    };
  }, []);
  if (isMissing) return <p class="original-problem">{documentWords().notDrawn}</p>;
  return Pdf ? <Pdf {...props} /> : <Loading />;
}
