import type { Store } from '../open.ts';
import { countRun } from './runs.ts';

/** What the last run over a source came to, and what there is of it altogether. */
export interface SourceStatus {
  readonly source: string;
  readonly started: string;
  /** null: it goes on, or was cut off. */
  readonly ended: string | null;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly withdrawn: number;
  /** How many failed of each cause. */
  readonly failed: Readonly<Record<string, number>>;
  /** Documents that are kept, and URLs that wait. */
  readonly documents: number;
  readonly waiting: number;
}

interface RunRow extends Omit<SourceStatus, 'failed' | 'documents' | 'waiting'> {
  readonly id: number;
}

export function sourceStatuses(store: Store): SourceStatus[] {
  const runs = store.db
    .prepare<[], RunRow>(
      `SELECT id, source, started, ended, new, changed, unchanged, withdrawn FROM crawl_runs AS run
       WHERE id = (SELECT max(id) FROM crawl_runs WHERE source = run.source) ORDER BY source`,
    )
    .all();
  return runs.map(({ id, ...run }) => {
    const counts = run.ended === null ? countRun(store, id) : {};
    return { ...run, ...counts, ...contents(store, run.source, id) };
  });
}

/** Failures that stand: a URL that was answered well since is none. */
function contents(store: Store, source: string, run: number) {
  const causes = store.db
    .prepare<[string], { failure: string; count: number }>(
      `SELECT failure, count(*) AS count FROM crawl_urls WHERE source = ? AND failure IS NOT NULL
       GROUP BY failure ORDER BY failure`,
    )
    .all(source);
  const documents = store.db
    .prepare<[string], number>("SELECT count(*) FROM crawl_urls WHERE source = ? AND state = 'ingested'")
    .pluck()
    .get(source);
  const waiting = store.db
    .prepare<[string, number], number>(
      `SELECT count(*) FROM crawl_urls WHERE source = ? AND
         (state = 'discovered' OR (state = 'fetched' AND role <> 'list') OR (visited_in < ? AND failure IS NULL))`,
    )
    .pluck()
    .get(source, run);
  return {
    failed: Object.fromEntries(causes.map(({ failure, count }) => [failure, count])),
    documents: documents ?? 0,
    waiting: waiting ?? 0,
  };
}
