import type { GridCell } from '../../../schemas/index.ts';
import { MAX_CELLS, rankOf, used, withBlanks } from '../grid.ts';
import { flowed, joinLines } from '../whitespace.ts';
import { type Element, isTag } from './dom.ts';
import { isBlockLevel, isShown, selectorOf } from './element.ts';
import { walkShown } from './walk.ts';

/** Limits of the HTML standard, section "Forming a table". */
const MAX_ROWSPAN = 65534;
const MAX_COLSPAN = 1000;

export interface HtmlGrid {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly GridCell[];
  readonly headerRows: number;
  /** True when the table was cut off at MAX_CELLS. */
  readonly cut: boolean;
}

interface PlacedCell {
  readonly element: Element;
  readonly r: number;
  readonly c: number;
  readonly rs: number;
  readonly cs: number;
}

/** Rows that belong to the table itself: not those of tables inside its cells, not hidden ones. */
export function rowsOf(table: Element): Element[] {
  const rows: Element[] = [];
  walkShown(table, {
    enter: (element) => {
      if (element === table || /^(?:thead|tbody|tfoot|form|div)$/.test(element.name)) return undefined;
      if (element.name === 'tr') rows.push(element);
      return 'skip';
    },
  });
  return rows;
}

export function cellsOf(row: Element): Element[] {
  return row.children.filter((child): child is Element => isTag(child) && /^t[dh]$/.test(child.name) && isShown(child));
}

/**
 * The grid of a table: spans clamped, overlaps resolved as browsers do, columns and rows where no cell begins taken
 * out (a colspan of 1000 over five columns is five columns wide).
 */
export function readGrid(table: Element, block: number): HtmlGrid {
  const rows = rowsOf(table);
  const { placed, cut } = placeCells(rows);
  const usedRows = used(placed.map(({ r }) => r));
  const usedColumns = used(placed.map(({ c }) => c));
  const cells = placed.map((cell) => toGridCell(cell, block, usedRows, usedColumns));
  return {
    rows: usedRows.length,
    columns: usedColumns.length,
    cells: withBlanks(cells, usedRows.length, usedColumns.length),
    headerRows: headerRows(rows),
    cut,
  };
}

function placeCells(rows: readonly Element[]): { placed: PlacedCell[]; cut: boolean } {
  const placed: PlacedCell[] = [];
  const takenUntil: number[] = [];
  let covered = 0;
  for (const [r, row] of rows.entries()) {
    let c = 0;
    for (const element of cellsOf(row)) {
      for (; (takenUntil[c] ?? 0) > r; c += 1) covered += 1;
      const rs = spanOf(element.attribs.rowspan, MAX_ROWSPAN, rows.length - r);
      const cs = freeWidth(takenUntil, r, c, spanOf(element.attribs.colspan, MAX_COLSPAN, 1));
      covered += cs;
      // Counts the work as well as the cells: positions skipped over and covered.
      if (covered > MAX_CELLS) return { placed, cut: true };
      placed.push({ element, r, c, rs: Math.min(rs, rows.length - r), cs });
      for (let column = c; column < c + cs; column += 1) takenUntil[column] = r + rs;
      c += cs;
    }
  }
  return { placed, cut: false };
}

/** rowspan=0 reaches to the end of the table; what is no number counts as 1. */
function spanOf(attribute: string | undefined, most: number, whenZero: number): number {
  const digits = /^\s{0,9}(\d{1,12})/.exec(attribute ?? '1')?.[1];
  if (digits === undefined) return 1;
  const span = Number(digits);
  return span === 0 ? whenZero : Math.min(span, most);
}

/** A cell wider than the free columns before one still taken from above is cut to them. */
function freeWidth(takenUntil: readonly number[], r: number, c: number, cs: number): number {
  for (let column = c + 1; column < c + cs; column += 1) {
    if ((takenUntil[column] ?? 0) > r) return column - c;
  }
  return cs;
}

function toGridCell(
  { element, r, c, rs, cs }: PlacedCell,
  block: number,
  rows: readonly number[],
  columns: readonly number[],
): GridCell {
  const text = cellText(element);
  const top = rankOf(r, rows);
  const left = rankOf(c, columns);
  return {
    r: top,
    c: left,
    rs: rankOf(r + rs, rows) - top,
    cs: rankOf(c + cs, columns) - left,
    text,
    place: { block, start: 0, end: text.length, selector: selectorOf(element) },
    ...indentOf(element, text),
  };
}

/** Lines of a cell (br, paragraphs) were broken for width and are joined. */
export function cellText(cell: Element): string {
  const lines = [''];
  const breakLine = (element: Element): void => {
    if (element !== cell && (element.name === 'br' || isBlockLevel(element))) lines.push('');
  };
  walkShown(cell, {
    enter: (element) => {
      breakLine(element);
      return undefined;
    },
    leave: breakLine,
    text: ({ data }) => {
      lines[lines.length - 1] += data;
    },
  });
  return joinLines(lines.map(flowed));
}

/** Leading ideographic or no-break spaces are how web tables indent: one em each, two no-break spaces one em. */
function indentOf(element: Element, text: string): { indent?: number } {
  if (text === '') return {};
  let lead = '';
  walkShown(element, {
    text: ({ data }) => {
      if (/^[\s\u00a0\u3000]*$/.test(lead) && lead.length < 200) lead += data.slice(0, 200);
    },
  });
  const spaces = /^[ \t\r\n]*([\u00a0\u3000]{1,80})/.exec(lead)?.[1] ?? '';
  const em = [...spaces].reduce((sum, char) => sum + (char === '\u3000' ? 1 : 0.5), 0);
  return em > 0 ? { indent: em } : {};
}

/** Leading rows inside <thead> or made of <th> only. */
function headerRows(rows: readonly Element[]): number {
  const first = rows.findIndex((row) => {
    const parent = row.parent;
    const inHead = parent !== null && isTag(parent) && parent.name === 'thead';
    return !inHead && !cellsOf(row).every((cell) => cell.name === 'th');
  });
  return first === -1 ? 0 : first;
}
