import type { UnitList, UnitSummary } from '../../../schemas/service/index.ts';
import { usePages } from '../../api/use-pages.ts';
import { grouped } from '../../components/amounts.ts';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { Loading } from '../../components/loading.tsx';
import { Printed } from '../../components/printed.tsx';
import { commonWords } from '../../messages/common.ts';
import { unitWords } from '../../messages/unit.ts';
import { usePage } from '../../shell/page.ts';
import { useQuery, withQuery } from '../../shell/query.ts';
import './unit.css';

export function unitLink(unit: string): string {
  return `/units/${encodeURIComponent(unit)}`;
}

/** All units whose disclosures are stored, found by their names. */
export function Units() {
  const m = unitWords();
  const common = commonWords();
  usePage(m.title);
  const [query, change] = useQuery();
  const { q = '', region = '' } = query;
  const list = usePages<UnitSummary, UnitList>(withQuery('/api/units', { limit: 100, q: q.slice(0, 200), region }));
  const { items, first, total, hasMore, state, error } = list.pages.value;
  return (
    <div class="view units">
      <header>
        <h1>
          {m.title} <span class="muted units-count">{first && m.count(total)}</span>
        </h1>
      </header>
      <search class="units-find">
        <label>
          <span>{m.find}</span>
          <input
            type="search"
            value={q}
            maxLength={200}
            onInput={(event) => change({ q: event.currentTarget.value })}
          />
        </label>
        {region && (
          <button type="button" onClick={() => change({ region: '' })}>
            {m.region}：<Printed text={region} /> <span aria-hidden="true">×</span>
            <span class="visually-hidden">{common.clear}</span>
          </button>
        )}
      </search>
      {error && <ErrorNotice error={error} again={list.again} />}
      {!first && state === 'loading' && <Loading />}
      {first && items.length === 0 && (
        <EmptyState title={q || region ? m.none : m.empty} hint={q || region ? m.noneHint : m.emptyHint} />
      )}
      {items.length > 0 && <UnitTable units={items} onRegion={(name) => change({ region: name })} />}
      {hasMore && (
        <button type="button" class="units-more" onClick={() => void list.more()}>
          {m.more(total - items.length)}
        </button>
      )}
    </div>
  );
}

function UnitTable(props: { readonly units: readonly UnitSummary[]; readonly onRegion: (region: string) => void }) {
  const m = unitWords();
  const columns: readonly Column<UnitSummary>[] = [
    {
      key: 'unit',
      head: m.find,
      names: true,
      cell: ({ unit }) => (
        <a href={unitLink(unit)}>
          <Printed text={unit} />
        </a>
      ),
    },
    {
      key: 'region',
      head: m.region,
      cell: ({ region }) =>
        region && (
          <button type="button" class="quiet units-region" onClick={() => props.onRegion(region)}>
            <Printed text={region} />
          </button>
        ),
    },
    {
      key: 'years',
      head: m.years,
      cell: ({ firstYear, lastYear }) => <span class="units-years">{yearsText(firstYear, lastYear)}</span>,
    },
    { key: 'documents', head: m.documents, numeric: true, cell: ({ documents }) => documents },
    {
      key: 'full',
      head: m.readInFull,
      numeric: true,
      cell: ({ readInFull, documents }) => (
        <span class={readInFull < documents ? 'not-full' : undefined}>{readInFull}</span>
      ),
    },
    { key: 'facts', head: m.facts, numeric: true, cell: ({ facts }) => grouped(String(facts)) },
    {
      key: 'findings',
      head: m.findings,
      numeric: true,
      cell: ({ unit, findings }) =>
        findings === 0 ? 0 : <a href={withQuery('/', { unit, state: 'any' })}>{grouped(String(findings))}</a>,
    },
  ];
  return (
    <DataTable
      caption={m.list}
      columns={columns}
      rows={props.units}
      rowKey={({ unit, region }) => `${unit} ${region}`}
    />
  );
}

function yearsText(first: number | null, last: number | null): string {
  if (first === null || last === null) return '';
  return first === last ? String(first) : `${first}–${last}`;
}
