import type { Relation, TableColumn, TableRow } from '../../../../schemas/index.ts';
import type { Proposer } from '../proposer.ts';
import { relation } from '../relations.ts';
import type { PrintedFormula } from './read-formula.ts';
import { readFormulas } from './read-formula.ts';
import { cellOperand } from './sums.ts';
import type { CellValue, TableView } from './table-view.ts';
import { financialTables } from './table-view.ts';

/** Formulas that the form itself prints, under the table or in a header: "24行=(1+2+3)行", "7栏=（8+9+12）栏". */
export const printedFormula: Proposer = {
  name: 'printed-formula',
  propose: ({ extraction }) => financialTables(extraction).flatMap(formulasOfTable),
};

function formulasOfTable(view: TableView): readonly Relation[] {
  const { table } = view;
  const texts = new Set(
    [table.note, ...table.cells.map((cell) => cell.text)].filter((text) => text.includes('=') || text.includes('＝')),
  );
  return [...texts]
    .flatMap(readFormulas)
    .flatMap((formula) => (formula.axis === 'row' ? overRows(view, formula) : overColumns(view, formula)));
}

/** Rows are named by their printed 行次: once per column of amounts. */
function overRows(view: TableView, formula: PrintedFormula): readonly Relation[] {
  const byLine = new Map<string, TableRow>();
  for (const row of view.rows) if (row.line !== '') byLine.set(row.line, byLine.get(row.line) ?? row);
  const result = byLine.get(formula.result);
  if (!result) return [];
  return view.columnsOf(result.lane).flatMap((column, position) => {
    const cell = (line: string): CellValue | null => {
      const row = byLine.get(line);
      if (!row) return null;
      const own = row.lane === result.lane ? column : view.columnsOf(row.lane)[position];
      return own ? view.value(row, own) : null;
    };
    return write(formula, view.value(result, column), cell);
  });
}

/** Columns are named by their printed 栏次: once per row. */
function overColumns(view: TableView, formula: PrintedFormula): readonly Relation[] {
  const byNumber = new Map<string, TableColumn>();
  for (const column of view.columns) if (column.number !== '') byNumber.set(column.number, column);
  const result = byNumber.get(formula.result);
  if (!result) return [];
  return view.rows
    .filter((row) => row.lane === result.lane)
    .flatMap((row) => {
      const cell = (number: string): CellValue | null => {
        const column = byNumber.get(number);
        return column ? view.value(row, column) : null;
      };
      return write(formula, view.value(row, result), cell);
    });
}

/** A term whose row or column the table does not have means that the formula is of another edition of the form: none. */
function write(
  formula: PrintedFormula,
  whole: CellValue,
  cell: (name: string) => CellValue | null,
): readonly Relation[] {
  const values = formula.terms.map(({ name, sign }) => ({ value: cell(name), sign }));
  if (whole.kind === 'blank' || values.some(({ value }) => value === null)) return [];
  const parts = values.flatMap(({ value, sign }) => (value && cellOperand('part', value, sign)) ?? []);
  const total = cellOperand('whole', whole);
  if (total === null || parts.length === 0) return [];
  return [
    relation('sum', [...parts, total], {
      rule: 'printed-formula',
      type: 'sum',
      why: { zh: `表中列明的公式${formula.text}`, en: `the formula printed with the table: ${formula.text}` },
    }),
  ];
}
