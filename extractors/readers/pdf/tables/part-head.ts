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

/** Has the part its own header, which is not that of the table above? Words in three columns and no amount. */
export function startsLikeHeader(next: Cells): boolean {
  const row = next.cells.filter((cell) => cell.r === 0);
  const filled = row.map(plain).filter((text) => text !== '');
  if (filled.length < 3 || filled.length < row.length * 0.7) return false;
  return (
    filled.every((text) => !isBodyText(text) && text.length <= 20) && next.cells.some((cell) => isBodyText(plain(cell)))
  );
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

export function plain(cell: GridCell): string {
  return cell.text.replace(/\s+/g, '');
}

function repeatsTotal(part: Cells, header: number, same: number, sameTitle: boolean): boolean {
  if (same !== header + 1) return false;
  const row = part.cells.filter((cell) => cell.r === header).map(plain);
  return row.some((text) => TOTAL.test(text)) && (sameTitle || row.some((text) => /[1-9]/.test(text)));
}

function isBodyText(text: string): boolean {
  return (AMOUNT.test(text) && AMOUNT_WITH_POINT.test(text)) || CODE.test(text);
}

function rowSays(part: Cells, r: number): string {
  return part.cells
    .filter((cell) => cell.r === r)
    .map(plain)
    .join('|');
}
