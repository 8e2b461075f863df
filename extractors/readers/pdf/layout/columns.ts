import type { Line } from './lines.ts';

/** Lines that are read one after the other between one pair of margins. */
export interface Column {
  readonly lines: readonly Line[];
  /** Lines that stand beside another on one baseline: each is for itself. */
  readonly apart: ReadonlySet<Line>;
  /** True for a column of text set beside others. */
  readonly beside: boolean;
}

/** The white space between two columns is at least this wide, in em. */
const GUTTER = 1;
/** Columns of text have at least this many lines, and lines at least this long on average (em). */
const COLUMN_LINES = 4;
const COLUMN_WIDTH = 9;
/** Columns of text fill their width; cells of an unruled table do not. */
const COLUMN_FILL = 0.6;

/** Reading order of the rows of a page: text in columns is read column by column, everything else row by row. */
export function columnsOf(rows: readonly (readonly Line[])[]): Column[] {
  const found: Column[] = [];
  let plain: (readonly Line[])[] = [];
  const flush = () => {
    if (plain.length > 0) found.push(rowByRow(plain));
    plain = [];
  };
  for (let at = 0; at < rows.length; ) {
    const block = columnBlock(rows, at);
    if (block === null) {
      plain.push(rows[at] ?? []);
      at += 1;
      continue;
    }
    flush();
    for (const side of [block.left, block.right]) {
      found.push(...columnsOf(side).map((column) => ({ ...column, beside: true })));
    }
    at = block.end;
  }
  flush();
  return found;
}

function rowByRow(rows: readonly (readonly Line[])[]): Column {
  const apart = new Set(rows.filter((row) => row.length > 1).flat());
  return { lines: rows.flat(), apart, beside: false };
}

interface ColumnBlock {
  readonly left: readonly (readonly Line[])[];
  readonly right: readonly (readonly Line[])[];
  readonly end: number;
}

/** The longest block of rows from `start` that one white gutter divides into two columns of text; null for none. */
function columnBlock(rows: readonly (readonly Line[])[], start: number): ColumnBlock | null {
  const first = rows[start];
  if (first === undefined || first.length < 2) return null;
  for (let split = 1; split < first.length; split += 1) {
    const block = dividedRows(rows, start, split);
    if (isText(block.left) && isText(block.right)) return block;
  }
  return null;
}

function dividedRows(rows: readonly (readonly Line[])[], start: number, split: number): ColumnBlock {
  const left: Line[][] = [];
  const right: Line[][] = [];
  let [from, to] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  let end = start;
  for (; end < rows.length; end += 1) {
    const row = rows[end] ?? [];
    const divided =
      end === start ? split : row.findIndex((line) => line.x0 >= to - 0.5 || line.x0 >= from + GUTTER * line.size);
    const cut = divided === -1 ? row.length : divided;
    const [before, after] = [row.slice(0, cut), row.slice(cut)];
    const nextFrom = Math.max(from, ...before.map((line) => line.x1));
    const nextTo = Math.min(to, ...after.map((line) => line.x0));
    if (nextTo - nextFrom < GUTTER * (row[0]?.size ?? 0)) break;
    [from, to] = [nextFrom, nextTo];
    if (before.length > 0) left.push(before);
    if (after.length > 0) right.push(after);
  }
  return { left, right, end };
}

function isText(rows: readonly (readonly Line[])[]): boolean {
  if (rows.length < COLUMN_LINES) return false;
  const x0 = Math.min(...rows.map((row) => row[0]?.x0 ?? 0));
  const x1 = Math.max(...rows.map((row) => row.at(-1)?.x1 ?? 0));
  let [em, filled] = [0, 0];
  for (const row of rows) {
    const width = row.reduce((sum, line) => sum + line.x1 - line.x0, 0);
    em += width / (row[0]?.size || 1);
    filled += width;
  }
  return em / rows.length >= COLUMN_WIDTH && filled >= COLUMN_FILL * rows.length * (x1 - x0);
}
