import type { Column } from '../datasets.ts';
import type { Cell } from '../rows.ts';

/** Rows on their way out, and what their columns hold. */
export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: Iterable<readonly Cell[]>;
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
