import type { CellShape } from './grid-shape.ts';
import type { FilledCell, FilledGrid } from './place-text.ts';

/** Least share of filled positions of a grid without a filled row: below it is a drawing, a chart's raster, a form frame. */
const LEAST_FILLED = 0.2;
/** A header stands in one of so many rows at the top. */
const HEADER_ROWS = 4;
const BLANK_BETWEEN = 0.4;

/** Tells grids of data from frames around prose, page borders, the rasters of charts and drawings. */
export function looksLikeTable(grid: FilledGrid): boolean {
  const rows = grid.ys.length - 1;
  const columns = grid.xs.length - 1;
  const filled = grid.cells.filter((cell) => cell.pieces.length > 0);
  if (columns < 2 || !filled.some((cell) => hasNeighbour(cell, filled))) return false;
  if (hasFilledHeader(grid)) return true;
  const positions = filled.reduce((sum, cell) => sum + cell.rs * cell.cs, 0);
  return positions >= LEAST_FILLED * rows * columns && !isRaster(grid, filled);
}

/** Blank rows between the filled ones, as many as these: the raster of a bar chart. Blank rows at the end are a form's. */
function isRaster(grid: FilledGrid, filled: readonly FilledCell[]): boolean {
  const rows = new Set(filled.filter((cell) => cell.rs === 1).map((cell) => cell.r));
  const last = Math.max(...rows);
  return last >= 4 && last + 1 - rows.size >= BLANK_BETWEEN * (last + 1) && rows.size < grid.ys.length - 1;
}

/** Two texts side by side: without them there is nothing to tell a table by. */
function hasNeighbour(cell: CellShape, cells: readonly CellShape[]): boolean {
  return cells.some(
    (other) => other.c >= cell.c + cell.cs && other.r < cell.r + cell.rs && other.r + other.rs > cell.r,
  );
}

function holdsWords(cell: FilledCell): boolean {
  return cell.pieces.some((piece) => /\p{L}|^\d{4}$/u.test(piece.text));
}

/** The first rows hold words in all their cells: the header of an empty form. */
function hasFilledHeader(grid: FilledGrid): boolean {
  for (let r = 0; r < HEADER_ROWS; r++) {
    const cells = grid.cells.filter((cell) => cell.r <= r && cell.r + cell.rs > r);
    if (cells.length > 1 && cells.every(holdsWords)) return true;
  }
  return false;
}
