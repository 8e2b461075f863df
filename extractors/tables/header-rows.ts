import { isPrintedNothing, readPrintedNumber } from '../numbers/printed-number.ts';
import { isCaptionText } from './caption.ts';
import { readCode } from './codes.ts';
import type { Grid } from './grid.ts';
import { canonicalLabel, ORDINAL } from './names.ts';

/** Which rows of a grid are what, from the top. */
export interface Head {
  /** First row that belongs to the header: rows before it are titles, unit and department lines inside the grid. */
  readonly top: number;
  /** First row of the body. */
  readonly body: number;
  /** Rows of the header that number the columns (栏次|1|2|3) or only say 类|款|项. */
  readonly numbering: ReadonlySet<number>;
}

/** Headers deeper than this are not looked for: the body is taken to begin. */
const DEEPEST_HEADER = 12;

const CODE_WORDS: ReadonlySet<string> = new Set([
  '类款项',
  '类款',
  '类',
  '款',
  '项',
  '目',
  '栏次',
  '行次',
  '序号',
  '编码',
  '代码',
  '栏',
  '次',
]);

export function readHead(grid: Grid, markedHeaderRows: number | undefined): Head {
  const top = captionRows(grid);
  const numbering = new Set<number>();
  const limit = Math.min(grid.rows, top + DEEPEST_HEADER);
  let body = top;
  while (body < limit) {
    if (isNumberingRow(grid, body)) {
      numbering.add(body);
      body++;
      // the row of column numbers is the last of the header
      if (!continuesHeader(grid, body)) break;
    } else if (isHeaderRow(grid, { top, numbering }, body, markedHeaderRows)) {
      body++;
    } else break;
  }
  return { top, body, numbering };
}

/** After the column numbers only another line of numbers or 类|款|项 can still belong to the header. */
function continuesHeader(grid: Grid, r: number): boolean {
  return r < grid.rows && isNumberingRow(grid, r);
}

/** Title, unit and department lines that stand inside the grid, above its header. */
function captionRows(grid: Grid): number {
  let r = 0;
  while (r < Math.min(grid.rows, 6)) {
    const cells = grid.starting(r);
    if (cells.length === 0) {
      if (grid.rows > r + 1 && captionsFollow(grid, r + 1)) r++;
      else break;
    } else if (isCaptionRow(grid, r)) {
      r++;
    } else break;
  }
  return r;
}

function captionsFollow(grid: Grid, r: number): boolean {
  return r <= 4 && grid.starting(r).length > 0 && isCaptionRow(grid, r);
}

function isCaptionRow(grid: Grid, r: number): boolean {
  const cells = grid.starting(r);
  if (cells.length === 0 || cells.length > 4) return false;
  const spansAll = cells.length === 1 && (cells[0]?.cs ?? 0) >= grid.columns && grid.columns > 1;
  return cells.every(({ text }) => isCaptionText(text, spansAll));
}

/** "栏次|1|2|3", "|1|2=3+4|3", "类|款|项|1|2": numbers that name columns, and nothing else. */
export function isNumberingRow(grid: Grid, r: number): boolean {
  let numbers = 0;
  let previous = 0;
  let words = 0;
  for (const { c } of grid.starting(r)) {
    const text = grid.own(r, c);
    const printed = columnNumber(text);
    if (printed !== null) {
      if (printed <= previous) return false;
      previous = printed;
      numbers++;
    } else if (CODE_WORDS.has(text) || isPrintedNothing(text) || /^[*×xX甲乙丙]+$/.test(text)) {
      words++;
    } else return false;
  }
  if (numbers === 0) return false;
  return numbers >= 2 || (words > 0 && previous < 30);
}

function columnNumber(text: string): number | null {
  const number = /^[([]?(\d{1,2})[)\]]?(?:栏)?(?:=[\d+\-()（）×*/÷]{1,40})?$/.exec(text)?.[1];
  return number === undefined ? null : Number(number);
}

/** What is known of the header above the row in question. */
interface HeadSoFar {
  readonly top: number;
  readonly numbering: ReadonlySet<number>;
}

function isHeaderRow(grid: Grid, above: HeadSoFar, r: number, marked: number | undefined): boolean {
  const cells = grid.starting(r);
  if (cells.some(({ c, text }) => isAmount(text) || (c < 4 && isCodeCell(text)))) return false;
  if (r === above.top || isInsideSpans(grid, above, r)) return true;
  if (cells.length === 0) return headersFollow(grid, above, r + 1);
  if (marked !== undefined && r < marked) return true;
  if (beginsItem(grid, r)) return false;
  return !(cells.length === 1 && allColumnsNamed(grid, above.top, r));
}

/** A blank line inside the header: a row of several header texts comes next. */
function headersFollow(grid: Grid, above: HeadSoFar, r: number): boolean {
  const cells = grid.starting(r);
  if (r <= above.top + 1 || cells.length < 3 || cells.some(({ text }) => text.length >= 20)) return false;
  return isHeaderRow(grid, above, r, undefined);
}

/** A header cell of the rows above reaches down to this row; 类|款|项 beside the column numbers may reach over a total. */
function isInsideSpans(grid: Grid, { top, numbering }: HeadSoFar, r: number): boolean {
  for (let c = 0; c < grid.columns; c++) {
    const cell = grid.at(r, c);
    if (cell !== null && cell.r < r && cell.r >= top && cell.text !== '' && !numbering.has(cell.r)) return true;
  }
  return false;
}

function isAmount(text: string): boolean {
  const plain = text.replace(/\s/g, '');
  return readPrintedNumber(plain) !== null && !/^(?:19|20)\d{2}$/.test(plain);
}

function isCodeCell(text: string): boolean {
  const code = readCode(text.normalize('NFKC').replace(/\s/g, ''));
  return code !== null && !/^(?:19|20)\d{2}$/.test(text);
}

/** A first cell that can only be the label of a body row: "一、…", or a total with nothing beside it. */
function beginsItem(grid: Grid, r: number): boolean {
  const [first, ...others] = grid.starting(r);
  if (!first || first.c > 3) return false;
  const text = grid.own(r, first.c);
  if (ORDINAL.test(text) && text.length > 3) return true;
  return (
    others.length === 0 && /^(?:合计|总计|小计|本年收入合计)$/.test(canonicalLabel(text)) && first.cs < grid.columns
  );
}

/** Every column already has a header above: a lone text below is the first label of the body. */
function allColumnsNamed(grid: Grid, top: number, r: number): boolean {
  for (let c = 0; c < grid.columns; c++) {
    let named = false;
    for (let above = top; above < r && !named; above++) named = grid.text(above, c) !== '';
    if (!named) return false;
  }
  return true;
}
