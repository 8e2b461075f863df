import type { Store } from '../open.ts';

/** One pass over one source. */
export interface CrawlRun {
  readonly id: number;
  readonly source: string;
  readonly started: string;
  readonly ended: string | null;
}

const RUN = 'SELECT id, source, started, ended FROM crawl_runs';

export function lastRun(store: Store, source: string): CrawlRun | null {
  return store.db.prepare<[string], CrawlRun>(`${RUN} WHERE source = ? ORDER BY id DESC LIMIT 1`).get(source) ?? null;
}

/**
 * The run to work in: the last one where it was cut off after `staleBefore`, else a new one. An older remainder is left as it
 * is: what it had still to visit, the new run visits.
 */
export function beginRun(
  store: Store,
  source: string,
  { now, staleBefore }: { now: string; staleBefore: string },
): CrawlRun {
  return store.transact(() => {
    const last = lastRun(store, source);
    if (last !== null && last.ended === null && lastActivity(store, last) >= staleBefore) return last;
    const id = Number(
      store.db.prepare('INSERT INTO crawl_runs (source, started) VALUES (?, ?)').run(source, now).lastInsertRowid,
    );
    return { id, source, started: now, ended: null };
  });
}

function lastActivity(store: Store, run: CrawlRun): string {
  const at = store.db
    .prepare<[number], string>('SELECT at FROM fetches WHERE run = ? ORDER BY id DESC LIMIT 1')
    .pluck()
    .get(run.id);
  return at ?? run.started;
}

/** What became of the documents of a run; one that was tried several times counts as it ended. */
export type RunCounts = Readonly<Record<'new' | 'changed' | 'unchanged' | 'withdrawn' | 'failed', number>>;

/** Lists are no documents, but a list that fails is a failure. */
export function countRun(store: Store, run: number): RunCounts {
  const counts = store.db
    .prepare<[number], { outcome: string; count: number }>(
      `SELECT outcome, count(*) AS count FROM fetches JOIN crawl_urls ON crawl_urls.id = fetches.url
       WHERE fetches.id IN (SELECT max(id) FROM fetches WHERE run = ? AND outcome IS NOT NULL GROUP BY url)
         AND (role <> 'list' OR outcome = 'failed')
       GROUP BY outcome`,
    )
    .all(run);
  const count = (outcome: string) => counts.find((row) => row.outcome === outcome)?.count ?? 0;
  return {
    new: count('new'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    withdrawn: count('withdrawn'),
    failed: count('failed'),
  };
}

export function endRun(store: Store, run: CrawlRun, ended: string): void {
  store.db
    .prepare(
      `UPDATE crawl_runs SET ended = @ended, new = @new, changed = @changed, unchanged = @unchanged,
         withdrawn = @withdrawn, failed = @failed WHERE id = @id`,
    )
    .run({ id: run.id, ended, ...countRun(store, run.id) });
}

/** Opens the last run of a source again: what has not been visited in it is visited. */
export function reopenRun(store: Store, source: string): void {
  store.db
    .prepare('UPDATE crawl_runs SET ended = NULL WHERE id = (SELECT max(id) FROM crawl_runs WHERE source = ?)')
    .run(source);
}

/** That nothing had changed, long ago, is of no use to anyone; what brought a version or failed is kept. */
export function forgetUneventful(store: Store, source: string, before: string): void {
  store.db
    .prepare(
      `DELETE FROM fetches WHERE outcome = 'unchanged' AND at < ?
       AND run IN (SELECT id FROM crawl_runs WHERE source = ? AND started < ?)`,
    )
    .run(before, source, before);
}
