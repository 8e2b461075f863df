import type { Store } from '../open.ts';
import { reading, writing } from '../statements.ts';

export type Role = 'list' | 'article' | 'attachment';

/** A URL of the queue, as a visit needs it. */
export interface QueuedUrl {
  readonly id: number;
  readonly url: string;
  readonly address: string;
  readonly source: string;
  readonly role: Role;
  readonly parent: string | null;
  readonly depth: number;
  readonly attempts: number;
  readonly etag: string;
  readonly lastModified: string;
  readonly rawHash: string | null;
  readonly contentHash: string | null;
  readonly artifact: string | null;
  readonly settings: string | null;
}

export interface NewUrl {
  readonly url: string;
  readonly address: string;
  readonly source: string;
  readonly role: Role;
  readonly parent: string | null;
  readonly anchor: string;
  readonly depth: number;
}

/** Puts URLs into the queue; those it knows stay as they are. Gives how many are new. */
export function enqueue(store: Store, urls: readonly NewUrl[], now: string): number {
  const insert = writing(
    store.db,
    `INSERT INTO crawl_urls (url, address, source, role, state, parent, anchor, depth, first_seen, last_seen)
     VALUES (@url, @address, @source, @role, 'discovered', @parent, @anchor, @depth, @now, @now) ON CONFLICT (url) DO NOTHING`,
  );
  return urls.reduce((sum, url) => sum + insert.run({ ...url, now }).changes, 0);
}

const QUEUED = `
  SELECT id, url, address, source, role, parent, depth, attempts, etag, last_modified AS lastModified,
    raw_hash AS rawHash, content_hash AS contentHash, artifact, settings
  FROM crawl_urls`;

/**
 * The next URLs of a source that this run has still to visit, in the order they were discovered, after `after`. Those that
 * failed have their time.
 */
export function nextUrls(
  store: Store,
  run: { readonly id: number; readonly source: string },
  { after, now, limit }: { after: number; now: string; limit: number },
): QueuedUrl[] {
  return reading<[string, number, number, string, number], QueuedUrl>(
    store.db,
    `${QUEUED} WHERE source = ? AND id > ? AND visited_in < ? AND (next_try IS NULL OR next_try <= ?) ORDER BY id LIMIT ?`,
  ).all(run.source, after, run.id, now, limit);
}

/** Notes that a request is about to go out; gives the number of its row in `fetches`. */
export function claim(
  store: Store,
  url: QueuedUrl,
  { run, owner, now, until }: { run: number; owner: string; now: string; until: string },
): number {
  writing(store.db, 'UPDATE crawl_urls SET lease_owner = ?, lease_until = ?, attempts = attempts + 1 WHERE id = ?').run(
    owner,
    until,
    url.id,
  );
  const begun = writing(store.db, 'INSERT INTO fetches (url, run, at) VALUES (?, ?, ?)').run(url.id, run, now);
  return Number(begun.lastInsertRowid);
}

/** A request that was stopped before it was answered does not count. */
export function unclaim(store: Store, id: number, fetch: number): void {
  writing(
    store.db,
    'UPDATE crawl_urls SET lease_owner = NULL, lease_until = NULL, attempts = max(attempts - 1, 0) WHERE id = ?',
  ).run(id);
  writing(store.db, 'DELETE FROM fetches WHERE id = ?').run(fetch);
}

/** Makes URLs that failed due again; gives the sources they belong to, with their numbers. */
export function forgiveFailures(
  store: Store,
  { source, cause }: { source: string | null; cause: string | null },
): { source: string; count: number }[] {
  const where = `failure IS NOT NULL AND (@source IS NULL OR source = @source) AND (@cause IS NULL OR failure = @cause)`;
  const counts = reading<{ source: string | null; cause: string | null }, { source: string; count: number }>(
    store.db,
    `SELECT source, count(*) AS count FROM crawl_urls WHERE ${where} GROUP BY source ORDER BY source`,
  ).all({ source, cause });
  writing(store.db, `UPDATE crawl_urls SET next_try = NULL, attempts = 0, visited_in = 0 WHERE ${where}`).run({
    source,
    cause,
  });
  return counts;
}

export function isKnownUrl(store: Store, url: string): boolean {
  return reading<[string]>(store.db, 'SELECT 1 FROM crawl_urls WHERE url = ?').get(url) !== undefined;
}

/** How many lists and documents of a source were discovered since then: its limits are those of one crawl. */
export function countDiscovered(
  store: Store,
  source: string,
  since: string,
): { readonly lists: number; readonly documents: number } {
  const counts = reading<[string, string], { role: Role; count: number }>(
    store.db,
    'SELECT role, count(*) AS count FROM crawl_urls WHERE source = ? AND first_seen >= ? GROUP BY role',
  ).all(source, since);
  const of = (role: Role) => counts.find((row) => row.role === role)?.count ?? 0;
  return { lists: of('list'), documents: of('article') + of('attachment') };
}
