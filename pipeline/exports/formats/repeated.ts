import type { Cell } from '../rows.ts';

/**
 * Most columns say the same in row after row (unit, year, title, source): what a value was encoded to is kept for the next
 * row. That saves the work, and makes so much less garbage that an export needs less memory.
 */
export function encoder<Encoded>(
  encode: (cell: Cell, column: number) => Encoded,
): (cell: Cell, column: number) => Encoded {
  const latest: { readonly cell: Cell; readonly encoded: Encoded }[] = [];
  return (cell, column) => {
    const before = latest[column];
    if (before !== undefined && before.cell === cell) return before.encoded;
    const encoded = encode(cell, column);
    latest[column] = { cell, encoded };
    return encoded;
  };
}
