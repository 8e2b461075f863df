import type { Phrase } from './phrases.ts';

/** Phrases that stand over each other: one column. */
export interface Column {
  readonly x0: number;
  readonly x1: number;
  /** Indices of the lines that have a phrase in it. */
  readonly lines: ReadonlySet<number>;
  readonly numeric: number;
  readonly count: number;
}

interface GrowingColumn {
  x0: number;
  x1: number;
  lines: Set<number>;
  numeric: number;
  count: number;
}

/** Phrases that touch by less than this many points do not stand over each other. */
const TOUCHING = 1;

/**
 * Columns of lines of phrases, left to right. Narrow phrases make the columns, wider ones join the only column they
 * stand over; what stands over several columns is a heading of them, unless these columns never occur in one line:
 * then they are one column (numbers at the right and a dash in the middle of it).
 */
export function columnsByAlignment(lines: readonly (readonly Phrase[])[]): Column[] {
  const phrases = lines
    .flatMap((line, index) => line.map((phrase) => ({ phrase, line: index })))
    .sort((a, b) => widthOf(a.phrase) - widthOf(b.phrase) || a.line - b.line || a.phrase.x0 - b.phrase.x0);
  const columns: GrowingColumn[] = [];
  for (const { phrase, line } of phrases) {
    const under = columns.filter((column) => overlap(column, phrase) > TOUCHING);
    const [first] = under;
    if (!first) columns.push({ x0: phrase.x0, x1: phrase.x1, lines: new Set(), numeric: 0, count: 0 });
    else if (under.length > 1 && !neverTogether(under)) continue;
    const target = first ? mergedInto(first, under, columns) : columns.at(-1);
    if (target) take(target, phrase, line);
  }
  return columns.sort((a, b) => a.x0 - b.x0);
}

/** Borders in the middle of the gaps between columns. */
export function bordersBetween(columns: readonly Column[]): number[] {
  return columns.slice(1).map((column, index) => ((columns[index]?.x1 ?? column.x0) + column.x0) / 2);
}

function widthOf(phrase: Phrase): number {
  return phrase.x1 - phrase.x0;
}

function overlap(column: GrowingColumn, phrase: Phrase): number {
  return Math.min(column.x1, phrase.x1) - Math.max(column.x0, phrase.x0);
}

function neverTogether(columns: readonly GrowingColumn[]): boolean {
  const seen = new Set<number>();
  for (const column of columns) {
    for (const line of column.lines) {
      if (seen.has(line)) return false;
      seen.add(line);
    }
  }
  return true;
}

function mergedInto(first: GrowingColumn, others: readonly GrowingColumn[], columns: GrowingColumn[]): GrowingColumn {
  for (const other of others) {
    if (other === first) continue;
    first.x0 = Math.min(first.x0, other.x0);
    first.x1 = Math.max(first.x1, other.x1);
    first.numeric += other.numeric;
    first.count += other.count;
    for (const line of other.lines) first.lines.add(line);
    columns.splice(columns.indexOf(other), 1);
  }
  return first;
}

function take(column: GrowingColumn, phrase: Phrase, line: number): void {
  column.x0 = Math.min(column.x0, phrase.x0);
  column.x1 = Math.max(column.x1, phrase.x1);
  column.lines.add(line);
  column.count++;
  if (phrase.numeric) column.numeric++;
}
