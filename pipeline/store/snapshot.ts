import type { Status } from '../../schemas/index.ts';
import type { Store } from './open.ts';

/** What a document says, for comparing what two versions of the program made of the same bytes. */
export interface Snapshot {
  readonly state: Status['state'] | null;
  readonly title: string;
  readonly issuer: string;
  readonly kind: string;
  readonly fiscalYear: number | null;
  /** Facts and figures without their numbers and places, as text; the same one may be there several times. */
  readonly facts: readonly string[];
  readonly figures: readonly string[];
}

export function snapshotOf(store: Store, document: string): Snapshot {
  const identity = store.db
    .prepare<[string], Omit<Snapshot, 'facts' | 'figures'>>(
      'SELECT state, title, issuer, kind, fiscal_year AS fiscalYear FROM documents WHERE id = ?',
    )
    .get(document) ?? { state: null, title: '', issuer: '', kind: 'unknown', fiscalYear: null };
  const texts = (sql: string) => store.db.prepare<[string], string>(sql).pluck().all(document).map(String);
  return {
    ...identity,
    facts: texts(
      'SELECT json_array(table_id, row_label, code, column_path, value, unit, block) FROM facts WHERE document = ?',
    ),
    figures: texts(
      'SELECT json_array(raw, value, unit, label, qualifier, period, measure) FROM figures WHERE document = ?',
    ),
  };
}

/** A finding as it is named when it appears or disappears. */
export interface NamedFinding {
  readonly id: string;
  readonly message: string;
}

/** The findings of every document that are not explained by rounding. */
export function allFindings(
  store: Store,
  column: 'message' | 'message_en',
): ReadonlyMap<string, readonly NamedFinding[]> {
  const rows = store.db
    .prepare<[], NamedFinding & { readonly document: string }>(
      `SELECT document, id, ${column} AS message FROM findings WHERE status <> 'rounding' ORDER BY document, n`,
    )
    .all();
  return Map.groupBy(rows, ({ document }) => document);
}
