import type { Page } from '../../../../schemas/service/index.ts';
import type { AskedPages } from '../../../api/use-pages.ts';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import { Loading } from '../../../components/loading.tsx';
import { documentWords } from '../../../messages/document.ts';

/** The end of a list that grows: what is left, what went wrong, that there is nothing. */
export function ListEnd<Item>(props: { readonly list: AskedPages<Item, Page<Item>> }) {
  const m = documentWords();
  const { items, total, hasMore, state, error } = props.list.pages.value;
  if (error) return <ErrorNotice error={error} again={props.list.again} />;
  if (items.length === 0) return state === 'loading' ? <Loading /> : <p class="muted nothing">{m.none}</p>;
  if (!hasMore) return null;
  return (
    <button type="button" class="more" onClick={() => void props.list.more()}>
      {m.more(total - items.length)}
    </button>
  );
}
