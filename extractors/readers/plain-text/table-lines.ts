import { readCellPerLineTable } from './cell-lines.ts';
import type { Line } from './lines.ts';

/** Finds tables written with tabs, with pipes (Markdown) or one cell per line, and gives them as rows of cell texts. */
export interface TextTable {
  readonly rows: readonly (readonly string[])[];
  /** Lines taken, beginning with the one asked about. */
  readonly lines: number;
  /** Known from a Markdown rule under the header, else undefined. */
  readonly headerRows?: number;
}

/** Tab-separated rows with at most this many blank lines between them are one table. */
const MAX_BLANK_BETWEEN_ROWS = 1;

export function readTableAt(lines: readonly Line[], at: number): TextTable | null {
  return readPipeTable(lines, at) ?? readTabTable(lines, at) ?? readCellPerLineTable(lines, at);
}

function readPipeTable(lines: readonly Line[], at: number): TextTable | null {
  const rows: string[][] = [];
  let headerRows: number | undefined;
  let next = at;
  for (; isPipeRow(lines[next]?.trimmed); next += 1) {
    const cells = pipeCells(lines[next]?.trimmed ?? '');
    if (cells.every((cell) => /^:?-{2,}:?$/.test(cell))) headerRows ??= rows.length;
    else rows.push(cells);
  }
  if (rows.length === 0 || next - at < 2) return null;
  return { rows, lines: next - at, ...(headerRows === undefined ? {} : { headerRows }) };
}

function isPipeRow(line: string | undefined): boolean {
  return line !== undefined && /^\|.{0,20000}\|$/.test(line);
}

function pipeCells(line: string): string[] {
  return line
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => unmarked(cell.replaceAll('\\|', '|').replace(/<br\s{0,3}\/?>/gi, '')).trim());
}

/** Emphasis of Markdown is no part of the text. */
export function unmarked(text: string): string {
  return text.replace(/(\*\*|__)(?=\S)([^*_]{1,400})\1/g, '$2').replace(/`([^`]{1,400})`/g, '$1');
}

function readTabTable(lines: readonly Line[], at: number): TextTable | null {
  const rows: string[][] = [];
  let end = at;
  let blanks = 0;
  for (let next = at; next < lines.length; next += 1) {
    const line = lines[next];
    if (line === undefined) break;
    if (line.trimmed === '') {
      blanks += 1;
      if (blanks > MAX_BLANK_BETWEEN_ROWS) break;
      continue;
    }
    if (!isTabRow(line.text)) break;
    if (blanks > 0 && tabCells(line.text).length !== rows[0]?.length) break;
    blanks = 0;
    rows.push(tabCells(line.text));
    end = next + 1;
  }
  return rows.length < 2 && !((rows[0]?.length ?? 0) > 2) ? null : { rows, lines: end - at };
}

/** A tab after text or two tabs; a single tab that only indents a paragraph makes no row. */
function isTabRow(line: string): boolean {
  const first = line.indexOf('\t');
  if (first === -1) return false;
  if (line.indexOf('\t', first + 1) !== -1 || line.slice(0, first).trim() !== '') return true;
  return /^[^\s。；，]{1,20}$/.test(line.slice(first + 1));
}

function tabCells(line: string): string[] {
  return line.split('\t').map((cell) => cell.replace(/ {2,}/g, ' ').trim());
}
