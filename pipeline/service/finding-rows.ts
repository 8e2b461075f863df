import type { Place } from '../../schemas/index.ts';
import type { FindingState, FindingSummary, Review } from '../../schemas/service/index.ts';
import type { Store } from '../store/open.ts';
import { yuanOfDifference } from './findings-index.ts';
import { firstPageOf } from './places.ts';

interface Row extends Omit<FindingSummary, 'message' | 'differenceYuan' | 'state' | 'review' | 'page' | 'document'> {
  readonly n: number;
  readonly message_zh: string;
  readonly message_en: string;
}

interface ReviewRow extends Review {
  readonly finding: string;
}

const COLUMNS = `n, id, rule, type, status, severity, message AS message_zh, message_en, formula, expected, actual, difference, unit`;

/** Reads findings as lists show them; null where an ingest has taken one away since the list was made. */
export function findingReader(
  store: Store,
): (document: string, n: number, state: FindingState) => FindingSummary | null {
  const finding = store.db.prepare<[string, number], Row>(
    `SELECT ${COLUMNS} FROM findings WHERE document = ? AND n = ?`,
  );
  const suspect = store.db
    .prepare<[string, number], string>(
      'SELECT place FROM finding_operands WHERE document = ? AND finding = ? ORDER BY n DESC LIMIT 1',
    )
    .pluck();
  const reviews = new Map<string, ReadonlyMap<string, Review>>();
  return (document, n, state) => {
    const row = finding.get(document, n);
    if (row === undefined) return null;
    const { message_zh: zh, message_en: en, n: _n, ...rest } = row;
    const place = suspect.get(document, n);
    const ofDocument = reviews.get(document) ?? reviewsOf(store, document);
    reviews.set(document, ofDocument);
    return {
      document,
      ...rest,
      message: { zh, en },
      differenceYuan: yuanOfDifference(row.difference, row.unit),
      state,
      review: ofDocument.get(row.id) ?? null,
      page: place === undefined ? null : firstPageOf(JSON.parse(place) as Place),
    };
  };
}

/** What was said of findings of a document, by the finding's id. */
export function reviewsOf(store: Store, document: string): ReadonlyMap<string, Review> {
  const any = store.db.prepare<[string], number>('SELECT 1 FROM reviews WHERE document = ? LIMIT 1').pluck();
  // The view looks through all documents for newer ones: not for the many of which nothing was said.
  if (any.get(document) === undefined) return new Map();
  const rows = store.db
    .prepare<[string], ReviewRow>(
      `SELECT finding, decision, reason, note, decided_at AS decidedAt, stale FROM review_states WHERE document = ?`,
    )
    .all(document);
  return new Map(rows.map(({ finding, ...review }) => [finding, review]));
}
