import type { GridCell } from '../../schemas/index.ts';

/** Grids of marked-up tables, whose cells say how many columns and rows they span. */

/** A disclosure of a whole province has some 20,000 cells in its largest table. */
export const MAX_CELLS = 400_000;

/** Positions at which a cell begins, ascending: the others are taken out of the grid. */
export function used(positions: readonly number[]): readonly number[] {
  return [...new Set(positions)].sort((left, right) => left - right);
}

/** How many used positions lie before `position`: its place in the grid without the unused ones. */
export function rankOf(position: number, positions: readonly number[]): number {
  let low = 0;
  let high = positions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((positions[middle] ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The cells in row-major order, with blank ones where none covers a position. */
export function withBlanks(cells: readonly GridCell[], rows: number, columns: number): GridCell[] {
  if (rows * columns > MAX_CELLS) return sorted(cells);
  const covered = new Uint8Array(rows * columns);
  for (const { r, c, rs, cs } of cells) {
    for (let row = r; row < r + rs; row += 1) covered.fill(1, row * columns + c, row * columns + c + cs);
  }
  const blanks: GridCell[] = [];
  for (let position = 0; position < covered.length; position += 1) {
    if (covered[position] === 1) continue;
    blanks.push({ r: Math.floor(position / columns), c: position % columns, rs: 1, cs: 1, text: '', place: null });
  }
  return sorted([...cells, ...blanks]);
}

function sorted(cells: readonly GridCell[]): GridCell[] {
  return [...cells].sort((left, right) => left.r - right.r || left.c - right.c);
}
