import { useState } from 'preact/hooks';
import type { ServedFact } from '../../../../schemas/service/index.ts';
import { documentPath } from '../../../api/paths.ts';
import { usePages } from '../../../api/use-pages.ts';
import { Amount } from '../../../components/amount.tsx';
import { Printed } from '../../../components/printed.tsx';
import { SearchField } from '../../../components/search-field.tsx';
import { documentWords } from '../../../messages/document.ts';
import { withQuery } from '../../../shell/query.ts';
import { ListEnd } from './more.tsx';
import type { PanelProps } from './panel.tsx';
import { PlaceButton } from './place-button.tsx';

/** The numbers of the tables as facts: row, column, value. */
export function FactsTab(props: PanelProps) {
  const m = documentWords();
  const { document: shown } = props;
  const [q, setQ] = useState('');
  const [table, setTable] = useState('');
  const list = usePages<ServedFact>(withQuery(documentPath(shown.id, 'facts'), { q, table }));
  return (
    <>
      <div class="tab-filters">
        <SearchField label={m.find} words={q} onWords={setQ} />
        <select aria-label={m.fields.table} value={table} onChange={(event) => setTable(event.currentTarget.value)}>
          <option value="">{m.allTables}</option>
          {shown.tables
            .filter(({ facts }) => facts > 0)
            .map(({ id, title }) => (
              <option key={id} value={id}>
                {title || id}
              </option>
            ))}
        </select>
      </div>
      <ul class="entry-list">
        {list.pages.value.items.map((fact) => (
          <li key={fact.ref}>
            <PlaceButton {...props} at={fact.ref} isNumber>
              <Printed text={[fact.code, fact.row].filter(Boolean).join(' ')} />
              <Amount value={fact.value} unit={fact.unit} />
            </PlaceButton>
            <p class="muted">
              <Printed text={[fact.subUnit, fact.column].filter(Boolean).join(' · ')} />
            </p>
          </li>
        ))}
      </ul>
      <ListEnd list={list} />
    </>
  );
}
