import type { EnginePage } from '../engine.ts';
import { crossingComponents } from './components.ts';
import type { TablePart } from './found.ts';
import { gridCells, lastLineFill, roundedBox } from './grid-cells.ts';
import type { GridShape } from './grid-shape.ts';
import { applyImpliedBorders } from './implied-borders.ts';
import { looksLikeTable } from './not-a-table.ts';
import type { Piece } from './pieces.ts';
import { type FilledGrid, middleOf, placeText } from './place-text.ts';
import { refineColumns } from './refine-columns.ts';
import { gridFromRules } from './ruled-grid.ts';
import type { Rules } from './rules.ts';
import { withoutSlivers } from './slivers.ts';
import { splitUnruledRows } from './split-rows.ts';

/** Text this close outside the outer border still stands in the grid. */
const OUTSIDE = 2;

/** Tables drawn with crossing rules, top to bottom. */
export function findRuledTables(page: EnginePage, rules: Rules, pieces: readonly Piece[]): TablePart[] {
  const shapes = crossingComponents(rules)
    .map(gridFromRules)
    .filter((shape): shape is GridShape => shape !== null && shape.cells.length > 1)
    .sort((a, b) => areaOf(b) - areaOf(a) || top(a) - top(b) || left(a) - left(b));
  const taken = new Set<number>();
  const parts: TablePart[] = [];
  for (const shape of shapes) {
    const inside = piecesInside(shape, pieces, taken);
    if (inside.length < 2) continue;
    const grid = splitUnruledRows(refineColumns(applyImpliedBorders(withoutSlivers(placeText(shape, inside)))));
    if (!looksLikeTable(grid)) continue;
    const part = partOf(grid, page.number, 'ruled');
    for (const run of part.consumedRuns) taken.add(run);
    parts.push(part);
  }
  return parts;
}

export function partOf(grid: FilledGrid, page: number, kind: TablePart['kind']): TablePart {
  const { xs, ys } = grid;
  return {
    page,
    kind,
    bbox: roundedBox(xs[0] ?? 0, ys[0] ?? 0, xs.at(-1) ?? 0, ys.at(-1) ?? 0),
    top: ys[0] ?? 0,
    bottom: ys.at(-1) ?? 0,
    rows: ys.length - 1,
    columns: xs.length - 1,
    cells: gridCells(grid, page),
    columnEdges: xs,
    lastLineFill: lastLineFill(grid),
    consumedRuns: new Set(grid.cells.flatMap((cell) => cell.pieces.map((piece) => piece.run))),
  };
}

function piecesInside(shape: GridShape, pieces: readonly Piece[], taken: ReadonlySet<number>): Piece[] {
  const x0 = left(shape) - OUTSIDE;
  const x1 = (shape.xs.at(-1) ?? 0) + OUTSIDE;
  const y0 = top(shape);
  const y1 = shape.ys.at(-1) ?? 0;
  return pieces.filter((piece) => {
    const middle = middleOf(piece);
    const centre = (piece.x0 + piece.x1) / 2;
    return middle > y0 && middle < y1 && centre > x0 && centre < x1 && !taken.has(piece.run);
  });
}

function areaOf(shape: GridShape): number {
  return ((shape.xs.at(-1) ?? 0) - left(shape)) * ((shape.ys.at(-1) ?? 0) - top(shape));
}

function top(shape: GridShape): number {
  return shape.ys[0] ?? 0;
}

function left(shape: GridShape): number {
  return shape.xs[0] ?? 0;
}
