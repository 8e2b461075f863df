import { EmptyState } from '../../components/empty-state.tsx';
import { inboxWords } from '../../messages/inbox.ts';
import type { Query } from '../../shell/query.ts';
import { session } from '../../shell/session.ts';

/** Three kinds of nothing: no documents at all, nothing to decide, nothing that matches. */
export function NothingFound(props: { readonly query: Query }) {
  const m = inboxWords();
  if (session.value?.counts.documents === 0) {
    return (
      <EmptyState title={m.emptyDatabase} hint={m.emptyHint}>
        <p>
          <code>{m.emptyCommand}</code>
        </p>
      </EmptyState>
    );
  }
  const isFiltered = Object.entries(props.query).some(([key, value]) => key !== 'show' && value !== '');
  return <EmptyState title={isFiltered ? m.noneFiltered : m.none} hint={m.noneHint} />;
}
