import type { Store } from '../open.ts';
import { readingValues } from '../statements.ts';

/** Another version of a disclosure. */
export interface Version {
  readonly id: string;
  readonly source: string;
  /** When it was first seen. */
  readonly seenAt: string;
  /** `same-place`: the same path or URL; `same-disclosure`: published again elsewhere, for the same unit, year and kind. */
  readonly relation: 'same-place' | 'same-disclosure';
}

/** All other versions, the latest first: those of the same place before those published elsewhere. */
export function otherVersions(store: Store, document: string): Version[] {
  return store.db
    .prepare<{ document: string }, Version>(
      `WITH own AS (SELECT * FROM documents WHERE id = @document),
         seen AS (SELECT artifact, min(first_seen) AS at FROM sources GROUP BY artifact)
       SELECT other.id, other.source, seen.at AS seenAt, 'same-place' AS relation
         FROM documents AS other JOIN seen ON seen.artifact = other.artifact
         WHERE other.id <> @document AND EXISTS (
           SELECT 1 FROM sources AS theirs JOIN sources AS ours ON ours.source = theirs.source
           WHERE theirs.artifact = other.artifact AND ours.artifact = (SELECT artifact FROM own))
       UNION ALL
       SELECT other.id, other.source, seen.at AS seenAt, 'same-disclosure' AS relation
         FROM documents AS other JOIN own ON other.issuer = own.issuer AND other.fiscal_year = own.fiscal_year
           AND other.kind = own.kind AND other.media_type = own.media_type
         JOIN seen ON seen.artifact = other.artifact
         WHERE other.id <> @document AND own.issuer <> '' AND own.kind <> 'unknown'
           AND (own.dossier IS NULL OR other.dossier IS NULL OR own.dossier <> other.dossier)
           AND NOT EXISTS (
             SELECT 1 FROM sources AS theirs JOIN sources AS ours ON ours.source = theirs.source
             WHERE theirs.artifact = other.artifact AND ours.artifact = own.artifact)
       ORDER BY relation DESC, seenAt DESC, id`,
    )
    .all({ document });
}

/** When a document was first seen. */
export function seenAt(store: Store, document: string): string {
  const at = store.db
    .prepare<[string], string | null>(
      'SELECT min(first_seen) FROM sources WHERE artifact = (SELECT artifact FROM documents WHERE id = ?)',
    )
    .pluck()
    .get(document);
  return at ?? '';
}

/** Where a document stands today: `superseded` by another version, or `withdrawn` by whoever had published it. */
export type Standing = 'current' | 'superseded' | 'withdrawn';

/** Documents that are not current any more. What was also found elsewhere, as a file or under a URL that has it still, is. */
export function standings(store: Store): Map<string, Exclude<Standing, 'current'>> {
  const withdrawn = readingValues<[], string>(
    store.db,
    `SELECT documents.id FROM crawl_urls AS url JOIN documents ON documents.artifact = url.artifact
     WHERE url.state = 'withdrawn'
       AND NOT EXISTS (SELECT 1 FROM crawl_urls WHERE artifact = url.artifact AND state <> 'withdrawn')
       AND NOT EXISTS (
         SELECT 1 FROM sources WHERE sources.artifact = url.artifact AND source NOT IN (
           SELECT address FROM crawl_urls WHERE artifact = url.artifact
           UNION SELECT final_url FROM crawl_urls WHERE artifact = url.artifact AND final_url IS NOT NULL))`,
  ).all();
  return new Map([
    ...withdrawn.map((id) => [id, 'withdrawn'] as const),
    ...[...supersededDocuments(store)].map((id) => [id, 'superseded'] as const),
  ]);
}

/** Documents that another version has replaced wherever they were found. */
export function supersededDocuments(store: Store): Set<string> {
  return new Set(store.db.prepare<[], string>('SELECT document FROM superseded_documents').pluck().all());
}

/** The versions in force where a document was found that is not any more, "source (id)"; none where it is. */
export function replacementsOf(store: Store, document: string): string[] {
  return store.db
    .prepare<{ document: string }, string>(
      `SELECT DISTINCT newer.source || ' (' || other.id || ')'
       FROM superseded_documents AS superseded
       JOIN documents ON documents.id = superseded.document
       JOIN sources AS own ON own.artifact = documents.artifact
       JOIN sources AS newer ON newer.source = own.source AND newer.artifact <> own.artifact
       JOIN documents AS other ON other.artifact = newer.artifact
       WHERE superseded.document = @document AND other.id NOT IN (SELECT document FROM superseded_documents)
       ORDER BY 1`,
    )
    .pluck()
    .all({ document });
}
