import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { Inbox as InboxAnswer, InboxItem } from '../../../schemas/service/index.ts';
import { usePages } from '../../api/use-pages.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { KeyHelp } from '../../components/key-help.tsx';
import { Loading } from '../../components/loading.tsx';
import { documentLink } from '../../components/place-link.tsx';
import { inboxWords } from '../../messages/inbox.ts';
import { useReview } from '../../review/use-review.tsx';
import { useKeys } from '../../shell/keys.ts';
import { usePage } from '../../shell/page.ts';
import { type Query, useQuery } from '../../shell/query.ts';
import { filtersOf, inboxPath, type Switch, shows } from './filters.ts';
import { FindingGroup } from './finding-group.tsx';
import { rowId } from './finding-row.tsx';
import { byDocument } from './group.ts';
import './inbox.css';
import { keepPlace, keptPlace } from './kept-place.ts';
import { NothingFound } from './nothing-found.tsx';
import { InboxSwitches } from './switches.tsx';
import { UndeterminedList } from './undetermined.tsx';

/** The findings still to be decided, over all documents. Everything works by single keys; the focus is the cursor. */
export function Inbox() {
  const m = inboxWords();
  usePage(m.title);
  const [query, change] = useQuery();
  const { route } = useLocation();
  const list = usePages<InboxItem, InboxAnswer>(inboxPath(query));
  const { items, first, total, hasMore, state, error } = list.pages.value;
  const [current, setCurrent] = useState<string>();
  const [isHelping, setHelping] = useState(false);

  const at = items.findIndex((item) => rowId(item) === current);
  const focus = (item: InboxItem | undefined): void => {
    if (!item) return;
    const row = document.getElementById(rowId(item));
    row?.focus({ preventScroll: true });
    row?.closest('li')?.scrollIntoView({ block: 'nearest' });
  };
  const [kept, setKept] = useState(keptPlace);
  useEffect(() => {
    if (!kept || state !== 'ready') return;
    const back = kept.rows.flatMap((row) => items.find((item) => rowId(item) === row) ?? []).at(0);
    if (!back && hasMore && items.length <= kept.index + 1) {
      void list.more();
      return;
    }
    setKept(undefined);
    // Once: loading the page anew begins at its top.
    history.replaceState(null, '');
    focus(back);
  }, [kept, items, state, hasMore]);
  const keep = (row: string): void => keepPlace(items.map(rowId), row);
  const move = (by: 1 | -1): void => {
    focus(items[at < 0 ? 0 : Math.min(items.length - 1, Math.max(0, at + by))]);
    if (by === 1 && at >= items.length - 3 && hasMore) void list.more();
  };
  // What comes next is read ahead: the first document opens without waiting for its view.
  const isReady = state === 'ready';
  useEffect(() => {
    if (isReady) void import('../document/index.tsx');
  }, [isReady]);
  const reviewing = useReview({
    decided: (finding) => {
      const index = items.findIndex((item) => rowId(item) === rowId(finding));
      focus(items[index + 1] ?? items[index]);
    },
    undone: (finding) => focus(items.find((item) => rowId(item) === rowId(finding))),
  });
  const onCurrent = (act: (item: InboxItem) => void) => (): boolean => {
    const item = items[at];
    if (item) act(item);
    return item !== undefined;
  };
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    Enter: onCurrent((item) => {
      keep(rowId(item));
      route(documentLink(item.document, { finding: item.id }));
    }),
    c: onCurrent(reviewing.confirm),
    d: onCurrent(reviewing.dismiss),
    n: onCurrent(reviewing.note),
    u: reviewing.undo,
    '?': () => setHelping(true),
  });

  return (
    <div class="view inbox">
      <header>
        <h1>
          {m.title} <span class="count">{first ? total : ''}</span>
        </h1>
        <button type="button" class="quiet" onClick={() => setHelping(true)}>
          {m.keys} <kbd>?</kbd>
        </button>
      </header>
      {first && (
        <>
          <FilterBar filters={filtersOf(first.facets)} query={query} onChange={change} />
          <InboxSwitches query={query} counts={countsOf(first, query)} onChange={change} />
        </>
      )}
      {error && <ErrorNotice error={error} again={list.again} />}
      {!first && state === 'loading' && <Loading />}
      {first && items.length === 0 && <NothingFound query={query} />}
      <section aria-label={m.list} aria-busy={state === 'loading'}>
        {byDocument(items).map((group) => (
          <FindingGroup
            key={`${group.heading.id}-${group.items[0]?.id}`}
            group={group}
            current={current}
            reviewing={reviewing}
            onCurrent={setCurrent}
            onOpen={keep}
          />
        ))}
      </section>
      {hasMore && (
        <button type="button" class="more" onClick={() => void list.more()}>
          {m.more(total - items.length)}
        </button>
      )}
      {shows(query, 'undetermined') && <UndeterminedList query={query} />}
      {reviewing.dialog}
      {isHelping && <KeyHelp title={m.keys} keys={m.keyList} onClose={() => setHelping(false)} />}
    </div>
  );
}

/** How many there are behind each switch, whether it is on or off. */
function countsOf({ hidden, facets }: InboxAnswer, query: Query): Readonly<Record<Switch, number>> {
  const shown = facets.status.find(({ value }) => value === 'rounding')?.count ?? 0;
  return { ...hidden, rounding: shows(query, 'rounding') ? shown : hidden.rounding };
}
