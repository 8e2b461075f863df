import type { GridCell, OnePlace, PagePlace } from '../../../../schemas/index.ts';
import { type ColumnMatch, matchAlignedColumns, matchColumns } from './column-match.ts';
import { joinCutSpans } from './cut-spans.ts';
import type { FoundTable, TablePart } from './found.ts';
import { isRemainder } from './remainder.ts';

/** A table that may go on over the next page. */
export interface GrowingTable {
  readonly parts: readonly TablePart[];
  readonly rows: number;
  readonly columns: number;
  readonly columnEdges: readonly number[];
  readonly cells: readonly GridCell[];
  readonly pageBreaks: readonly number[];
}

export function growingTable(part: TablePart): GrowingTable {
  const { rows, columns, columnEdges, cells } = part;
  return { parts: [part], rows, columns, columnEdges, cells, pageBreaks: [] };
}

export function columnMatch(table: GrowingTable, part: TablePart): ColumnMatch | null {
  const aligned = part.kind === 'aligned' && table.parts.some((one) => one.kind === 'aligned');
  return (aligned ? matchAlignedColumns : matchColumns)(table.columnEdges, part.columnEdges);
}

/** Adds the rows of a part below the table; its first `headerRows` rows repeat the table's own and are dropped. */
export function appendPart(table: GrowingTable, part: TablePart, match: ColumnMatch, headerRows: number): GrowingTable {
  const columns = match.edges.length - 1;
  const upper = padded(
    table.cells.map((cell) => onColumns(cell, match.upper)),
    match.upper,
    columns,
    0,
    table.rows,
  );
  const body = padded(
    part.cells.filter((cell) => cell.r >= headerRows).map((cell) => onColumns(cell, match.lower)),
    match.lower,
    columns,
    headerRows,
    part.rows,
  );
  const lastRow = upper.filter((cell) => cell.r + cell.rs === table.rows);
  const firstRow = body.filter((cell) => cell.r === headerRows);
  const fills = remapped(table.parts.at(-1)?.lastLineFill ?? [], match.upper);
  const split = firstRow.every((cell) => cell.rs === 1) && isRemainder(lastRow, fills, firstRow);
  const above = split ? upper.map((cell) => withRemainder(cell, table.rows, firstRow)) : upper;
  const offset = table.rows - headerRows - (split ? 1 : 0);
  const below = body.filter((cell) => !split || cell.r > headerRows).map((cell) => ({ ...cell, r: cell.r + offset }));
  return {
    parts: [...table.parts, part],
    rows: part.rows + offset,
    columns,
    columnEdges: match.edges,
    cells: headerRows > 0 || split ? [...above, ...below] : joinCutSpans(above, below, table.rows),
    pageBreaks: [...table.pageBreaks, table.rows],
  };
}

export function foundTable(table: GrowingTable): FoundTable {
  const places = table.parts.map(({ page, bbox }): PagePlace => ({ page, bbox: [...bbox] }));
  const [first] = places;
  return {
    parts: table.parts,
    block: {
      kind: 'table',
      page: first?.page ?? null,
      pages: places.map((place) => place.page),
      rows: table.rows,
      columns: table.columns,
      cells: [...table.cells],
      pageBreaks: [...table.pageBreaks],
      place: first && places.length === 1 ? first : places,
    },
  };
}

function onColumns(cell: GridCell, columns: readonly number[]): GridCell {
  const c = columns[cell.c] ?? cell.c;
  const cs = (columns[cell.c + cell.cs] ?? c + 1) - c;
  return c === cell.c && cs === cell.cs ? cell : { ...cell, c, cs };
}

/** Blank cells where a part lacks columns at its left or right. */
function padded(
  cells: readonly GridCell[],
  columns: readonly number[],
  all: number,
  top: number,
  bottom: number,
): GridCell[] {
  const first = columns[0] ?? 0;
  const last = columns.at(-1) ?? all;
  if (first === 0 && last === all) return [...cells];
  const blanks: GridCell[] = [];
  for (let r = top; r < bottom; r++) {
    for (let c = 0; c < all; c++) {
      if (c < first || c >= last) blanks.push({ r, c, rs: 1, cs: 1, text: '', place: null });
    }
  }
  return [...cells, ...blanks].sort((a, b) => a.r - b.r || a.c - b.c);
}

function remapped(values: readonly number[], columns: readonly number[]): number[] {
  const result: number[] = [];
  values.forEach((value, c) => {
    result[columns[c] ?? c] = value;
  });
  return result;
}

/** The cell with the rest of its text from the top of the next page. */
function withRemainder(cell: GridCell, rows: number, firstRow: readonly GridCell[]): GridCell {
  if (cell.r + cell.rs !== rows) return cell;
  const rest = firstRow.find((one) => one.c === cell.c && one.text !== '');
  return rest ? withRest(cell, rest) : cell;
}

/** One cell of two halves, on two pages. */
function withRest(cell: GridCell, rest: GridCell): GridCell {
  const latin = /[A-Za-z,]$/.test(cell.text) && /^[A-Za-z]/.test(rest.text);
  return {
    ...cell,
    text: `${cell.text}${latin ? ' ' : ''}${rest.text}`,
    place: [...placesOf(cell), ...placesOf(rest)],
  };
}

function placesOf(cell: GridCell): OnePlace[] {
  if (cell.place === null) return [];
  return Array.isArray(cell.place) ? cell.place : [cell.place];
}
