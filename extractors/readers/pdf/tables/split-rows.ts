import { linesOf, type TextLine, textOfLine } from './cell-text.ts';
import { intervalOf } from './grid-shape.ts';
import type { FilledCell, FilledGrid } from './place-text.ts';

/** A whole number as it may stand alone in a cell; dashes and "n.a." state that there is none. */
const WHOLE_NUMBER =
  /^(?:[-−–—.]{1,3}|n\.?a\.?|[-−–(]?(?:\d{1,3}(?:[, ]\d{3})+|\d+)(?:\.(?<decimals>\d+))?\s?%?\)?\*{0,3})$/i;
/** Baselines of one row differ by at most this share of the type size. */
const SAME_ROW = 0.4;

/**
 * Splits ruled bands that hold several rows of numbers, because the rules between them are missing ("header ruled and
 * body not"). A band is split when two columns of whole numbers agree on the baselines; wrapped text alone never splits.
 */
export function splitUnruledRows(grid: FilledGrid): FilledGrid {
  const extra: number[] = [];
  const rows = grid.ys.length - 1;
  for (let r = 0; r < rows; r++) {
    const inBand = grid.cells.filter((cell) => cell.r === r && cell.rs === 1);
    if (inBand.some((cell) => cell.pieces.length > 1)) extra.push(...bordersInBand(inBand));
  }
  return extra.length === 0 ? grid : insertRowBorders(grid, extra);
}

function bordersInBand(cells: readonly FilledCell[]): number[] {
  const stacks = cells.map((cell) => linesOf(cell.pieces)).filter((lines) => lines.length > 1);
  const numeric = stacks
    .filter(isStackOfNumbers)
    .filter((lines) => sameDecimals(lines) || isNamedRowByRow(lines, stacks));
  const longest = numeric.reduce<readonly TextLine[]>((best, lines) => (lines.length > best.length ? lines : best), []);
  const agreeing = numeric.filter((lines) => agree(lines, longest));
  if (agreeing.length < 2 || agreeing.length < numeric.length) return [];
  return longest.slice(1).map((line, index) => {
    const above = longest[index] ?? line;
    return (above.baseline + 0.25 * above.size + line.baseline - 0.85 * line.size) / 2;
  });
}

function isStackOfNumbers(lines: readonly TextLine[]): boolean {
  return lines.every((line) => WHOLE_NUMBER.test(textOfLine(line)));
}

/** Wrapped numbers ("12345" over "67.89") differ in their decimals; numbers of one column seldom do. */
function sameDecimals(lines: readonly TextLine[]): boolean {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const places = WHOLE_NUMBER.exec(textOfLine(line))?.groups?.decimals?.length ?? 0;
    counts.set(places, (counts.get(places) ?? 0) + 1);
  }
  return Math.max(...counts.values()) >= 0.8 * lines.length;
}

/** Three rows or more, each with a label of its own. */
function isNamedRowByRow(lines: readonly TextLine[], stacks: readonly (readonly TextLine[])[]): boolean {
  return lines.length > 2 && stacks.some((other) => !isStackOfNumbers(other) && agree(lines, other));
}

function agree(lines: readonly TextLine[], rows: readonly TextLine[]): boolean {
  return lines.every((line) => rows.some((row) => Math.abs(row.baseline - line.baseline) <= SAME_ROW * row.size));
}

/** The same grid with more row borders: cells over a new border are cut, their lines go to the part they stand in. */
function insertRowBorders(grid: FilledGrid, extra: readonly number[]): FilledGrid {
  const ys = [...grid.ys, ...extra].sort((a, b) => a - b);
  const added = new Set(extra);
  /** New index of each old border. */
  const moved = ys.flatMap((y, index) => (added.has(y) ? [] : [index]));
  const cells = grid.cells.flatMap((cell) => {
    const r = moved[cell.r] ?? cell.r;
    const rs = (moved[cell.r + cell.rs] ?? r + 1) - r;
    if (cell.rs > 1 || rs === 1) return [{ ...cell, r, rs }];
    const lines = linesOf(cell.pieces);
    return Array.from({ length: rs }, (_, step) => ({
      ...cell,
      r: r + step,
      rs: 1,
      pieces: lines.filter((line) => rowOfLine(ys, line, r, rs) === r + step).flatMap((line) => line.pieces),
    }));
  });
  return { xs: grid.xs, ys, cells: cells.sort((a, b) => a.r - b.r || a.c - b.c) };
}

function rowOfLine(ys: readonly number[], line: TextLine, r: number, rs: number): number {
  const row = intervalOf(ys, line.baseline - 0.35 * line.size);
  return Math.min(r + rs - 1, Math.max(r, row));
}
