import { useState } from 'preact/hooks';
import type { ServedFigure } from '../../../../schemas/service/index.ts';
import { documentPath } from '../../../api/paths.ts';
import { usePages } from '../../../api/use-pages.ts';
import { Amount } from '../../../components/amount.tsx';
import { placeWords } from '../../../components/place-words.ts';
import { Printed } from '../../../components/printed.tsx';
import { SearchField } from '../../../components/search-field.tsx';
import { documentWords } from '../../../messages/document.ts';
import { withQuery } from '../../../shell/query.ts';
import { ListEnd } from './more.tsx';
import type { PanelProps } from './panel.tsx';
import { PlaceButton } from './place-button.tsx';

/** Every quantity stated in prose, in reading order: what it measures, of what, for which year. */
export function FiguresTab(props: PanelProps) {
  const m = documentWords();
  const [q, setQ] = useState('');
  const list = usePages<ServedFigure>(withQuery(documentPath(props.document.id, 'figures'), { q }));
  return (
    <>
      <SearchField label={m.find} words={q} onWords={setQ} />
      <ul class="entry-list">
        {list.pages.value.items.map((figure) => (
          <li key={figure.ref}>
            <PlaceButton {...props} at={figure.ref} isNumber>
              <Printed text={[figure.qualifier, figure.label].filter(Boolean).join(' · ') || figure.raw} />
              <Amount value={figure.value} unit={figure.unit} />
            </PlaceButton>
            <p class="muted">
              {[figure.period, m.measures[figure.measure], placeWords(figure.place)].filter(Boolean).join(' · ')}
            </p>
          </li>
        ))}
      </ul>
      <ListEnd list={list} />
    </>
  );
}
