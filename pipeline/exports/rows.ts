import { findDocuments } from '../store/documents.ts';
import type { Store } from '../store/open.ts';
import type { Dataset, Versions } from './datasets.ts';

export type Cell = string | number | null;

/** What is exported; an empty list does not filter. Several values of one filter: any of them. */
export interface Filters {
  /** Parts of the disclosing unit's name. */
  readonly unit: readonly string[];
  readonly region: readonly string[];
  readonly year: readonly number[];
  readonly kind: readonly string[];
  /** Keys of data/forms: facts of these forms; of the other datasets, documents that hold one. */
  readonly form: readonly string[];
  /** Ids, paths or parts of titles. */
  readonly document: readonly string[];
  readonly versions: Versions;
}

export interface ChosenDocument {
  readonly id: string;
  readonly state: string;
}

/**
 * The documents to export, in an order that depends on nothing but them. Only this list is ordered: the rows of a document
 * come by their number, as they are stored, so that nothing has to be sorted whatever the size of the database.
 */
export function chosenDocuments(store: Store, filters: Filters): ChosenDocument[] {
  const conditions = [
    anyOf('instr(unit, ?) > 0', filters.unit),
    anyOf('instr(region, ?) > 0', filters.region),
    anyOf('year = ?', filters.year),
    anyOf('kind = ?', filters.kind),
    anyOf('EXISTS (SELECT 1 FROM tables WHERE tables.document = d.document AND tables.kind = ?)', filters.form),
  ];
  const named = new Set(filters.document.flatMap((wanted) => findDocuments(store, wanted).map(({ id }) => id)));
  const view = filters.versions === 'all' ? 'documents_all_versions' : 'documents_tidy';
  return store.db
    .prepare<Cell[], ChosenDocument>(
      `SELECT document AS id, state FROM ${view} AS d WHERE ${conditions.join(' AND ')}
       ORDER BY unit, year, kind, source, document`,
    )
    .all(...filters.unit, ...filters.region, ...filters.year, ...filters.kind, ...filters.form)
    .filter(({ id }) => filters.document.length === 0 || named.has(id));
}

function anyOf(condition: string, values: readonly unknown[]): string {
  return values.length === 0 ? 'TRUE' : `(${values.map(() => condition).join(' OR ')})`;
}

/** The rows of a dataset one after the other, each with the values of `columns`; at most one is held in memory. */
export function* rowsOf(
  store: Store,
  dataset: Dataset,
  columns: readonly string[],
  documents: readonly ChosenDocument[],
  forms: readonly string[],
): Generator<readonly Cell[]> {
  const ofForms = dataset.name === 'facts' ? anyOf('form = ?', forms) : 'TRUE';
  const order = dataset.name === 'documents' ? 'document' : 'n';
  // Names come from data/exports, never from documents.
  const statement = store.db
    .prepare<Cell[], readonly Cell[]>(
      `SELECT ${columns.map((name) => `"${name}"`).join(', ')} FROM ${dataset.view}
       WHERE document = ? AND ${ofForms} ORDER BY ${order}`,
    )
    .raw();
  const bound = dataset.name === 'facts' ? forms : [];
  for (const { id } of documents) yield* statement.iterate(id, ...bound);
}
