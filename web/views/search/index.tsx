import { useEffect } from 'preact/hooks';
import type { SearchResult } from '../../../schemas/service/index.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Answered } from '../../components/answered.tsx';
import { searchWords } from '../../messages/search.ts';
import { announce } from '../../shell/announce.tsx';
import { usePage } from '../../shell/page.ts';
import { type Query, useQuery, withQuery } from '../../shell/query.ts';
import { Hit } from './hit.tsx';
import { KINDS, SearchForm } from './search-form.tsx';
import './search.css';

const FIRST = 30;
/** The service gives no more. */
const MOST = 200;

export function Search() {
  const m = searchWords();
  const [query, change] = useQuery();
  const asked = (query.q ?? '').trim();
  usePage(asked ? `${asked} · ${m.title}` : m.title);
  const limit = limitOf(query);
  return (
    <div class="view search">
      <h1>{m.title}</h1>
      <SearchForm query={query} onSearch={(sought) => change(sought, false)} />
      {asked === '' ? (
        <div class="search-begin muted">
          <p>{m.begin}</p>
          <p>{m.beginHint}</p>
        </div>
      ) : (
        <Results
          path={searchPath(query, asked, limit)}
          limit={limit}
          onMore={() => change({ limit: String(Math.min(MOST, limit + FIRST)) })}
        />
      )}
    </div>
  );
}

function Results(props: { readonly path: string; readonly limit: number; readonly onMore: () => void }) {
  const asked = useAnswer<SearchResult>(props.path);
  return (
    <Answered of={asked}>
      {(result, refreshing) => (
        <Found result={result} isRefreshing={refreshing} limit={props.limit} onMore={props.onMore} />
      )}
    </Answered>
  );
}

function Found(props: {
  readonly result: SearchResult;
  readonly isRefreshing: boolean;
  readonly limit: number;
  readonly onMore: () => void;
}) {
  const { result, isRefreshing, limit, onMore } = props;
  const { hits, total, more, notIndexed } = result;
  const m = searchWords();
  const count = hits.length < total ? m.shown(hits.length, total, more) : m.found(total);
  useEffect(() => announce(count), [count]);
  return (
    <>
      {notIndexed > 0 && <p class="search-notice">{m.notIndexed(notIndexed)}</p>}
      {total === 0 ? (
        <div class="search-begin">
          <h2>{m.none}</h2>
          <p class="muted">{m.noneHint}</p>
        </div>
      ) : (
        <section aria-label={m.results} aria-busy={isRefreshing}>
          <p class="muted search-count">{count}</p>
          <ol class="search-hits">
            {hits.map((hit) => (
              <Hit key={`${hit.heading.id} ${hit.ref}`} hit={hit} />
            ))}
          </ol>
          {hits.length < total && limit < MOST && (
            <button type="button" class="search-more" onClick={onMore}>
              {m.more}
            </button>
          )}
          {hits.length < total && limit >= MOST && <p class="muted">{m.narrow}</p>}
        </section>
      )}
    </>
  );
}

function limitOf({ limit }: Query): number {
  const wanted = Number(limit);
  return Number.isInteger(wanted) && wanted >= FIRST ? Math.min(MOST, wanted) : FIRST;
}

/** A year that is none, or a kind that there is not, limits nothing: a link that was cut short still finds something. */
function searchPath({ unit, year, kind }: Query, q: string, limit: number): string {
  return withQuery('/api/search', {
    q: q.slice(0, 200),
    unit: unit?.slice(0, 200),
    year: /^\d{4}$/.test(year ?? '') ? year : undefined,
    kind: KINDS.find((known) => known === kind),
    limit,
  });
}
