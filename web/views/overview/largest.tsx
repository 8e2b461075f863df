import type { InboxItem } from '../../../schemas/service/index.ts';
import { Amount, Yuan } from '../../components/amount.tsx';
import { SeverityBadge } from '../../components/badges.tsx';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { DocumentName } from '../../components/document-name.tsx';
import { documentLink } from '../../components/place-link.tsx';
import { Printed } from '../../components/printed.tsx';
import { commonWords } from '../../messages/common.ts';
import { said } from '../../messages/language.ts';
import { overviewWords } from '../../messages/overview.ts';

export function Largest({ items }: { readonly items: readonly InboxItem[] }) {
  const m = overviewWords();
  const common = commonWords();
  const columns: readonly Column<InboxItem>[] = [
    {
      key: 'difference',
      head: m.difference,
      numeric: true,
      cell: ({ differenceYuan, difference, unit }) =>
        differenceYuan === null ? (
          <Amount value={difference} unit={unit} />
        ) : (
          <Yuan value={differenceYuan.replace(/^-/, '')} />
        ),
    },
    {
      key: 'what',
      head: m.what,
      names: true,
      cell: ({ document, id, message, type, severity }) => (
        <>
          <a href={documentLink(document, { finding: id })}>
            <Printed text={said(message)} />
          </a>{' '}
          <SeverityBadge severity={severity} /> <span class="overview-type">{common.types[type] ?? type}</span>
        </>
      ),
    },
    { key: 'who', head: m.who, cell: ({ heading }) => <DocumentName heading={heading} /> },
  ];
  return (
    <section class="overview-largest">
      <header>
        <h2>{m.largest}</h2>
        <a href="/">{m.toInbox}</a>
      </header>
      {items.length === 0 ? (
        <p class="muted">{m.noFindings}</p>
      ) : (
        <DataTable
          caption={m.largest}
          columns={columns}
          rows={items}
          rowKey={({ document, id }) => `${document} ${id}`}
        />
      )}
    </section>
  );
}
