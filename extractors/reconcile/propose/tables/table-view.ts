import type { ExtractedTable, Extraction, Observation, TableColumn, TableRow } from '../../../../schemas/index.ts';
import { isPrintedNothing } from '../../../numbers/printed-number.ts';
import type { ColumnMeaning } from '../../../tables/concepts.ts';
import { conceptOfColumn, conceptOfRow } from '../../../tables/concepts.ts';
import { observationsOf } from '../../observations.ts';

/** A cell as a relation sees it. Blank is nothing printed (or a dash); unread is something that could not be read. */
export type CellValue =
  | { readonly kind: 'number'; readonly observation: Observation; readonly isZero: boolean }
  | { readonly kind: 'blank' }
  | { readonly kind: 'unread'; readonly name: string };

/** A financial table with what its rows and columns mean and its numbers at hand. */
export interface TableView {
  readonly table: ExtractedTable;
  /** Rows that hold numbers: no notes, no headings of sub-units. */
  readonly rows: readonly TableRow[];
  /** Columns of amounts, from left to right. */
  readonly columns: readonly TableColumn[];
  readonly columnsOf: (lane: number) => readonly TableColumn[];
  readonly value: (row: TableRow, column: TableColumn) => CellValue;
  readonly rowConcept: (row: TableRow) => string | null;
  readonly columnMeaning: (column: TableColumn) => ColumnMeaning;
}

const BLANK: CellValue = { kind: 'blank' };
const known = new WeakMap<Extraction, readonly TableView[]>();

/** The financial tables of a disclosure, in their order. */
export function financialTables(extraction: Extraction): readonly TableView[] {
  const before = known.get(extraction);
  if (before) return before;
  const views = extraction.tables.filter((table) => table.financial).map((table) => viewOf(table, extraction));
  known.set(extraction, views);
  return views;
}

function viewOf(table: ExtractedTable, extraction: Extraction): TableView {
  const observations = observationsOf(extraction);
  const texts = new Map(table.cells.map((cell) => [`${cell.r}:${cell.c}`, cell.text]));
  const unread = new Set(table.unread);
  const columns = table.columns.filter((column) => column.role === 'value').toSorted((a, b) => a.c - b.c);
  const rows = table.rows.filter((row) => row.role !== 'note' && row.role !== 'unit');
  const meanings = new Map<TableColumn, ColumnMeaning>();
  const concepts = new Map<TableRow, string | null>();
  return {
    table,
    rows,
    columns,
    columnsOf: (lane) => columns.filter((column) => column.lane === lane),
    value: (row, column) => {
      const at = `${row.r}:${column.c}`;
      if (unread.has(at)) return { kind: 'unread', name: `${row.label}·${column.path.join('/')}` };
      const observation = observations.cell(table.id, row.r, column.c);
      if (observation) return { kind: 'number', observation, isZero: !/[1-9]/.test(observation.value) };
      const text = texts.get(at) ?? '';
      if (text.trim() === '' || isPrintedNothing(text)) return BLANK;
      return { kind: 'unread', name: `${row.label}·${column.path.join('/')}` };
    },
    rowConcept: (row) => {
      const concept = concepts.get(row) ?? conceptOfRow(row.label, table.kind);
      concepts.set(row, concept);
      return concept;
    },
    columnMeaning: (column) => {
      const meaning = meanings.get(column) ?? conceptOfColumn(column.path, table.kind, extraction.document.fiscalYear);
      meanings.set(column, meaning);
      return meaning;
    },
  };
}
