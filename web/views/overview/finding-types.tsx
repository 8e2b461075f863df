import type { Overview } from '../../../schemas/service/index.ts';
import { Bar, type BarLook, BarSwatch } from '../../charts/bar.tsx';
import { grouped } from '../../components/amounts.ts';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { commonWords } from '../../messages/common.ts';
import { overviewWords } from '../../messages/overview.ts';
import { type Query, withQuery } from '../../shell/query.ts';
import { findingsByType, SEVERITIES, type Severity, type TypeLine } from './findings-by-type.ts';

const LOOKS: Readonly<Record<Severity, BarLook>> = {
  error: { tone: 'cinnabar', fill: 'solid' },
  warning: { tone: 'ochre', fill: 'striped' },
  notice: { tone: 'indigo', fill: 'hollow' },
};

/** A table whose bars are its plot; each number opens the inbox with what it counts. */
export function FindingTypes(props: {
  readonly findings: Overview['findings'];
  readonly query: Query;
  readonly onChange: (changed: Query) => void;
}) {
  const m = overviewWords();
  const common = commonWords();
  const state = props.query.state ?? '';
  const lines = findingsByType(props.findings, state);
  const most = Math.max(0, ...lines.map(({ total }) => total));
  const columns: readonly Column<TypeLine>[] = [
    {
      key: 'type',
      head: m.type,
      names: true,
      cell: ({ type, counts }) => (
        <span class="barred">
          <span>{common.types[type] ?? type}</span>
          <Bar parts={SEVERITIES.map((key) => ({ key, count: counts[key], ...LOOKS[key] }))} of={most} />
        </span>
      ),
    },
    ...SEVERITIES.map((severity) => ({
      key: severity,
      head: (
        <span class="severity-head">
          <BarSwatch {...LOOKS[severity]} /> {common.severities[severity]}
        </span>
      ),
      numeric: true,
      cell: ({ type, counts }: TypeLine) => <InboxCount count={counts[severity]} query={{ type, severity, state }} />,
    })),
    {
      key: 'total',
      head: m.total,
      numeric: true,
      cell: ({ type, total }) => <InboxCount count={total} query={{ type, state }} />,
    },
  ];
  return (
    <section class="overview-types">
      <header>
        <h2>{m.byType}</h2>
        <label>
          <span>{m.state}</span>
          <select value={state} onChange={(event) => props.onChange({ state: event.currentTarget.value })}>
            <option value="">{m.toDecide}</option>
            {['stale', 'confirmed', 'dismissed'].map((one) => (
              <option key={one} value={one}>
                {common.reviewStates[one]}
              </option>
            ))}
            <option value="any">{m.everything}</option>
          </select>
        </label>
      </header>
      <p class="overview-hint">{m.byTypeHint}</p>
      {lines.length === 0 ? (
        <p class="muted">{m.noFindings}</p>
      ) : (
        <DataTable caption={m.byType} columns={columns} rows={lines} rowKey={({ type }) => type} />
      )}
    </section>
  );
}

function InboxCount(props: { readonly count: number; readonly query: Query }) {
  if (props.count === 0) return <span class="zero">0</span>;
  return <a href={withQuery('/', props.query)}>{grouped(String(props.count))}</a>;
}
