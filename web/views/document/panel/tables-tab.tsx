import { Badge } from '../../../components/badge.tsx';
import { placeWords } from '../../../components/place-words.ts';
import { Printed } from '../../../components/printed.tsx';
import { documentWords } from '../../../messages/document.ts';
import type { PanelProps } from './panel.tsx';
import { PlaceButton } from './place-button.tsx';

/** Every table, what form it was taken for, and a switch that lays it over its page. */
export function TablesTab(props: PanelProps) {
  const m = documentWords();
  const { document: shown, query, change } = props;
  if (shown.tables.length === 0) return <p class="muted nothing">{m.none}</p>;
  return (
    <ul class="entry-list">
      {shown.tables.map((table) => {
        const isLaid = query.table === table.id;
        return (
          <li key={table.id} class="table-entry">
            <PlaceButton {...props} at={`table:${table.id}`}>
              <Printed text={table.title || table.id} />
            </PlaceButton>
            <p class="muted">
              {table.formName ? <Badge tone="good">{table.formName}</Badge> : m.noForm} · {placeWords(table.place)} ·{' '}
              {m.factsOf(table.facts)}
              {table.unit && ` · ${table.unit}`}
            </p>
            <button
              type="button"
              aria-pressed={isLaid}
              onClick={() => change(isLaid ? { table: '' } : { table: table.id, place: `table:${table.id}` })}
            >
              {m.showGrid}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
