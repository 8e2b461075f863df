import type { InboxItem } from '../../../schemas/service/index.ts';
import { Amount, Yuan } from '../../components/amount.tsx';
import { SeverityBadge } from '../../components/badges.tsx';
import { DocumentName } from '../../components/document-name.tsx';
import { documentLink } from '../../components/place-link.tsx';
import { Printed } from '../../components/printed.tsx';
import { commonWords } from '../../messages/common.ts';
import { said } from '../../messages/language.ts';
import { overviewWords } from '../../messages/overview.ts';

export function Largest({ items }: { readonly items: readonly InboxItem[] }) {
  const m = overviewWords();
  return (
    <section class="overview-largest">
      <header>
        <h2>{m.largest}</h2>
        <a href="/">{m.toInbox}</a>
      </header>
      {items.length === 0 ? (
        <p class="muted">{m.noFindings}</p>
      ) : (
        <ol class="largest-findings" aria-label={m.largest}>
          {items.map((item) => (
            <LargeFinding key={`${item.document} ${item.id}`} item={item} />
          ))}
        </ol>
      )}
    </section>
  );
}

function LargeFinding({ item }: { readonly item: InboxItem }) {
  const { types } = commonWords();
  const { document, id, message, type, severity, difference, unit, differenceYuan, heading } = item;
  return (
    <li>
      {differenceYuan === null ? (
        <Amount value={difference.replace(/^-/, '')} unit={unit} />
      ) : (
        <Yuan value={differenceYuan.replace(/^-/, '')} />
      )}
      <span class="largest-what">
        <a href={documentLink(document, { finding: id })}>
          <Printed text={said(message)} />
        </a>{' '}
        <SeverityBadge severity={severity} /> <span class="overview-type">{types[type] ?? type}</span>
      </span>
      <DocumentName heading={heading} />
    </li>
  );
}
