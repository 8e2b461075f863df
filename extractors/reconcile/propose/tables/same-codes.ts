import type { Relation, TableColumn, TableRow } from '../../../../schemas/index.ts';
import { quantityOf } from '../../judge/quantity.ts';
import type { Proposer } from '../proposer.ts';
import { isAmount } from './code-hierarchy.ts';
import { codeTreeOf } from './code-tree.ts';
import { columnKey } from './resolve-term.ts';
import { equalCells } from './sums.ts';
import type { CellValue, TableView } from './table-view.ts';
import { financialTables } from './table-view.ts';

/**
 * Two tables that break the same total down by the same codes must agree code by code. Whether two forms show the same
 * money (支出总表 and 一般公共预算支出表 do where there are no other funds) is told by their totals, not by their names.
 */
export const sameCodes: Proposer = {
  name: 'same-codes',
  propose: ({ extraction }) => {
    const breakdowns = financialTables(extraction).flatMap(breakdownsOf);
    return [...Map.groupBy(breakdowns, ({ key }) => key).values()].flatMap(([first, ...others]) =>
      first === undefined
        ? []
        : others.flatMap((other) => (first.view === other.view ? [] : agreeByCode(first, other))),
    );
  },
};

/** One column of a table as a total with its parts by code. */
interface Breakdown {
  readonly view: TableView;
  readonly column: TableColumn;
  readonly rows: ReadonlyMap<string, TableRow>;
  /** Equal for breakdowns of the same total: stage, meaning of the column, amount, codes. */
  readonly key: string;
}

function breakdownsOf(view: TableView): readonly Breakdown[] {
  const lanes = new Set(view.rows.map((row) => row.lane));
  const coded = view.rows.filter((row) => row.code !== '' && row.entity === '' && row.role === 'item');
  const totals = view.rows.filter((row) => row.role === 'total' && row.code === '' && row.entity === '');
  const [total] = totals;
  const rows = new Map(coded.map((row) => [row.code, row]));
  if (lanes.size !== 1 || total === undefined || totals.length > 1 || rows.size !== coded.length) return [];
  if (!codeTreeOf(view.rows).topsAreUnique || rows.size < 2) return [];
  const codes = [...rows.keys()].sort().join(' ');
  return view.columns.flatMap((column) => {
    const meaning = columnKey(view, column);
    const amount = amountOf(view.value(total, column));
    if (meaning === null || amount === null || !isAmount(view, column)) return [];
    const stage = view.columnMeaning(column).phase ?? '';
    return [{ view, column, rows, key: `${stage === 'prior' ? stage : ''} ${meaning} ${amount} ${codes}` }];
  });
}

/** In 元, so that tables in 元 and in 万元 are compared; null for nothing. */
function amountOf(cell: CellValue): string | null {
  return cell.kind === 'number' && !cell.isZero ? quantityOf(cell.observation).printed.toFixed() : null;
}

function agreeByCode(first: Breakdown, other: Breakdown): readonly Relation[] {
  return [...first.rows].flatMap(([code, row]) => {
    const twin = other.rows.get(code);
    if (twin === undefined) return [];
    const relation = equalCells(first.view.value(row, first.column), other.view.value(twin, other.column), {
      rule: 'same-codes',
      type: 'cross_table',
      family: `same-codes ${first.view.table.id} ${first.column.c} ${other.view.table.id} ${other.column.c}`,
      why: {
        zh: `两表合计相同、科目相同，${code}${row.label}应相等`,
        en: `both tables break the same total down by the same codes: ${code} ${row.label} must be equal`,
      },
    });
    return relation === null ? [] : [relation];
  });
}
