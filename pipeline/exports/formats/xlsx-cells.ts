import type { Column } from '../datasets.ts';
import type { Cell } from '../rows.ts';
import { looksLikeFormula } from './formulas.ts';

/** Cell styles, by their position in styles.xml. */
const STYLES = {
  plain: 0,
  header: 1,
  /** Shown and edited as text, whatever it begins with. */
  quoted: 2,
  /** Over several lines, from the top of the cell. */
  wrapped: 3,
  wrappedQuoted: 4,
} as const;

/** Excel computes with 15 digits; a longer number stays text rather than become another one. */
const MOST_DIGITS = 15;
/** Characters that Excel takes in one cell. */
const MOST_CHARACTERS = 32_767;

/** One cell. Empty cells are written too: the position of a cell is its place in the row. */
export function cellXml(
  cell: Cell,
  type: Column['type'],
  { isHeader = false, wraps = false }: { readonly isHeader?: boolean; readonly wraps?: boolean } = {},
): string {
  if (cell === null || cell === '') return '<c/>';
  if (typeof cell === 'number' || (isNumeric(type) && isExact(cell)))
    return `<c${styleAttribute(wraps ? 'wrapped' : 'plain')}><v>${cell}</v></c>`;
  const text = escaped(cell.slice(0, MOST_CHARACTERS));
  const style = isHeader ? 'header' : textStyle(looksLikeFormula(cell), wraps);
  return `<c t="inlineStr"${styleAttribute(style)}><is><t xml:space="preserve">${text}</t></is></c>`;
}

function textStyle(isQuoted: boolean, wraps: boolean): keyof typeof STYLES {
  if (wraps) return isQuoted ? 'wrappedQuoted' : 'wrapped';
  return isQuoted ? 'quoted' : 'plain';
}

function styleAttribute(style: keyof typeof STYLES): string {
  return style === 'plain' ? '' : ` s="${STYLES[style]}"`;
}

function isNumeric(type: Column['type']): boolean {
  return type === 'amount' || type === 'printed';
}

function isExact(text: string): boolean {
  return /^-?\d+(?:\.\d+)?$/.test(text) && text.replace(/^-?0*|\./g, '').length <= MOST_DIGITS;
}

/** Text in XML: characters XML cannot hold become U+FFFD, and _x0041_ is kept from being read as an escape of Excel's. */
export function escaped(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\u{fffd}')
    .toWellFormed()
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}

/** 1 → A, 27 → AA. */
export function columnLetters(column: number): string {
  const ALPHABET = 26;
  const last = String.fromCharCode('A'.charCodeAt(0) + ((column - 1) % ALPHABET));
  return column <= ALPHABET ? last : columnLetters(Math.floor((column - 1) / ALPHABET)) + last;
}
