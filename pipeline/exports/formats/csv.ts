import type { Cell } from '../rows.ts';
import { looksLikeFormula } from './formulas.ts';
import { encoder } from './repeated.ts';
import { inPieces, type Table } from './table.ts';

const BYTE_ORDER_MARK = '\u{feff}';
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

/**
 * Comma-separated values by RFC 4180: UTF-8, CRLF, one header line. Text that a spreadsheet would run as a formula gets an
 * apostrophe before it. `bom`: Excel takes the file for UTF-8 only with a byte order mark.
 */
export function csv({ columns, rows }: Table, { bom = false }: { readonly bom?: boolean } = {}): Iterable<Uint8Array> {
  return inPieces(
    lines(
      columns.map(({ name }) => name),
      rows,
      bom,
    ),
  );
}

function* lines(header: readonly string[], rows: Table['rows'], bom: boolean): Generator<string> {
  yield `${bom ? BYTE_ORDER_MARK : ''}${header.map(field).join(',')}\r\n`;
  const encoded = encoder(field);
  for (const row of rows) yield `${row.map(encoded).join(',')}\r\n`;
}

function field(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = looksLikeFormula(cell) ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
