import type { Store } from '../store/open.ts';
import type { Mark } from './excerpts.ts';

/** The rows and columns of a table that its marked numbers stand in, with the header above and the names beside them. */
export interface TableExcerpt {
  readonly title: string;
  readonly unit: string;
  readonly headerRows: number;
  readonly rows: readonly (readonly ExcerptCell[])[];
}

export interface ExcerptCell {
  readonly text: string;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly isNumber: boolean;
  readonly marks: readonly Mark[];
}

export interface StoredTable {
  readonly title: string;
  readonly unit: string;
  readonly headerRows: number;
  readonly cells: readonly StoredCell[];
}

interface StoredCell {
  readonly r: number;
  readonly c: number;
  readonly rs: number;
  readonly cs: number;
  readonly text: string;
  readonly value: string | null;
}

export interface MarkedCell {
  readonly r: number;
  readonly c: number;
  readonly marks: readonly Mark[];
}

/** A header taller than this says nothing more in its further rows. */
const MOST_HEADER_ROWS = 6;

/** A code of a function or an economic item, as it stands before its name. */
const CODE = /^\d{3,12}$/;

export function findTable(store: Store, document: string, id: string): StoredTable | null {
  const table = store.db
    .prepare<[string, string], Omit<StoredTable, 'cells'>>(
      'SELECT title, unit, header_rows AS headerRows FROM tables WHERE document = ? AND id = ?',
    )
    .get(document, id);
  if (table === undefined) return null;
  const cells = store.db
    .prepare<[string, string], StoredCell>(
      'SELECT r, c, rs, cs, text, value FROM cells WHERE document = ? AND table_id = ? ORDER BY n',
    )
    .all(document, id);
  return { ...table, cells };
}

export function tableExcerpt(table: StoredTable, marked: readonly MarkedCell[]): TableExcerpt {
  const cellAt = covering(table.cells);
  const headerRows = Math.min(table.headerRows, MOST_HEADER_ROWS);
  const header = Array.from({ length: headerRows }, (_, row) => row);
  const rows = ascending([...header, ...marked.map(({ r }) => r)]);
  const columns = ascending(marked.flatMap(({ r, c }) => [...namesBeside(cellAt, r, c), c]));
  const marksOf = (cell: StoredCell) => marked.filter(({ r, c }) => r === cell.r && c === cell.c);
  const grid = rows.map((r) => columns.map((c) => cellAt(r, c)));
  const shown = grid.map((cells, row) =>
    cells.flatMap((cell, column): ExcerptCell[] => {
      if (cell === null) return [{ text: '', rowSpan: 1, columnSpan: 1, isNumber: false, marks: [] }];
      // A merged cell is written once, at its first place among the rows and columns that are shown.
      if (grid[row - 1]?.[column] === cell || cells[column - 1] === cell) return [];
      const columnSpan = runLength(cells.slice(column), cell);
      const rowSpan = runLength(
        grid.slice(row).map((below) => below[column] ?? null),
        cell,
      );
      const marks = marksOf(cell).flatMap((one) => one.marks);
      return [{ text: cell.text, rowSpan, columnSpan, isNumber: cell.value !== null, marks }];
    }),
  );
  return { title: table.title, unit: table.unit, headerRows, rows: shown };
}

type CellAt = (r: number, c: number) => StoredCell | null;

function covering(cells: readonly StoredCell[]): CellAt {
  const at = new Map<string, StoredCell>();
  for (const cell of cells) {
    for (let r = cell.r; r < cell.r + cell.rs; r++) {
      for (let c = cell.c; c < cell.c + cell.cs; c++) at.set(`${r} ${c}`, cell);
    }
  }
  return (r, c) => at.get(`${r} ${c}`) ?? null;
}

/** The columns that name a row: the nearest words to the left of the number, and the code or number before them. */
function namesBeside(cellAt: CellAt, r: number, c: number): number[] {
  for (let column = c - 1; column >= 0; column--) {
    const cell = cellAt(r, column);
    if (cell === null || cell.text === '' || cell.value !== null) continue;
    return CODE.test(cellAt(r, cell.c - 1)?.text ?? '') ? [cell.c - 1, cell.c] : [cell.c];
  }
  return [];
}

function runLength(cells: readonly (StoredCell | null)[], cell: StoredCell): number {
  const end = cells.findIndex((other) => other !== cell);
  return end < 0 ? cells.length : end;
}

function ascending(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].toSorted((a, b) => a - b);
}
