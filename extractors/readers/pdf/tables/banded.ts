import type { EnginePage } from '../engine.ts';
import { linesOf } from './cell-text.ts';
import type { TablePart } from './found.ts';
import type { GridShape } from './grid-shape.ts';
import { headerLevels } from './header-levels.ts';
import { looksLikeTable } from './not-a-table.ts';
import { type Phrase, phrasesOf } from './phrases.ts';
import type { Piece } from './pieces.ts';
import { middleOf, placeText } from './place-text.ts';
import { bordersInColumn, refineColumns } from './refine-columns.ts';
import { cutStack, hasEnd, jointsOf, type PieceEnd, pieceEnds, type RuleStack, ruleStacks } from './rows-only.ts';
import { partOf } from './ruled.ts';
import { drawnSides } from './ruled-grid.ts';
import type { Segment } from './rules.ts';
import { cellsFromBorders } from './spans.ts';
import { splitUnruledRows } from './split-rows.ts';

/** A band with one line and more than this many times its height is a gap between tables with a title in it. */
const TALL_BAND = 3;
/** In a stack of more than a few bands, a band with one line that is so much higher than the others is one, too. */
const HIGHER = 1.6;
const FEW_BANDS = 6;
/** A blank band higher than this many points parts two tables. */
const BLANK_GAP = 60;
const THINNEST_ROW = 4;

/** Tables drawn with horizontal rules only: bands from the rules, columns from joints of the rules or from alignment. */
export function findBandedTables(page: EnginePage, rules: readonly Segment[], pieces: readonly Piece[]): TablePart[] {
  const taken = new Set<number>();
  const parts: TablePart[] = [];
  const stacks = [...ruleStacks(rules)].sort((a, b) => b.ys.length - a.ys.length || a.x0 - b.x0);
  for (const { stack, inside } of stacks.flatMap((one) => tablesOfStack(one, piecesWithin(one, pieces)))) {
    const free = inside.filter((piece) => !taken.has(piece.run));
    const shape = shapeOf(stack, free, pieceEnds(stack, page.rules));
    if (!shape) continue;
    const grid = splitUnruledRows(refineColumns(placeText(shape, free)));
    if (grid.ys.length < 3 || !looksLikeTable(grid)) continue;
    const part = partOf(grid, page.number, shape.joints ? 'ruled' : 'aligned');
    for (const run of part.consumedRuns) taken.add(run);
    parts.push(part);
  }
  return parts;
}

function piecesWithin(stack: RuleStack, pieces: readonly Piece[]): Piece[] {
  const top = stack.ys[0] ?? 0;
  const bottom = stack.ys.at(-1) ?? 0;
  return pieces.filter((piece) => {
    const y = middleOf(piece);
    return piece.rotation === 0 && piece.x1 > stack.x0 && piece.x0 < stack.x1 && y > top && y < bottom;
  });
}

interface BandedShape extends GridShape {
  /** True when the columns are drawn: pieces of the rules meet between them. */
  readonly joints: boolean;
}

interface TableOfStack {
  readonly stack: RuleStack;
  readonly inside: readonly Piece[];
}

/** Cuts a stack where prose stands between two rules: one table ends there and another begins. */
function tablesOfStack(stack: RuleStack, pieces: readonly Piece[]): TableOfStack[] {
  const tables: TableOfStack[] = [];
  const usual = usualHeight(stack.ys);
  let start = 0;
  for (let band = 0; band < stack.ys.length; band++) {
    const last = band === stack.ys.length - 1;
    if (!last && !isGap(stack.ys[band] ?? 0, stack.ys[band + 1] ?? 0, usual, pieces)) continue;
    if (band > start) {
      const part = cutStack(stack, stack.ys.slice(start, band + 1));
      tables.push({ stack: part, inside: piecesWithin(part, pieces) });
    }
    start = band + 1;
  }
  return tables;
}

function isGap(top: number, bottom: number, usual: number, pieces: readonly Piece[]): boolean {
  const inside = pieces.filter((piece) => middleOf(piece) > top && middleOf(piece) < bottom);
  const lines = linesOf(inside);
  const [first] = lines;
  if (!first) return bottom - top > BLANK_GAP;
  if (lines.some((line) => phrasesOf(line).length > 1)) return false;
  return lines.length > 1 || bottom - top > Math.min(TALL_BAND * first.size, HIGHER * usual);
}

/** Height of most bands; tables of few bands have none. */
function usualHeight(ys: readonly number[]): number {
  const heights = ys
    .slice(1)
    .map((y, band) => y - (ys[band] ?? y))
    .sort((a, b) => a - b);
  return heights.length < FEW_BANDS ? Number.POSITIVE_INFINITY : (heights[heights.length >> 1] ?? 0);
}

/** The grid of a stack: columns from joints of the rules, else from alignment; rows from all of its rules. */
function shapeOf(stack: RuleStack, pieces: readonly Piece[], ends: readonly PieceEnd[]): BandedShape | null {
  const lines = linesOf(pieces).map(phrasesOf);
  const joints = jointsOf(stack, ends);
  const borders = joints.length > 0 ? joints : bordersInColumn(lines);
  if (borders.length === 0) return null;
  const xs = [stack.x0, ...borders, stack.x1];
  const levels =
    joints.length > 0 || stack.ys.length < 3 ? null : headerLevels(linesOf(inFirstBand(stack, pieces)), xs);
  const ys = levels === null ? rowBorders(stack) : withBorder(rowBorders(stack), levels.y);
  const headed = (r: number, c: number) => r === 0 && levels?.spans.some(({ first, last }) => first <= c && c < last);
  const named = (r: number, c: number) => r === 0 && levels?.spans.every(({ first, last }) => c < first || c > last);
  const rows = ys.length - 1;
  const columns = xs.length - 1;
  const drawn = drawnSides(stack.rules, ys, xs);
  const crossed = crossings(pieces, xs, ys);
  const cells = cellsFromBorders(rows, columns, {
    below: (r, c) => drawn[(r + 1) * columns + c] === 1 || (levels !== null && r === 0 && !named(r, c)),
    right: (r, c) => {
      if (headed(r, c) || crossed.has(r * columns + c)) return false;
      if (joints.length === 0) return !underOneHeading(stack, pieces, xs, ys, r, c);
      return [r, r + 1].every((line) => isOpenAt(ends, xs[c + 1] ?? 0, ys[line] ?? 0, drawn, line, c, columns));
    },
  });
  return { xs, ys, cells, joints: joints.length > 0 };
}

function inFirstBand({ ys }: RuleStack, pieces: readonly Piece[]): readonly Piece[] {
  return pieces.filter((piece) => middleOf(piece) > (ys[0] ?? 0) && middleOf(piece) < (ys[1] ?? 0));
}

/** A border between two levels of the header, unless a short rule is drawn there. */
function withBorder(ys: readonly number[], y: number): number[] {
  const next = ys[1] ?? 0;
  return y < next && next - y >= THINNEST_ROW ? [...ys.slice(0, 1), y, ...ys.slice(1)] : [...ys];
}

function rowBorders(stack: RuleStack): number[] {
  const ys: number[] = [];
  for (const at of [...stack.ys, ...stack.rules.map((rule) => rule.at)].sort((a, b) => a - b)) {
    if (at - (ys.at(-1) ?? Number.NEGATIVE_INFINITY) >= THINNEST_ROW) ys.push(at);
  }
  return ys;
}

/** May a column border run through here? Yes where pieces of the rule end, or where no rule is drawn at all. */
function isOpenAt(
  ends: readonly PieceEnd[],
  x: number,
  y: number,
  drawn: Uint8Array,
  line: number,
  c: number,
  columns: number,
): boolean {
  if (hasEnd(ends, x, y)) return true;
  return drawn[line * columns + c] !== 1 && drawn[line * columns + c + 1] !== 1;
}

/** Positions (r · columns + c) whose right border a phrase runs over. */
function crossings(pieces: readonly Piece[], xs: readonly number[], ys: readonly number[]): Set<number> {
  const crossed = new Set<number>();
  const columns = xs.length - 1;
  for (let r = 0; r + 1 < ys.length; r++) {
    for (const phrase of phrasesInBand(pieces, ys[r] ?? 0, ys[r + 1] ?? 0)) {
      const slack = Math.min(phrase.size * 0.5, (phrase.x1 - phrase.x0) * 0.3);
      for (let c = 0; c + 1 < columns; c++) {
        const x = xs[c + 1] ?? 0;
        if (phrase.x0 + slack < x && phrase.x1 - slack > x) crossed.add(r * columns + c);
      }
    }
  }
  return crossed;
}

/** A short rule under one phrase makes it the heading of all columns that the rule runs over. */
function underOneHeading(
  stack: RuleStack,
  pieces: readonly Piece[],
  xs: readonly number[],
  ys: readonly number[],
  r: number,
  c: number,
): boolean {
  const x = xs[c + 1] ?? 0;
  const y = ys[r + 1] ?? 0;
  const width = stack.x1 - stack.x0;
  const rule = stack.rules.find(
    (one) => Math.abs(one.at - y) < THINNEST_ROW && one.from < x && one.to > x && one.to - one.from < width * 0.95,
  );
  if (!rule) return false;
  const over = phrasesInBand(pieces, ys[r] ?? 0, y).filter((phrase) => phrase.x1 > rule.from && phrase.x0 < rule.to);
  return over.length === 1;
}

function phrasesInBand(pieces: readonly Piece[], top: number, bottom: number): Phrase[] {
  const inside = pieces.filter((piece) => middleOf(piece) > top && middleOf(piece) < bottom);
  return linesOf(inside).flatMap(phrasesOf);
}
