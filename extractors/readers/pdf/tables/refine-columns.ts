import { linesOf } from './cell-text.ts';
import { bordersBetween, type Column, columnsByAlignment } from './columns-by-alignment.ts';
import { type Phrase, phrasesOf } from './phrases.ts';
import type { FilledCell, FilledGrid } from './place-text.ts';

/** Least number of lines that must show a column for it to be one. */
const LEAST_LINES = 2;
/** Share of the lines of a ruled column that must have phrases in two of the columns found in it. */
const LEAST_SHARE = 0.6;
/** Share of numbers in the columns found, the first one (labels) left out. */
const LEAST_NUMERIC = 0.5;

/**
 * Parts ruled columns that hold several columns of text, because the rules between them are missing.
 */
export function refineColumns(grid: FilledGrid): FilledGrid {
  const lines: Phrase[][][] = [];
  for (const cell of grid.cells) {
    if (cell.cs > 1 || cell.pieces.length === 0) continue;
    const column = lines[cell.c] ?? [];
    lines[cell.c] = column;
    column.push(...linesOf(cell.pieces).map(phrasesOf));
  }
  const extra = lines.flatMap((column) => bordersInColumn(column ?? []));
  return extra.length === 0 ? grid : insertColumnBorders(grid, extra);
}

/** Borders that the alignment of phrases shows inside one ruled column; none when the text is prose. */
export function bordersInColumn(lines: readonly (readonly Phrase[])[]): number[] {
  if (lines.filter((line) => line.length > 1).length < LEAST_LINES) return [];
  const columns = columnsByAlignment(lines);
  const several = lines.filter((line) => columns.filter((column) => standsIn(line, column)).length > 1).length;
  if (several < LEAST_LINES || several < LEAST_SHARE * lines.length) return [];
  const values = columns.slice(1);
  const numeric = values.reduce((sum, column) => sum + column.numeric, 0);
  const count = values.reduce((sum, column) => sum + column.count, 0);
  return numeric >= LEAST_NUMERIC * count ? bordersBetween(columns) : [];
}

function standsIn(line: readonly Phrase[], column: Column): boolean {
  return line.some((phrase) => middle(phrase) > column.x0 && middle(phrase) < column.x1);
}

/** The same grid with more column borders; phrases that run over a new border keep their cell undivided there. */
function insertColumnBorders(grid: FilledGrid, extra: readonly number[]): FilledGrid {
  const xs = [...grid.xs, ...extra].sort((a, b) => a - b);
  const added = new Set(extra);
  const moved = xs.flatMap((x, index) => (added.has(x) ? [] : [index]));
  const cells = grid.cells.flatMap((cell) => {
    const c = moved[cell.c] ?? cell.c;
    const cs = (moved[cell.c + cell.cs] ?? c + 1) - c;
    return cell.cs > 1 || cs === 1 ? [{ ...cell, c, cs }] : partCell(cell, xs, c, cs);
  });
  return { xs, ys: grid.ys, cells: cells.sort((a, b) => a.r - b.r || a.c - b.c) };
}

/** Cuts one cell at the borders between columns c … c + cs that none of its phrases crosses. */
export function partCell(cell: FilledCell, xs: readonly number[], c: number, cs: number): FilledCell[] {
  const phrases = linesOf(cell.pieces).flatMap(phrasesOf);
  const starts = [c];
  for (let border = c + 1; border < c + cs; border++) {
    const x = xs[border] ?? 0;
    const slack = (phrase: Phrase) => Math.min(phrase.size * 0.5, (phrase.x1 - phrase.x0) * 0.3);
    if (phrases.every((one) => one.x1 - slack(one) <= x || one.x0 + slack(one) >= x)) starts.push(border);
  }
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? c + cs;
    const from = index === 0 ? Number.NEGATIVE_INFINITY : (xs[start] ?? 0);
    const to = index === starts.length - 1 ? Number.POSITIVE_INFINITY : (xs[end] ?? 0);
    const inside = phrases.filter((phrase) => middle(phrase) >= from && middle(phrase) < to);
    return { ...cell, c: start, cs: end - start, pieces: inside.flatMap((phrase) => phrase.pieces) };
  });
}

function middle(phrase: Phrase): number {
  return (phrase.x0 + phrase.x1) / 2;
}
