import type { GridCell, OnePlace, PagePlace } from '../../../../schemas/index.ts';
import { type ColumnMatch, matchColumns } from './column-match.ts';
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

/** Adds the rows of a part below the table; its first `headerRows` rows repeat the table's own and are dropped. */
export function appendPart(table: GrowingTable, part: TablePart, match: ColumnMatch, headerRows: number): GrowingTable {
  const upper = table.cells.map((cell) => onColumns(cell, match.upper));
  const body = part.cells.filter((cell) => cell.r >= headerRows).map((cell) => onColumns(cell, match.lower));
  const lastRow = upper.filter((cell) => cell.r + cell.rs === table.rows);
  const firstRow = body.filter((cell) => cell.r === headerRows);
  const fills = remapped(table.parts.at(-1)?.lastLineFill ?? [], match.upper);
  const split = firstRow.every((cell) => cell.rs === 1) && isRemainder(lastRow, fills, firstRow);
  const above = split ? upper.map((cell) => withRemainder(cell, table.rows, firstRow)) : upper;
  const offset = table.rows - headerRows - (split ? 1 : 0);
  const below = body.filter((cell) => !split || cell.r > headerRows).map((cell) => ({ ...cell, r: cell.r + offset }));
  const wider = match.columns === table.columns ? table.columnEdges : part.columnEdges;
  return {
    parts: [...table.parts, part],
    rows: part.rows + offset,
    columns: match.columns,
    columnEdges: wider,
    cells: [...above, ...below],
    pageBreaks: [...table.pageBreaks, table.rows],
  };
}

export function columnMatch(table: GrowingTable, part: TablePart): ColumnMatch | null {
  return matchColumns(table.columnEdges, part.columnEdges);
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
  return { ...cell, c, cs: (columns[cell.c + cell.cs] ?? c + 1) - c };
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
  if (!rest) return cell;
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
