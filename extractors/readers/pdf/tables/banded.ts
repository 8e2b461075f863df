import type { EnginePage } from '../engine.ts';
import { linesOf } from './cell-text.ts';
import type { TablePart } from './found.ts';
import { looksLikeTable } from './not-a-table.ts';
import { phrasesOf } from './phrases.ts';
import type { Piece } from './pieces.ts';
import { type FilledGrid, placeText } from './place-text.ts';
import { refineColumns } from './refine-columns.ts';
import { type BandedShape, bandedShapes } from './rows-only.ts';
import { partOf } from './ruled.ts';
import type { Segment } from './rules.ts';
import { splitUnruledRows } from './split-rows.ts';

/** A band with one line and more than this many times its height is a gap between tables with a title in it. */
const TALL_BAND = 3;

/** Tables drawn with horizontal rules only: bands from the rules, columns from joints of the rules or from alignment. */
export function findBandedTables(page: EnginePage, rules: readonly Segment[], pieces: readonly Piece[]): TablePart[] {
  return bandedShapes(rules, page.rules).flatMap((shape) =>
    stacksOfBands(placeText(shape, piecesWithin(shape, pieces), page.runs)).flatMap((grid) => {
      const refined = splitUnruledRows(refineColumns(grid, shape.joints));
      const isTable = refined.xs.length > 2 && refined.ys.length > 2 && looksLikeTable(refined);
      return isTable ? [partOf(refined, page.number, 'ruled')] : [];
    }),
  );
}

function piecesWithin(shape: BandedShape, pieces: readonly Piece[]): Piece[] {
  const x0 = shape.xs[0] ?? 0;
  const x1 = shape.xs.at(-1) ?? 0;
  return pieces.filter((piece) => piece.rotation === 0 && piece.x1 > x0 && piece.x0 < x1);
}

/** Cuts a stack of bands where prose stands between two rules: one table ends and another begins. */
function stacksOfBands(grid: FilledGrid): FilledGrid[] {
  const stacks: FilledGrid[] = [];
  let start = 0;
  for (let r = 0; r <= grid.cells.length; r++) {
    const cell = grid.cells[r];
    if (cell && !isGap(grid, r)) continue;
    const cells = grid.cells.slice(start, r).map((one, index) => ({ ...one, r: index }));
    const ys = grid.ys.slice(start, r + 1);
    if (cells.some((one) => one.pieces.length > 0)) stacks.push({ xs: grid.xs, ys, cells });
    start = r + 1;
  }
  return stacks;
}

function isGap(grid: FilledGrid, r: number): boolean {
  const height = (grid.ys[r + 1] ?? 0) - (grid.ys[r] ?? 0);
  const lines = linesOf(grid.cells[r]?.pieces ?? []);
  const [first] = lines;
  if (!first) return height > 60;
  if (lines.some((line) => phrasesOf(line).length > 1)) return false;
  return lines.length > 1 || height > TALL_BAND * first.size;
}
