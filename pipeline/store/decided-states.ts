import type { Store } from './open.ts';
import type { Decision } from './reviews.ts';

/** Where findings stand that are not simply open, by the finding's id, then by document. */
export type DecidedStates = ReadonlyMap<string, ReadonlyMap<string, DecidedState>>;

export type DecidedState = Decision | 'stale';

/** Of all findings: `states.get(finding)?.get(document) ?? 'open'` is what the view finding_states says of it. */
export function decidedStates({ db }: Store): DecidedStates {
  const earlier = db.prepare<[], Row>(`${OF_PATHS} UNION ${OF_DISCLOSURES}`).all();
  return grouped(earlier, db.prepare<[], Row>(DECIDED).all());
}

/** Of the findings of one id, in whatever documents: what a decision about one of them can have changed. */
export function decidedStatesOf({ db }: Store, finding: string): ReadonlyMap<string, DecidedState> {
  const only = 'AND reviews.finding = @finding';
  const earlier = db
    .prepare<[{ finding: string }], Row>(`${OF_PATHS} ${only} UNION ${OF_DISCLOSURES} ${only}`)
    .all({ finding });
  const own = db.prepare<[{ finding: string }], Row>(`${DECIDED} AND finding = @finding`).all({ finding });
  return grouped(earlier, own).get(finding) ?? new Map();
}

interface Row {
  readonly document: string;
  readonly finding: string;
  readonly state: DecidedState;
}

/** What was decided of a finding itself counts more than what was decided of an earlier one. */
function grouped(earlier: readonly Row[], own: readonly Row[]): DecidedStates {
  const states = new Map<string, Map<string, DecidedState>>();
  for (const { document, finding, state } of [...earlier, ...own]) {
    const known = states.get(finding);
    if (known === undefined) states.set(finding, new Map([[document, state]]));
    else known.set(document, state);
  }
  return states;
}

const DECIDED = `
  SELECT document, finding, iif(stale IS NULL, decision, 'stale') AS state FROM review_states WHERE decision IS NOT NULL`;

/**
 * The view asks of every finding whether anything was decided; there are many more findings than decisions, so here it is asked of
 * every decision which documents it was about, by path and by unit, year and kind.
 */
const OF_PATHS = `
  SELECT documents.id AS document, reviews.finding, 'stale' AS state
  FROM reviews CROSS JOIN sources ON sources.source = reviews.source CROSS JOIN documents ON documents.artifact = sources.artifact
  WHERE reviews.decision IS NOT NULL AND documents.id <> reviews.document`;

const OF_DISCLOSURES = `
  SELECT documents.id AS document, reviews.finding, 'stale' AS state
  FROM reviews CROSS JOIN documents ON documents.issuer = reviews.issuer
    AND documents.kind = reviews.kind AND documents.fiscal_year = reviews.fiscal_year
  WHERE reviews.decision IS NOT NULL AND documents.id <> reviews.document
    AND reviews.issuer <> '' AND reviews.kind <> 'unknown'`;
