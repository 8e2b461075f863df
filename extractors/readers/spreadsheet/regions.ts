import { readPrintedNumber } from '../../numbers/printed-number.ts';
import type { SheetRow, ShownCell } from './shown-cells.ts';

/** A sheet from top to bottom: lines of text (titles, notes, prose) and tables. */
export type Region =
  | { readonly kind: 'line'; readonly cell: ShownCell }
  | { readonly kind: 'table'; readonly rows: readonly SheetRow[] };

/**
 * Rows with several texts make tables; a row with one text is a line of its own above, below and between them, or the
 * label of a row without numbers inside one. A table ends where, after blank rows, something new begins: a header.
 */
export function findRegions(rows: readonly SheetRow[]): Region[] {
  const wide = wideRows(rows);
  const regions: Region[] = [];
  for (let at = 0; at < rows.length; ) {
    const end = wide[at] ? tableEnd(rows, wide, at) : at;
    const table = rows.slice(at, end);
    if (table.length > 1) {
      regions.push({ kind: 'table', rows: table });
      at = end;
    } else {
      for (const cell of rows[at]?.cells ?? []) regions.push({ kind: 'line', cell });
      at += 1;
    }
  }
  return regions;
}

/** Rows with several texts, or beside a cell that reaches over such rows. */
function wideRows(rows: readonly SheetRow[]): boolean[] {
  const wide = rows.map(({ cells }) => cells.length > 1);
  let reached = -1;
  for (const [i, { row, cells }] of rows.entries()) {
    if (row <= reached) wide[i] = true;
    for (const cell of cells) {
      const next = rows[i + 1];
      if (cell.lastRow > row && next !== undefined && next.row <= cell.lastRow) {
        reached = Math.max(reached, cell.lastRow);
        wide[i] = true;
      }
    }
  }
  return wide;
}

/** The row after the last one of the table that begins at `start`. */
function tableEnd(rows: readonly SheetRow[], wide: readonly boolean[], start: number): number {
  let end = start + 1;
  let hasNumbers = false;
  for (let at = start; at < rows.length; ) {
    const row = rows[at];
    if (row === undefined) break;
    if (wide[at]) {
      if (at > start && row.afterGap && hasNumbers && !holdsNumber(row)) return end;
      hasNumbers ||= holdsNumber(row);
      at += 1;
      end = at;
      continue;
    }
    const next = wide.indexOf(true, at);
    const lone = rows.slice(at, next === -1 ? rows.length : next);
    const gap = [...lone, ...rows.slice(next, next + 1)].some(({ afterGap }) => afterGap);
    const width = columnsOf(rows[start]);
    const goesOn =
      next !== -1 && (!gap || (hasNumbers ? holdsNumber(rows[next]) : lone.every((row) => isLabel(row, width))));
    if (!goesOn) return end + labelsBelow(lone, width, next === -1);
    at = next;
  }
  return end;
}

function holdsNumber(row: SheetRow | undefined): boolean {
  return (
    row?.cells.some(({ text }) => readPrintedNumber(text) !== null && !/^\s*(?:19|20)\d{2}\s*$/.test(text)) ?? false
  );
}

const LONGEST_LABEL = 30;

interface Width {
  readonly first: number;
  readonly last: number;
}

function columnsOf(row: SheetRow | undefined): Width {
  const cells = row?.cells ?? [];
  return { first: cells[0]?.column ?? 0, last: Math.max(0, ...cells.map(({ lastColumn }) => lastColumn)) };
}

/** A short text without marks in one place of the table: neither a title nor a note, which stand over its whole width. */
function isLabel({ cells: [cell] }: SheetRow, { first, last }: Width): boolean {
  if (cell === undefined || (cell.column <= first && cell.lastColumn >= last)) return false;
  return cell.text.trim().length <= LONGEST_LABEL && !/[。；：:]|表\s*$/.test(cell.text);
}

/** How many of the lone texts under a table are labels of its last rows: in its first column; at the sheet's end after blank rows too. */
function labelsBelow(lone: readonly SheetRow[], width: Width, isEndOfSheet: boolean): number {
  const first = lone.findIndex(
    (row) => !isLabel(row, width) || row.cells[0]?.column !== width.first || (row.afterGap && !isEndOfSheet),
  );
  return first === -1 ? lone.length : first;
}
