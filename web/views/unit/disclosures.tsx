import type { ServedDocument } from '../../../schemas/service/index.ts';
import { grouped } from '../../components/amounts.ts';
import { ReadBadge } from '../../components/badges.tsx';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { fileName } from '../../components/document-name.tsx';
import { documentLink } from '../../components/place-link.tsx';
import { Printed } from '../../components/printed.tsx';
import { commonWords } from '../../messages/common.ts';
import { unitWords } from '../../messages/unit.ts';

export function Disclosures({ documents }: { readonly documents: readonly ServedDocument[] }) {
  const m = unitWords();
  const common = commonWords();
  const columns: readonly Column<ServedDocument>[] = [
    { key: 'year', head: m.year, cell: ({ year }) => <span class="numeric">{year ?? common.noYear}</span> },
    { key: 'kind', head: m.kind, cell: ({ kind }) => common.kinds[kind] ?? kind },
    {
      key: 'title',
      head: m.name,
      names: true,
      cell: ({ id, title, source }) => (
        <a href={documentLink(id)}>
          <Printed text={title || fileName(source)} title={source} />
        </a>
      ),
    },
    { key: 'state', head: m.state, cell: ({ state }) => <ReadBadge state={state} /> },
    { key: 'tables', head: m.tables, numeric: true, cell: ({ counts }) => counts.tables },
    { key: 'facts', head: m.facts, numeric: true, cell: ({ counts }) => grouped(String(counts.facts)) },
    {
      key: 'findings',
      head: m.findings,
      numeric: true,
      cell: ({ id, counts }) =>
        counts.findings === 0 ? 0 : <a href={documentLink(id, { tab: 'findings' })}>{counts.findings}</a>,
    },
  ];
  return (
    <section class="unit-documents">
      <h2>{m.disclosures}</h2>
      <DataTable
        caption={m.disclosures}
        columns={columns}
        rows={documents.toSorted((a, b) => (b.year ?? 0) - (a.year ?? 0))}
        rowKey={({ id }) => id}
      />
    </section>
  );
}
