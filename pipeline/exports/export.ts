import { disclosureOf } from '../store/disclosure.ts';
import type { Store } from '../store/open.ts';
import { type Column, type Dataset, versionsOf } from './datasets.ts';
import { csv } from './formats/csv.ts';
import { jsonLines, jsonl } from './formats/jsonl.ts';
import { parquet } from './formats/parquet.ts';
import type { Table } from './formats/table.ts';
import { xlsx } from './formats/xlsx.ts';
import { type ChosenDocument, chosenDocuments, type Filters, rowsOf } from './rows.ts';

export const FORMATS = ['csv', 'jsonl', 'parquet', 'xlsx'] as const;
export type FormatName = (typeof FORMATS)[number];

export interface ExportRequest {
  readonly dataset: Dataset;
  readonly format: FormatName;
  /** Names of columns in the order wanted; empty: all. */
  readonly columns: readonly string[];
  readonly filters: Filters;
  /** A byte order mark before CSV. */
  readonly bom: boolean;
}

/** How much was exported, complete once the pieces are read to their end. */
export interface Tally {
  rows: number;
  documents: number;
  /** Documents among them that were not read in full: what they hold may be more. */
  notFullyRead: number;
}

type Pieces = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/**
 * A dataset as bytes of a format, piece by piece. Everything is read in one transaction: what an ingest beside it stores
 * meanwhile is not in it.
 */
export function exported(store: Store, request: ExportRequest): { readonly pieces: Pieces; readonly tally: Tally } {
  const documents = chosenDocuments(store, request.filters);
  const tally: Tally = {
    rows: 0,
    documents: documents.length,
    notFullyRead: documents.filter(({ state }) => state !== 'complete').length,
  };
  return { pieces: piecesOf(store, request, documents, tally), tally };
}

function piecesOf(store: Store, request: ExportRequest, documents: readonly ChosenDocument[], tally: Tally): Pieces {
  const { format, bom, filters } = request;
  const dataset = versionsOf(request.dataset, filters.versions);
  // A document as JSON is all of it, the object that `gouji extract` prints, unless only some columns are wanted.
  if (format === 'jsonl' && dataset.name === 'documents' && request.columns.length === 0)
    return jsonLines(counted(disclosures(store, documents), tally));
  const columns = chosenColumns(dataset, request.columns);
  const names = columns.map(({ name }) => name);
  const rows = counted(rowsOf(store, dataset, names, documents, filters.form), tally);
  const table: Table = { name: dataset.name, columns, rows };
  switch (format) {
    case 'csv':
      return csv(table, { bom });
    case 'jsonl':
      return jsonl(table);
    case 'parquet':
      return parquet(table);
    case 'xlsx':
      return xlsx(table);
  }
}

function chosenColumns({ columns }: Dataset, wanted: readonly string[]): readonly Column[] {
  if (wanted.length === 0) return columns;
  return wanted.flatMap((name) => columns.find((column) => column.name === name) ?? []);
}

function* disclosures(store: Store, documents: readonly ChosenDocument[]): Generator<unknown> {
  for (const { id } of documents) yield disclosureOf(store, id, { all: false });
}

function* counted<T>(values: Iterable<T>, tally: Tally): Generator<T> {
  for (const value of values) {
    tally.rows += 1;
    yield value;
  }
}
