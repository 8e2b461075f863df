import type { FilledGrid } from './place-text.ts';

/** Least share of filled positions of a grid without a filled row: below it is a drawing, a chart's raster, a form frame. */
const LEAST_FILLED = 0.2;

/** Tells grids of data from frames around prose, page borders, the rasters of charts and drawings. */
export function looksLikeTable(grid: FilledGrid): boolean {
  const rows = grid.ys.length - 1;
  const columns = grid.xs.length - 1;
  const filled = grid.cells.filter((cell) => cell.pieces.length > 0);
  if (columns < 2 || filled.length < 2) return false;
  if (new Set(filled.map((cell) => cell.c)).size < 2) return false;
  const positions = filled.reduce((sum, cell) => sum + cell.rs * cell.cs, 0);
  return positions >= LEAST_FILLED * rows * columns || hasFilledRow(grid);
}

/** A row whose cells all hold text: the header of an empty form. */
function hasFilledRow(grid: FilledGrid): boolean {
  const blank = new Set<number>();
  const count = new Map<number, number>();
  for (const cell of grid.cells) {
    for (let r = cell.r; r < cell.r + cell.rs; r++) {
      count.set(r, (count.get(r) ?? 0) + 1);
      if (cell.pieces.length === 0) blank.add(r);
    }
  }
  return [...count].some(([r, cells]) => cells >= 2 && !blank.has(r));
}
