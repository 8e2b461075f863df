import type { GridCell } from '../../../../schemas/index.ts';
import { linesOf, textOfLines } from './cell-text.ts';
import type { BoundingBox } from './found.ts';
import type { FilledCell, FilledGrid } from './place-text.ts';
import { turnUpright } from './turn.ts';

/** Indents below this many em are the cell's padding. */
const SMALLEST_INDENT = 0.4;

/** The cells of a filled grid as the document schema wants them. */
export function gridCells(grid: FilledGrid, page: number): GridCell[] {
  const margins = leftMargins(grid);
  return grid.cells.map((cell) => {
    const indent = indentOf(cell, grid.xs, margins[cell.c] ?? 0);
    return {
      r: cell.r,
      c: cell.c,
      rs: cell.rs,
      cs: cell.cs,
      text: cellText(cell, (grid.xs[cell.c + cell.cs] ?? 0) - (grid.xs[cell.c] ?? 0)),
      place: { page, bbox: boxOf(grid, cell) },
      ...(indent >= SMALLEST_INDENT ? { indent } : {}),
      ...(cell.doubtful ? { doubtful: true } : {}),
    };
  });
}

export function cellText(cell: FilledCell, width: number): string {
  return textOfLines(linesOf(cell.pieces.map(turnUpright)), width);
}

export function roundedBox(x0: number, y0: number, x1: number, y1: number): BoundingBox {
  return [round(x0), round(y0), round(x1), round(y1)];
}

function boxOf(grid: FilledGrid, cell: FilledCell): BoundingBox {
  const { xs, ys } = grid;
  return roundedBox(xs[cell.c] ?? 0, ys[cell.r] ?? 0, xs[cell.c + cell.cs] ?? 0, ys[cell.r + cell.rs] ?? 0);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Per column the smallest distance of a text from its left border: the padding that indents are measured from. */
function leftMargins(grid: FilledGrid): number[] {
  const margins: number[] = [];
  for (const cell of grid.cells) {
    const start = Math.min(...cell.pieces.map((piece) => piece.x0)) - (grid.xs[cell.c] ?? 0);
    if (Number.isFinite(start)) margins[cell.c] = Math.min(margins[cell.c] ?? start, start);
  }
  return margins;
}

/** Indent in em of text that stands at the left of its cell; 0 for centred and right-aligned text. */
function indentOf(cell: FilledCell, xs: readonly number[], margin: number): number {
  const first = linesOf(cell.pieces)[0];
  if (!first || first.pieces.some((piece) => piece.rotation !== 0)) return 0;
  const left = first.x0 - (xs[cell.c] ?? 0);
  const right = (xs[cell.c + cell.cs] ?? 0) - first.x1;
  if (left >= right * 0.8) return 0;
  return Math.round(((left - Math.max(0, margin)) / first.size) * 10) / 10;
}

/** Per column of the last row: the share of its cell that the last line of text fills. */
export function lastLineFill(grid: FilledGrid): number[] {
  const rows = grid.ys.length - 1;
  const fills: number[] = new Array(grid.xs.length - 1).fill(0);
  for (const cell of grid.cells) {
    const line = cell.r + cell.rs === rows ? linesOf(cell.pieces).at(-1) : undefined;
    const width = (grid.xs[cell.c + cell.cs] ?? 0) - (grid.xs[cell.c] ?? 0);
    if (line) fills[cell.c] = (line.x1 - line.x0) / width;
  }
  return fills;
}
