import type { Column } from '../datasets.ts';
import type { Cell } from '../rows.ts';

/** What a format has to know of a column. */
export type TableColumn = Pick<Column, 'name' | 'type'>;

/** Rows on their way out, and what their columns hold. */
export interface Table {
  readonly name: string;
  readonly columns: readonly TableColumn[];
  readonly rows: Iterable<readonly Cell[]>;
  /** Columns as wide as this many characters, and text that wraps: for people to read, where a format can say it. */
  readonly widths?: readonly number[];
}

/** A format is a function from a table to bytes, piece by piece: nothing holds the whole. */
export type Format = (table: Table) => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

const PIECE = 64 * 1024;

/** Lines gathered to pieces that are worth a write. */
export function* inPieces(lines: Iterable<string>): Generator<Uint8Array> {
  let piece = '';
  for (const line of lines) {
    piece += line;
    if (piece.length < PIECE) continue;
    yield Buffer.from(piece);
    piece = '';
  }
  if (piece !== '') yield Buffer.from(piece);
}
