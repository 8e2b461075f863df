import type { Store } from '../open.ts';
import { reading, writing } from '../statements.ts';

/** A document that was fetched and is still to be read. */
export interface Fetched {
  readonly id: number;
  readonly address: string;
  /** Where redirects led, null where there were none. */
  readonly finalUrl: string | null;
  readonly artifact: string;
}

export function nextFetched(store: Store, limit: number): Fetched[] {
  return reading<[number], Fetched>(
    store.db,
    `SELECT id, address, final_url AS finalUrl, artifact FROM crawl_urls
       WHERE state = 'fetched' AND role <> 'list' AND artifact IS NOT NULL ORDER BY id LIMIT ?`,
  ).all(limit);
}

/** Only where it is still that version: a newer one may have come meanwhile. */
export function markIngested(store: Store, { id, artifact }: Fetched): void {
  writing(store.db, "UPDATE crawl_urls SET state = 'ingested' WHERE id = ? AND artifact = ? AND state = 'fetched'").run(
    id,
    artifact,
  );
}

/** Its kept bytes are lost or damaged: it is asked for again, as if it had never been. */
export function markLost(store: Store, { id, artifact }: Fetched): void {
  writing(store.db, "UPDATE artifacts SET encoding = 'not-kept', bytes = NULL WHERE sha256 = ?").run(artifact);
  writing(
    store.db,
    `UPDATE crawl_urls SET state = 'discovered', artifact = NULL, raw_hash = NULL, content_hash = NULL, etag = '',
         last_modified = '', visited_in = 0 WHERE id = ?`,
  ).run(id);
}
