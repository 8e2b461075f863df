import type { GridCell } from '../../../schemas/index.ts';

/** Rows of texts as a grid: rows are filled up to the widest, merged header cells are inferred. */
export interface TextGrid {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly GridCell[];
}

const MAX_HEADER_ROWS = 5;
const HAS_AMOUNT = /\d[.,]\d/;

export function gridOf(rows: readonly (readonly string[])[], block: number): TextGrid {
  const full = withoutEmptyEdge(rows);
  const columns = full[0]?.length ?? 0;
  const header = headerLength(full);
  const cells: GridCell[] = [];
  let offset = 0;
  for (const [r, row] of full.entries()) {
    for (let c = 0; c < columns; ) {
      const text = row[c] ?? '';
      const cs = r < header ? inferredSpan(row, full.slice(r + 1, header), c) : 1;
      const place = { block, start: offset, end: offset + text.length };
      cells.push({ r, c, rs: 1, cs, text, place: text === '' ? null : place });
      offset += text.length + cs;
      c += cs;
    }
  }
  return { rows: full.length, columns, cells };
}

/** Rows get the same number of cells; columns that no row uses at the right edge (trailing tabs) are left out. */
function withoutEmptyEdge(rows: readonly (readonly string[])[]): string[][] {
  const used = (row: readonly string[]): number => row.findLastIndex((text) => text !== '') + 1;
  const columns = rows.reduce((widest, row) => Math.max(widest, used(row)), 0);
  return rows.map((row) => Array.from({ length: columns }, (_, c) => row[c] ?? ''));
}

/** Rows before the first that holds an amount. */
function headerLength(rows: readonly (readonly string[])[]): number {
  const first = rows.findIndex((row) => row.some((text) => HAS_AMOUNT.test(text)));
  return Math.min(first === -1 ? 1 : first, MAX_HEADER_ROWS);
}

/**
 * Saving as text loses spans: "收入 ⇥ ⇥ ⇥ 支出". A header text followed by blanks spans those that head a column further
 * down in the header.
 */
function inferredSpan(row: readonly string[], below: readonly (readonly string[])[], c: number): number {
  const isHeadedBelow = (column: number): boolean => below.some((lower) => (lower[column] ?? '') !== '');
  if ((row[c] ?? '') === '' || !isHeadedBelow(c)) return 1;
  let span = 1;
  while (c + span < row.length && row[c + span] === '' && isHeadedBelow(c + span)) span += 1;
  return span;
}
