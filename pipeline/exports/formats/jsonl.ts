import { encoder } from './repeated.ts';
import { inPieces, type Table } from './table.ts';

/** One JSON object per line, keys in the order of the columns. Amounts are strings: a reader must not make floats of them. */
export function jsonl({ columns, rows }: Table): Iterable<Uint8Array> {
  return inPieces(
    lines(
      columns.map(({ name }) => JSON.stringify(name)),
      rows,
    ),
  );
}

function* lines(keys: readonly string[], rows: Table['rows']): Generator<string> {
  const encoded = encoder((cell, column) => `${keys[column]}:${JSON.stringify(cell)}`);
  for (const row of rows) yield `{${row.map(encoded).join(',')}}\n`;
}

/** Whole values, one per line. */
export function jsonLines(values: Iterable<unknown>): Iterable<Uint8Array> {
  return inPieces(linesOf(values));
}

function* linesOf(values: Iterable<unknown>): Generator<string> {
  for (const value of values) yield `${JSON.stringify(value)}\n`;
}
