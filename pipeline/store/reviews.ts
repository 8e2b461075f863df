import type { Store } from './open.ts';

/** What a person can decide about a finding. */
export type Decision = 'confirmed' | 'dismissed';

/** Where a finding stands; `stale`: what was decided was decided of another document, or before this one changed. */
export type FindingState = 'open' | 'stale' | Decision;

/** Why a decision does not hold any more. */
export type Staleness = 'document-replaced' | 'finding-gone' | 'document-gone';

/** What was decided about a finding, with what it was about at that time. */
export interface Review {
  readonly document: string;
  readonly finding: string;
  /** null: only a note. */
  readonly decision: Decision | null;
  readonly reason: string;
  readonly note: string;
  readonly decidedAt: string;
  readonly source: string;
  readonly message: string;
  /** null: it holds. */
  readonly stale: Staleness | null;
}

/** A finding that a review may be about. */
export interface ReviewedFinding {
  readonly document: string;
  readonly source: string;
  readonly finding: string;
}

/** The findings whose id begins with `wanted`, of one document where that is given. */
export function findFindings(store: Store, wanted: string, document: string | null): ReviewedFinding[] {
  return store.db
    .prepare<[number, string, string | null, string | null], ReviewedFinding>(
      `SELECT findings.document, documents.source, findings.id AS finding
       FROM findings JOIN documents ON documents.id = findings.document
       WHERE substr(findings.id, 1, ?) = ? AND (? IS NULL OR findings.document = ?)
       ORDER BY documents.source, findings.document, findings.n`,
    )
    .all(wanted.length, wanted, document, document);
}

/** Records a decision in place of an earlier one about the same finding; its note stays. */
export function decide(
  store: Store,
  about: Pick<ReviewedFinding, 'document' | 'finding'>,
  { decision, reason, at }: { readonly decision: Decision; readonly reason: string; readonly at: string },
): void {
  store.transact(() => {
    begin(store, about, at);
    store.db
      .prepare('UPDATE reviews SET decision = ?, reason = ? WHERE document = ? AND finding = ?')
      .run(decision, reason, about.document, about.finding);
  });
}

/** Records a note in place of an earlier one; what was decided stays decided. */
export function note(
  store: Store,
  about: Pick<ReviewedFinding, 'document' | 'finding'>,
  { text, at }: { readonly text: string; readonly at: string },
): void {
  store.transact(() => {
    if (reviewOf(store, about) === undefined) begin(store, about, at);
    store.db
      .prepare('UPDATE reviews SET note = ? WHERE document = ? AND finding = ?')
      .run(text, about.document, about.finding);
  });
}

/** Forgets decision and note. False: there were none. */
export function undo(store: Store, { document, finding }: Pick<ReviewedFinding, 'document' | 'finding'>): boolean {
  return store.transact(
    () =>
      store.db.prepare('DELETE FROM reviews WHERE document = ? AND finding = ?').run(document, finding).changes === 1,
  );
}

/** A review as of now: what the finding and its document are now is what is decided about. */
function begin(store: Store, { document, finding }: Pick<ReviewedFinding, 'document' | 'finding'>, at: string): void {
  store.db
    .prepare(
      `INSERT INTO reviews
       SELECT documents.id, findings.id, NULL, '', '', @at, source, issuer, kind, fiscal_year, message, message_en
       FROM findings JOIN documents ON documents.id = findings.document
       WHERE findings.document = @document AND findings.id = @finding
       ON CONFLICT (document, finding) DO UPDATE SET decided_at = excluded.decided_at, source = excluded.source,
         issuer = excluded.issuer, kind = excluded.kind, fiscal_year = excluded.fiscal_year,
         message = excluded.message, message_en = excluded.message_en`,
    )
    .run({ document, finding, at });
}

const REVIEW = (column: 'message' | 'message_en') =>
  `SELECT document, finding, decision, reason, note, decided_at AS decidedAt, source, ${column} AS message, stale
   FROM review_states`;

function reviewOf(
  store: Store,
  { document, finding }: Pick<ReviewedFinding, 'document' | 'finding'>,
): Review | undefined {
  return store.db
    .prepare<[string, string], Review>(`${REVIEW('message')} WHERE document = ? AND finding = ?`)
    .get(document, finding);
}

/** All reviews, by path; `document` limits them to one. */
export function listReviews(store: Store, column: 'message' | 'message_en', document: string | null = null): Review[] {
  return store.db
    .prepare<[string | null, string | null], Review>(
      `${REVIEW(column)} WHERE ? IS NULL OR document = ? ORDER BY source, document, finding`,
    )
    .all(document, document);
}

/** Reviews of a document, and those that became stale when it took the place of another: its path is what people know. */
export function reviewsAbout(store: Store, column: 'message' | 'message_en', document: string): Review[] {
  return store.db
    .prepare<[string, string], Review>(
      `${REVIEW(column)} WHERE document = ? OR (stale IS NOT NULL AND source IN (
         SELECT sources.source FROM sources JOIN documents ON documents.artifact = sources.artifact WHERE documents.id = ?))
       ORDER BY source, document, finding`,
    )
    .all(document, document);
}

/** Reviews whose beginning of the finding's id is `wanted`: also of findings that are gone. */
export function findReviews(store: Store, wanted: string, document: string | null): Review[] {
  return listReviews(store, 'message', document).filter(({ finding }) => finding.startsWith(wanted));
}

/** Where each finding of a document stands, by the finding's id. */
export function statesOf(store: Store, document: string): ReadonlyMap<string, FindingState> {
  const rows = store.db
    .prepare<[string], { finding: string; state: FindingState }>(
      'SELECT finding, state FROM finding_states WHERE document = ?',
    )
    .all(document);
  return new Map(rows.map(({ finding, state }) => [finding, state]));
}

/**
 * What was decided earlier about findings of other documents that these are of the same path, or the same unit, year and
 * kind: by the finding's id, the latest.
 */
export function earlierReviews(
  store: Store,
  document: string,
  column: 'message' | 'message_en',
): ReadonlyMap<string, Review> {
  const rows = store.db
    .prepare<[string, string], Review>(
      `${REVIEW(column)} AS earlier
       WHERE document <> ? AND decision IS NOT NULL AND EXISTS (
         SELECT 1 FROM documents
         WHERE documents.id = ? AND (
           earlier.source IN (SELECT source FROM sources WHERE artifact = documents.artifact)
           OR (earlier.issuer <> '' AND earlier.kind <> 'unknown' AND earlier.issuer = documents.issuer
             AND earlier.kind = documents.kind AND earlier.fiscal_year = documents.fiscal_year)
         )
       )
       ORDER BY decided_at, document`,
    )
    .all(document, document);
  return new Map(rows.map((review) => [review.finding, review]));
}
