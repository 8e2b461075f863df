import { utils } from '@e965/xlsx';
import type { GridCell, TableBlock } from '../../../schemas/index.ts';
import { flowed, joinLines } from '../whitespace.ts';
import type { SheetRow, ShownCell } from './shown-cells.ts';

/** A disclosure of a whole province has some 20,000 cells in its largest table. */
export const MAX_CELLS = 400_000;

export interface SheetTable {
  readonly block: TableBlock;
  /** True when the table was cut off at MAX_CELLS. */
  readonly cut: boolean;
}

/** A table of a sheet as a grid. Rows and columns in which no cell begins are taken out; places keep the sheet's own. */
export function tableOf(rows: readonly SheetRow[], sheet: string, index: number): SheetTable {
  const columns = ascending(rows.flatMap(({ cells }) => cells.map(({ column }) => column)));
  const kept = rows.slice(0, Math.max(1, Math.floor(MAX_CELLS / columns.length)));
  const rowNumbers = kept.map(({ row }) => row);
  const cells = kept.flatMap((row) => row.cells.map((cell) => gridCell(cell, sheet, rowNumbers, columns)));
  const place = { sheet, cell: bounds(kept.flatMap((row) => row.cells)) };
  return {
    block: {
      kind: 'table',
      index,
      page: null,
      pages: [],
      rows: kept.length,
      columns: columns.length,
      cells: withBlanks(cells, { sheet, rows: rowNumbers, columns }),
      pageBreaks: [],
      place,
    },
    cut: kept.length < rows.length,
  };
}

export function referenceOf({ row, column, lastRow, lastColumn }: ShownCell): string {
  return utils.encode_range({ s: { r: row, c: column }, e: { r: lastRow, c: lastColumn } });
}

function gridCell(cell: ShownCell, sheet: string, rows: readonly number[], columns: readonly number[]): GridCell {
  const top = rankOf(cell.row, rows);
  const left = rankOf(cell.column, columns);
  return {
    r: top,
    c: left,
    rs: rankOf(cell.lastRow + 1, rows) - top,
    cs: rankOf(cell.lastColumn + 1, columns) - left,
    text: joinLines(cell.text.split(/\r\n|\r|\n/).map(flowed)),
    place: { sheet, cell: referenceOf(cell) },
    ...indentOf(cell.text),
  };
}

/** Labels are indented with spaces: an ideographic one is an em wide, others half. */
function indentOf(text: string): { indent?: number } {
  const spaces = /^[ \u00a0\u3000]{1,80}/.exec(text)?.[0] ?? '';
  const em = [...spaces].reduce((sum, char) => sum + (char === '\u3000' ? 1 : 0.5), 0);
  return em > 0 ? { indent: em } : {};
}

function bounds(cells: readonly ShownCell[]): string {
  let [top, left, bottom, right] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0, 0];
  for (const cell of cells) {
    top = Math.min(top, cell.row);
    left = Math.min(left, cell.column);
    bottom = Math.max(bottom, cell.lastRow);
    right = Math.max(right, cell.lastColumn);
  }
  return utils.encode_range({ s: { r: top, c: left }, e: { r: bottom, c: right } });
}

function ascending(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/** How many of the kept positions lie before `position`. */
function rankOf(position: number, kept: readonly number[]): number {
  let [low, high] = [0, kept.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((kept[middle] ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Frame {
  readonly sheet: string;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** Blank positions are cells too. A cell that would cover a position taken already is cut to its own. */
function withBlanks(cells: readonly GridCell[], { sheet, rows, columns }: Frame): GridCell[] {
  const width = columns.length;
  const taken = new Uint8Array(rows.length * width);
  const all = cells.map((cell) => {
    const fits = isFree(taken, width, cell);
    const { rs, cs } = fits ? cell : { rs: 1, cs: 1 };
    for (let r = cell.r; r < cell.r + rs; r += 1) taken.fill(1, r * width + cell.c, r * width + cell.c + cs);
    return fits ? cell : { ...cell, rs, cs };
  });
  for (let at = 0; at < taken.length; at += 1) {
    if (taken[at] === 1) continue;
    const [r, c] = [Math.floor(at / width), at % width];
    const cell = utils.encode_cell({ r: rows[r] ?? 0, c: columns[c] ?? 0 });
    all.push({ r, c, rs: 1, cs: 1, text: '', place: { sheet, cell } });
  }
  return all.sort((a, b) => a.r - b.r || a.c - b.c);
}

function isFree(taken: Uint8Array, width: number, { r, c, rs, cs }: GridCell): boolean {
  for (let row = r; row < r + rs; row += 1) {
    if (taken.subarray(row * width + c, row * width + c + cs).includes(1)) return false;
  }
  return true;
}
