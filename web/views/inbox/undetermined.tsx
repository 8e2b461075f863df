import type { Check, DocumentHeading } from '../../../schemas/service/index.ts';
import { usePages } from '../../api/use-pages.ts';
import { DocumentName } from '../../components/document-name.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { documentLink } from '../../components/place-link.tsx';
import { Printed } from '../../components/printed.tsx';
import { commonWords } from '../../messages/common.ts';
import { inboxWords } from '../../messages/inbox.ts';
import { said } from '../../messages/language.ts';
import type { Query } from '../../shell/query.ts';
import { undeterminedPath } from './filters.ts';

/** What should agree and could not be judged: shown behind a switch, since it is work of another kind. */
export function UndeterminedList(props: { readonly query: Query }) {
  const m = inboxWords();
  const list = usePages<Check & { readonly heading: DocumentHeading }>(undeterminedPath(props.query));
  const { items, total, hasMore, error } = list.pages.value;
  return (
    <section class="undetermined">
      <h2>
        {m.undeterminedTitle} <span class="count">{total}</span>
      </h2>
      <p class="muted">{m.undeterminedHint}</p>
      {error && <ErrorNotice error={error} again={list.again} />}
      <ul>
        {items.map((check) => (
          <li key={`${check.document}-${check.n}`} class="undetermined-row">
            <a href={`${documentLink(check.document, { tab: 'checks' })}&check=${check.n}`}>
              <DocumentName heading={check.heading} />
            </a>
            <p>
              <span class="muted">{commonWords().types[check.type] ?? check.type} · </span>
              <Printed text={said(check.why)} />
            </p>
          </li>
        ))}
      </ul>
      {hasMore && (
        <button type="button" onClick={() => void list.more()}>
          {m.more(total - items.length)}
        </button>
      )}
    </section>
  );
}
