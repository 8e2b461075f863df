import type { FilledCell, FilledGrid } from './place-text.ts';

/** Columns narrower than this share of the type size, rows lower than that, can hold no text: the gap of a double rule. */
const NARROWEST = 0.9;
const LOWEST = 0.6;

/** Takes blank columns and rows out that are too thin to hold text. Blank ones that could hold some stay. */
export function withoutSlivers(grid: FilledGrid): FilledGrid {
  const sizes = grid.cells.flatMap((cell) => cell.pieces.map((piece) => piece.size)).sort((a, b) => a - b);
  const size = sizes[sizes.length >> 1] ?? 0;
  const columns = slivers(grid.xs, NARROWEST * size, (c) => startsIn(grid, (cell) => cell.c === c));
  const rows = slivers(grid.ys, LOWEST * size, (r) => startsIn(grid, (cell) => cell.r === r));
  if (columns.size === 0 && rows.size === 0) return grid;
  const c = renumbered(grid.xs.length, columns);
  const r = renumbered(grid.ys.length, rows);
  const cells = grid.cells.flatMap((cell): FilledCell[] => {
    const rs = (r[cell.r + cell.rs] ?? 0) - (r[cell.r] ?? 0);
    const cs = (c[cell.c + cell.cs] ?? 0) - (c[cell.c] ?? 0);
    return rs > 0 && cs > 0 ? [{ ...cell, r: r[cell.r] ?? 0, c: c[cell.c] ?? 0, rs, cs }] : [];
  });
  return {
    xs: grid.xs.filter((_, index) => !columns.has(index - 1)),
    ys: grid.ys.filter((_, index) => !rows.has(index - 1)),
    cells,
  };
}

function startsIn(grid: FilledGrid, within: (cell: FilledCell) => boolean): boolean {
  return grid.cells.some((cell) => within(cell) && cell.pieces.length > 0);
}

function slivers(edges: readonly number[], least: number, holdsText: (index: number) => boolean): Set<number> {
  const found = new Set<number>();
  for (let index = 0; index + 1 < edges.length; index++) {
    if ((edges[index + 1] ?? 0) - (edges[index] ?? 0) < least && !holdsText(index)) found.add(index);
  }
  return found;
}

/** New number of each border when some intervals are taken out. */
function renumbered(borders: number, gone: ReadonlySet<number>): number[] {
  let next = 0;
  return Array.from({ length: borders }, (_, index) => (index > 0 && !gone.has(index - 1) ? ++next : next));
}
