import type { Relation, TableColumn, TableRow } from '../../../../schemas/index.ts';
import type { Proposer } from '../proposer.ts';
import type { CodeTree } from './code-tree.ts';
import { codeTreeOf, isClassified } from './code-tree.ts';
import { sumOfCells } from './sums.ts';
import type { TableView } from './table-view.ts';
import { financialTables } from './table-view.ts';

/** 类 = Σ款, 款 = Σ项 and total = Σ类 in every column of amounts, for the functional and the economic classification. */
export const codeHierarchy: Proposer = {
  name: 'code-hierarchy',
  propose: ({ extraction }) => financialTables(extraction).flatMap(hierarchiesOfTable),
};

function hierarchiesOfTable(view: TableView): readonly Relation[] {
  const blocks = Map.groupBy(view.rows, (row) => `${row.lane} ${row.entity}`);
  return [...blocks.values()].flatMap((rows) => {
    const tree = codeTreeOf(rows);
    const lane = rows[0]?.lane ?? 0;
    return view
      .columnsOf(lane)
      .filter((column) => isAmount(view, column))
      .flatMap((column) => [...levelSums(view, tree, column), ...totalSum(view, rows, tree, column)]);
  });
}

/** Percentages do not add up; neither do columns that say how a number changed in relation to another. */
export function isAmount(view: TableView, column: TableColumn): boolean {
  const { concept } = view.columnMeaning(column);
  return (
    concept !== 'change_percent' &&
    !/[%％]/.test(column.unit) &&
    !column.path.some((part) => /[%％率]|比重|占比|比例/.test(part))
  );
}

function levelSums(view: TableView, tree: CodeTree, column: TableColumn): readonly Relation[] {
  return tree.nodes.flatMap(({ row, children }) => {
    if (children.length === 0) return [];
    const relation = sumOfCells(
      children.map((child) => view.value(child, column)),
      view.value(row, column),
      {
        rule: 'code-hierarchy',
        type: 'sum',
        family: `code-hierarchy ${view.table.id}`,
        why: {
          zh: `${row.code}${row.label}应等于其下级科目之和`,
          en: `${row.code} ${row.label} is the sum of the codes below it`,
        },
      },
    );
    return relation === null ? [] : [relation];
  });
}

/** Only where every row with an amount of its own bears a code: an uncoded item would be missing from the sum. */
function totalSum(
  view: TableView,
  rows: readonly TableRow[],
  tree: CodeTree,
  column: TableColumn,
): readonly Relation[] {
  const totals = rows.filter((row) => row.role === 'total' && row.code === '' && isPlainTotal(view, row));
  const [total] = totals;
  const uncoded = rows.some((row) => row.role === 'item' && !isClassified(row.code));
  const severalLanes = view.rows.some((row) => row.lane !== total?.lane && row.code !== '');
  if (!total || totals.length > 1 || uncoded || severalLanes || !tree.topsAreUnique || !isOneClassification(tree))
    return [];
  const relation = sumOfCells(
    tree.tops.map((row) => view.value(row, column)),
    view.value(total, column),
    {
      rule: 'code-total',
      type: 'sum',
      family: `code-hierarchy ${view.table.id}`,
      why: { zh: `${total.label}应等于各类之和`, en: `${total.label} is the sum of all classes` },
    },
  );
  return relation === null ? [] : [relation];
}

function isPlainTotal(view: TableView, row: TableRow): boolean {
  return ['total', 'grand_total'].includes(view.rowConcept(row) ?? '');
}

/** 2xx is functional, 3xx economic, 5xx the economic classification of governments: one table may print two of them. */
function isOneClassification(tree: CodeTree): boolean {
  return new Set(tree.tops.map((row) => row.code.charAt(0))).size === 1;
}
