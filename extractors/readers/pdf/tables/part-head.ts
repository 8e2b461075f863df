import type { GridCell } from '../../../../schemas/index.ts';

/** The cells of a grid or of a part of one. */
export interface Cells {
  readonly rows: number;
  readonly cells: readonly GridCell[];
}

const AMOUNT = /^[-−(（]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?%?[)）]?$/;
const AMOUNT_WITH_POINT = /[.,]\d/;
/** 科目编码: codes of 类, 款 and 项 stand in body rows only. */
const CODE = /^\d{3}(?:\d{2}){0,2}$/;
/** Share of the rows of a form without groups that hold a cell merged over columns. */
const LEAST_MERGED = 0.4;
const LEAST_GROUP = 3;
/** Largest share of amounts among the texts of a form; in a table of amounts a header begins another table. */
const MOST_AMOUNTS = 0.25;
const TOTAL = /^[合总]计$/;
const TITLE_IN_GRID = /表\s{0,4}(?:[（(].{0,20}[)）])?$|单位\s?[:：]/;

/** Rows before the first one that holds an amount or a code; all rows of a grid without numbers count as one header row. */
export function headerRowsOf(part: Cells): number {
  const body = part.cells.find((cell) => isBodyText(plain(cell)));
  return body ? body.r : 1;
}

/** How many of the first rows of `next` say the same as those of `first`: header rows, and a total printed with them. */
export function repeatedHeaderRows(first: Cells, next: Cells, sameTitle: boolean): number {
  const header = headerRowsOf(first);
  let same = 0;
  while (same < next.rows && rowSays(first, same) === rowSays(next, same)) same++;
  // Rows of amounts repeat only when they are printed on every page with the header, the total of the whole table.
  if (same > header && !repeatsTotal(first, header, same, sameTitle)) same = header;
  // A blank row repeats nothing, and a cell may not be cut in two.
  const cut = next.cells.some((cell) => cell.r < same && cell.r + cell.rs > same);
  return cut || !/[^|]/.test(rowSays(next, 0)) ? 0 : same;
}

/** A sheet to be filled in: names at the left for groups of rows, and rows divided each in their own way. */
export function isForm(part: Cells): boolean {
  const { cells, rows } = part;
  const filled = cells.filter((cell) => plain(cell) !== '');
  if (filled.filter((cell) => isAmount(plain(cell))).length > MOST_AMOUNTS * filled.length) return false;
  const merged = new Set(filled.filter((cell) => cell.cs > 1).map((cell) => cell.r));
  return hasRowGroups(part) ? merged.size > 0 : merged.size >= LEAST_MERGED * rows;
}

/** Names at the left, under the first row, each of several rows. */
export function hasRowGroups({ cells }: Cells): boolean {
  return cells.some((cell) => cell.c === 0 && cell.r > 0 && cell.rs >= LEAST_GROUP && plain(cell) !== '');
}

/** Has the part a header of its own? Words in its first row over columns that hold amounts in the table above. */
export function startsLikeHeader(table: Cells, next: Cells, columnOf: (c: number) => number): boolean {
  const amounts = new Set(table.cells.filter((cell) => cell.cs === 1 && isAmount(plain(cell))).map((cell) => cell.c));
  const words = new Set<number>();
  for (const cell of next.cells) {
    if (cell.r > 0 || !/\p{L}{2}/u.test(plain(cell))) continue;
    for (let c = columnOf(cell.c); c < columnOf(cell.c + cell.cs); c++) if (amounts.has(c)) words.add(c);
  }
  return words.size > 0 && words.size >= amounts.size / 2;
}

/** A title or unit line inside the grid that the table above does not have in its first rows. */
export function startsWithOtherTitle(first: Cells, next: Cells): boolean {
  const title = next.cells.find((cell) => cell.r === 0 && plain(cell) !== '');
  if (!title || !TITLE_IN_GRID.test(plain(title))) return false;
  return (
    next.cells.every((cell) => cell.r > 0 || cell === title || plain(cell) === '') &&
    rowSays(first, 0) !== rowSays(next, 0)
  );
}

/** First words of the first row under the header. */
export function firstBodyLabel(part: Cells, headerRows: number): string {
  return (
    part.cells
      .filter((cell) => cell.r === headerRows)
      .map(plain)
      .find((text) => text !== '') ?? ''
  );
}

export function hasAmounts({ cells }: Pick<Cells, 'cells'>): boolean {
  return cells.some((cell) => isAmount(plain(cell)));
}

export function plain(cell: GridCell): string {
  return cell.text.replace(/\s+/g, '');
}

function repeatsTotal(part: Cells, header: number, same: number, sameTitle: boolean): boolean {
  if (same !== header + 1) return false;
  const row = part.cells.filter((cell) => cell.r === header).map(plain);
  return row.some((text) => TOTAL.test(text)) && (sameTitle || row.some((text) => /[1-9]/.test(text)));
}

function isBodyText(text: string): boolean {
  return isAmount(text) || CODE.test(text);
}

function isAmount(text: string): boolean {
  return AMOUNT_WITH_POINT.test(text) && AMOUNT.test(text);
}

function rowSays(part: Cells, r: number): string {
  return part.cells
    .filter((cell) => cell.r === r)
    .map(plain)
    .join('|');
}
