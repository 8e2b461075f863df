import type { FetchFailure, FetchTrace } from '../../crawl/contracts.ts';
import { type Artifact, keepArtifact } from '../artifacts.ts';
import type { Store } from '../open.ts';
import { reading, writing } from '../statements.ts';
import { enqueue, type NewUrl, type QueuedUrl } from './urls.ts';

/** What a visit came to. `new` and `changed` of a list mean its links. */
export type Outcome = 'new' | 'changed' | 'unchanged' | 'withdrawn' | 'failed';

/** All that one visit leaves behind. */
export interface Visit {
  readonly url: QueuedUrl;
  readonly run: number;
  /** Its row in `fetches`. */
  readonly fetch: number;
  readonly now: string;
  readonly trace: FetchTrace;
  readonly outcome: Outcome;
  readonly failure: { readonly cause: FetchFailure; readonly message: string; readonly nextTry: string } | null;
  /** Of an answer with a body, or of what a "not modified" confirmed. */
  readonly validators: { readonly etag: string; readonly lastModified: string } | null;
  readonly rawHash: string | null;
  readonly contentHash: string | null;
  /** A new version to be kept, of a document. */
  readonly artifact: Artifact | null;
  readonly links: readonly NewUrl[];
  readonly settings: string | null;
}

/** Stores a visit; the caller's transaction makes it all or nothing. */
export function settle(store: Store, visit: Visit): void {
  const { url, artifact } = visit;
  endFetch(store, visit);
  if (visit.failure !== null) {
    settleFailure(store, visit, visit.failure);
    return;
  }
  if (artifact !== null) {
    keepArtifact(store, artifact);
    addVersion(store, url.id, artifact.sha256, visit.now);
  }
  writing(
    store.db,
    `UPDATE crawl_urls SET visited_in = @run, lease_owner = NULL, lease_until = NULL, attempts = 0, next_try = NULL,
         failure = NULL, last_seen = @now, final_url = @finalUrl,
         etag = coalesce(@etag, etag), last_modified = coalesce(@lastModified, last_modified),
         raw_hash = coalesce(@rawHash, raw_hash), content_hash = coalesce(@contentHash, content_hash),
         artifact = coalesce(@artifact, artifact), settings = coalesce(@settings, settings),
         state = CASE
           WHEN @artifact IS NOT NULL OR role = 'list' THEN 'fetched'
           WHEN state = 'withdrawn' THEN 'fetched'
           ELSE state END
       WHERE id = @id`,
  ).run({
    id: url.id,
    run: visit.run,
    now: visit.now,
    finalUrl: visit.trace.finalUrl === url.address ? null : visit.trace.finalUrl,
    etag: visit.validators?.etag ?? null,
    lastModified: visit.validators?.lastModified ?? null,
    rawHash: visit.rawHash,
    contentHash: visit.contentHash,
    artifact: artifact?.sha256 ?? null,
    settings: visit.settings,
  });
  enqueue(store, visit.links, visit.now);
}

/** What was read before stays; only what is gone is withdrawn, and even that is kept. */
function settleFailure(
  store: Store,
  { url, run, outcome }: Visit,
  { cause, nextTry }: NonNullable<Visit['failure']>,
): void {
  const isWithdrawn = outcome === 'withdrawn';
  writing(
    store.db,
    `UPDATE crawl_urls SET visited_in = @run, lease_owner = NULL, lease_until = NULL,
         next_try = @nextTry, failure = @failure,
         state = CASE WHEN @isWithdrawn THEN 'withdrawn' WHEN raw_hash IS NULL THEN 'failed' ELSE state END
       WHERE id = @id`,
  ).run({
    id: url.id,
    run,
    nextTry: isWithdrawn ? null : nextTry,
    failure: isWithdrawn ? null : cause,
    isWithdrawn: isWithdrawn ? 1 : 0,
  });
}

function endFetch(store: Store, { fetch, trace, outcome, failure, rawHash }: Visit): void {
  writing(
    store.db,
    `UPDATE fetches SET outcome = @outcome, failure = @failure, message = @message, status = @status,
         final_url = @finalUrl, redirects = @redirects, headers = @headers, robots = @robots, sha256 = @sha256
       WHERE id = @fetch`,
  ).run({
    fetch,
    outcome,
    failure: failure?.cause ?? null,
    message: failure?.message ?? null,
    status: trace.status,
    finalUrl: trace.finalUrl,
    redirects: JSON.stringify(trace.redirects),
    headers: JSON.stringify(trace.headers),
    robots: trace.robots,
    sha256: rawHash,
  });
}

function addVersion(store: Store, url: number, artifact: string, now: string): void {
  const last = reading<[number], { n: number; artifact: string }>(
    store.db,
    'SELECT n, artifact FROM document_versions WHERE url = ? ORDER BY n DESC LIMIT 1',
  ).get(url);
  if (last?.artifact === artifact) return;
  writing(store.db, 'INSERT INTO document_versions VALUES (?, ?, ?, ?)').run(url, (last?.n ?? 0) + 1, artifact, now);
}
