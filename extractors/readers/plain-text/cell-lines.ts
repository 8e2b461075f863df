import { readPrintedNumber } from '../../numbers/printed-number.ts';
import { readNumbering } from '../../sections/numbering.ts';
import type { Line } from './lines.ts';
import type { TextTable } from './table-lines.ts';

/**
 * Tables that a browser or a viewer saved with one cell per line. Spans and blank cells are lost, so only two plain
 * shapes are taken: rows of a label and its amounts, and rows that a column of serial numbers counts.
 */

const MAX_COLUMNS = 8;
const MIN_ROWS = 2;
const MAX_HEAD_LENGTH = 16;
/** Cells of text tables hold paragraphs; more lines than this in one row and it is no table. */
const MAX_LINES_OF_ROW = 30;
const SERIAL_HEAD = /^(?:序\s?号|编\s?号|NO\.?)$/i;

export function readCellPerLineTable(lines: readonly Line[], at: number): TextTable | null {
  if (!isHead(lines[at]?.trimmed)) return null;
  return readSerialTable(lines, at) ?? readAmountTable(lines, at);
}

/** A column head: short, without marks, no number. */
function isHead(line: string | undefined): line is string {
  if (line === undefined || line === '' || line.length > MAX_HEAD_LENGTH) return false;
  return !/[，。；：:、\t|#*]/.test(line) && readPrintedNumber(line) === null && readNumbering(line) === null;
}

/** Head, then rows of one label and an amount under every other head. */
function readAmountTable(lines: readonly Line[], at: number): TextTable | null {
  const read = cellReader(lines, at);
  const head: string[] = [];
  while (head.length <= MAX_COLUMNS && isHead(read.peek())) head.push(read.next());
  // The last of the short lines is the first row's label: an amount follows it.
  const label = head.pop();
  if (label === undefined || head.length < 2) return null;
  const rows: string[][] = [head];
  let end = at;
  for (
    let first: string | undefined = label;
    first !== undefined && first !== '';
    first = read.peek() === '' ? undefined : read.next()
  ) {
    const amounts = Array.from({ length: head.length - 1 }, () => (isAmount(read.peek()) ? read.next() : ''));
    if (isAmount(first) || amounts.includes('')) break;
    rows.push([first, ...amounts]);
    end = read.position();
  }
  return rows.length <= MIN_ROWS ? null : { rows, lines: end - at };
}

function isAmount(line: string): boolean {
  return readPrintedNumber(line) !== null;
}

/** "序号", more heads, then "1", its cells, "2", its cells … up to the next numbered heading. */
function readSerialTable(lines: readonly Line[], at: number): TextTable | null {
  if (!SERIAL_HEAD.test(lines[at]?.trimmed ?? '')) return null;
  const read = cellReader(lines, at);
  const head: string[] = [];
  while (head.length < MAX_COLUMNS && isHead(read.peek())) head.push(read.next());
  const rows: string[][] = [];
  let end = at;
  while (isSerial(read.peek(), rows.length + 1)) {
    const row = [read.next()];
    while (row.length < MAX_LINES_OF_ROW && read.peek() !== '' && !endsRow(read.peek(), rows.length + 2))
      row.push(read.next());
    rows.push(fitted(row, head.length));
    end = read.position();
  }
  return head.length < 2 || rows.length < MIN_ROWS ? null : { rows: [head, ...rows], lines: end - at };
}

function endsRow(line: string, serial: number): boolean {
  return isSerial(line, serial) || (readNumbering(line)?.rank ?? 9) <= 2;
}

/** Word prints a list number beside a typed one: "22" is 2 twice. */
function isSerial(line: string, serial: number): boolean {
  return line === `${serial}` || line === `${serial}${serial}`;
}

/** Lines beyond the last column are further paragraphs of its cell. */
function fitted(row: readonly string[], columns: number): string[] {
  return [...row.slice(0, columns - 1), row.slice(columns - 1).join('')];
}

/** Walks over lines that are not blank; "" at the end. */
function cellReader(lines: readonly Line[], at: number) {
  let position = at;
  const skipBlank = (): void => {
    while (lines[position]?.trimmed === '') position += 1;
  };
  return {
    peek: (): string => {
      const before = position;
      skipBlank();
      const text = lines[position]?.trimmed ?? '';
      position = before;
      return text;
    },
    next: (): string => {
      skipBlank();
      position += 1;
      return lines[position - 1]?.trimmed ?? '';
    },
    position: (): number => position,
  };
}
