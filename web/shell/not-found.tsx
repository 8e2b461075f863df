import { EmptyState } from '../components/empty-state.tsx';
import { shellWords } from '../messages/shell.ts';
import { usePage } from './page.ts';

export function NotFound() {
  const m = shellWords();
  usePage(m.notFound);
  return (
    <EmptyState title={m.notFound} hint={m.notFoundHint}>
      <a href="/">{m.toInbox}</a>
    </EmptyState>
  );
}
