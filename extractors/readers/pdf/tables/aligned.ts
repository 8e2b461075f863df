import { alignedBlocks, isRowOfData, type PhraseLine } from './aligned-blocks.ts';
import { bordersBetween, type Column, columnsByAlignment } from './columns-by-alignment.ts';
import type { TablePart } from './found.ts';
import type { GridShape } from './grid-shape.ts';
import { headingSpans } from './heading-spans.ts';
import { looksLikeTable } from './not-a-table.ts';
import type { Phrase } from './phrases.ts';
import type { Piece } from './pieces.ts';
import { placeText } from './place-text.ts';
import { partOf } from './ruled.ts';
import { cellsFromBorders } from './spans.ts';

/** Share of the phrases of a column that must share their left edge, right edge or middle. */
const ALIGNED = 0.6;
/** Edges this close, in em, are aligned. */
const ALIGNED_WITHIN = 0.35;
/** Share of the rows of data that a column must have something in. */
const LEAST_IN_COLUMN = 0.3;
/** Share of numbers in the columns after the first. */
const LEAST_NUMERIC = 0.5;
/** Largest share of lines with a phrase that runs over a column border. */
const MOST_RUNNING = 0.3;
/** Header lines closer than this many em are one wrapped row. */
const WRAPPED = 1.45;

/** Tables without rules, found by the alignment of their text. */
export function findAlignedTables(page: number, pieces: readonly Piece[]): TablePart[] {
  const upright = pieces.filter((piece) => piece.rotation === 0);
  return alignedBlocks(upright).flatMap((block) => {
    const shape = shapeOf(block);
    if (!shape) return [];
    const grid = placeText(
      shape,
      block.flatMap(({ line }) => line.pieces),
    );
    return looksLikeTable(grid) ? [partOf(grid, page, 'aligned')] : [];
  });
}

function shapeOf(block: readonly PhraseLine[]): GridShape | null {
  const rows = block.filter(isRowOfData);
  const columns = columnsByAlignment(rows.map((row) => row.phrases)).filter(
    (column) => column.lines.size >= LEAST_IN_COLUMN * rows.length || column.lines.size > 4,
  );
  if (columns.length < 2 || !isTabular(columns, rows) || isProse(block, bordersBetween(columns))) return null;
  const phrases = block.flatMap((line) => line.phrases);
  const left = Math.min(...phrases.map((phrase) => phrase.x0));
  const right = Math.max(...phrases.map((phrase) => phrase.x1));
  const xs = [left - 1, ...bordersBetween(columns), right + 1];
  const lines = rowsOfLines(block, xs);
  const ys = rowEdges(lines);
  const headings = headingsOf(lines, xs);
  const cells = cellsFromBorders(lines.length, xs.length - 1, {
    below: () => true,
    right: (r, c) =>
      !headings[r]?.some(({ first, last }) => first <= c && c < last) &&
      !(lines[r] ?? []).some((line) => line.phrases.some((phrase) => crosses(phrase, xs[c + 1] ?? 0))),
  });
  return { xs, ys, cells };
}

/** Headings over several columns, row by row, above the first row of data. */
function headingsOf(rows: readonly (readonly PhraseLine[])[], xs: readonly number[]) {
  const firstData = rows.findIndex((row) => row.some(isRowOfData));
  const phrases = rows.slice(0, Math.max(0, firstData)).map((row) => row.flatMap((line) => line.phrases));
  return phrases.slice(0, -1).map((line, r) => headingSpans(line, phrases[r + 1] ?? [], xs));
}

function isTabular(columns: readonly Column[], rows: readonly PhraseLine[]): boolean {
  const values = columns.slice(1);
  const count = values.reduce((sum, column) => sum + column.count, 0);
  const numeric = values.reduce((sum, column) => sum + column.numeric, 0);
  if (numeric < LEAST_NUMERIC * count || (columns.length < 3 && !isLabelColumn(columns[0]))) return false;
  const full = rows.filter((row) => row.phrases.length >= Math.min(columns.length, 3)).length;
  return full >= rows.length / 2 && values.every((column) => isAligned(column, rows));
}

/** Two columns are a table when the first names what the second counts; two scales of a chart are not. */
function isLabelColumn(column: Column | undefined): boolean {
  return column !== undefined && column.numeric < column.count / 2;
}

/** Lines that run over all columns again and again: sentences with numbers set apart. */
function isProse(block: readonly PhraseLine[], borders: readonly number[]): boolean {
  const running = block.filter((line) => line.phrases.some((phrase) => borders.some((x) => crosses(phrase, x))));
  return running.length > MOST_RUNNING * block.length;
}

/** Do most phrases of a column share their left edge, right edge or middle? */
function isAligned(column: Column, rows: readonly PhraseLine[]): boolean {
  const inside = rows.flatMap((row) => row.phrases.filter((one) => one.x1 > column.x0 && one.x0 < column.x1));
  const edges: ((phrase: Phrase) => number)[] = [
    (phrase) => phrase.x0,
    (phrase) => phrase.x1,
    (phrase) => (phrase.x0 + phrase.x1) / 2,
    pointOf,
  ];
  return edges.some((edge) => {
    const positions = inside.map(edge).sort((a, b) => a - b);
    const middle = positions[positions.length >> 1] ?? 0;
    const together = inside.filter((phrase) => Math.abs(edge(phrase) - middle) <= ALIGNED_WITHIN * phrase.size);
    return together.length >= ALIGNED * inside.length;
  });
}

/** Where the decimal point stands, for columns of numbers with different decimals. */
function pointOf(phrase: Phrase): number {
  const point = phrase.text.lastIndexOf('.');
  const share = point < 0 ? 1 : point / phrase.text.length;
  return phrase.x0 + share * (phrase.x1 - phrase.x0);
}

function crosses(phrase: Phrase, x: number): boolean {
  const slack = Math.min(phrase.size * 0.3, (phrase.x1 - phrase.x0) * 0.2);
  return phrase.x0 + slack < x && phrase.x1 - slack > x;
}

/** Lines as rows: each its own, but wrapped header lines and wrapped labels together. */
function rowsOfLines(block: readonly PhraseLine[], xs: readonly number[]): PhraseLine[][] {
  const rows: PhraseLine[][] = [];
  const firstData = block.findIndex(isRowOfData);
  block.forEach((line, index) => {
    const row = rows.at(-1);
    const above = row?.at(-1);
    const wrapped = above && line.line.baseline - above.line.baseline <= WRAPPED * line.line.size;
    const header = index < firstData && above && !spans(above, xs) && !spans(line, xs);
    if (row && wrapped && (header || continuesLabel(above, line))) row.push(line);
    else rows.push([line]);
  });
  return rows;
}

function spans(line: PhraseLine, xs: readonly number[]): boolean {
  return line.phrases.some((phrase) => xs.slice(1, -1).some((x) => crosses(phrase, x)));
}

/** A label that goes on in the next line: that one begins in lower case, and only one of the two has values. */
function continuesLabel(above: PhraseLine, line: PhraseLine): boolean {
  const goesOn = /^[\p{Ll}(]/u.test(line.phrases[0]?.text ?? '');
  return goesOn && (above.phrases.length === 1 || line.phrases.length === 1);
}

function rowEdges(rows: readonly (readonly PhraseLine[])[]): number[] {
  const edges: number[] = [];
  rows.forEach((row, index) => {
    const first = row[0]?.line;
    const before = rows[index - 1]?.at(-1)?.line;
    if (!first) return;
    const top = first.baseline - 0.9 * first.size;
    edges.push(before ? (before.baseline + 0.25 * before.size + top) / 2 : top);
  });
  const last = rows.at(-1)?.at(-1)?.line;
  edges.push(last ? last.baseline + 0.25 * last.size : 0);
  return edges;
}
