import type { Relation, TableColumn, TableRow } from '../../../../schemas/index.ts';
import { conceptOfColumn } from '../../../tables/concepts.ts';
import { formOf } from '../../../tables/forms.ts';
import { withoutLayout } from '../../../tables/names.ts';
import type { Proposer } from '../proposer.ts';
import { isAmount } from './code-hierarchy.ts';
import { sumOfCells } from './sums.ts';
import type { TableView } from './table-view.ts';
import { financialTables } from './table-view.ts';

/**
 * In every row, the sum column of a head is the sum of the other columns under the same head: 合计 = 基本支出 + 项目支出,
 * 小计 = 购置费 + 运行维护费. Which columns are summed is read from the header paths; forms with a single line of amounts
 * (三公) print columns beside the sum that are not part of it, and have rules of their own.
 */
export const columnSums: Proposer = {
  name: 'column-sums',
  propose: ({ extraction }) =>
    financialTables(extraction)
      .filter((view) => formOf(view.table.kind)?.layout !== 'matrix')
      .flatMap(sumsOfTable),
};

/** A column that is the sum of others. */
interface ColumnSum {
  readonly whole: TableColumn;
  readonly parts: readonly TableColumn[];
}

function sumsOfTable(view: TableView): readonly Relation[] {
  const lanes = [...new Set(view.columns.map((column) => column.lane))];
  return lanes.flatMap((lane) => {
    const rows = view.rows.filter((row) => row.lane === lane);
    return columnSumsOf(view, view.columnsOf(lane)).flatMap(({ whole, parts }) =>
      rows.flatMap((row) => {
        const relation = sumOfCells(
          parts.map((part) => view.value(row, part)),
          view.value(row, whole),
          {
            rule: 'column-sum',
            type: 'sum',
            family: `column-sum ${view.table.id} ${whole.c} ${hasSeveral(row, parts, view) ? 'several' : 'one'}`,
            why: {
              zh: `表头“${whole.path.join('/')}”应等于${parts.map(nameOf).join('、')}之和`,
              en: `column ${whole.path.join('/')} is the sum of ${parts.map(nameOf).join(', ')}`,
            },
          },
        );
        return relation === null ? [] : [relation];
      }),
    );
  });
}

/** A sum of one amount and zeros holds whichever columns are added: it says nothing about sums of several. */
function hasSeveral(row: TableRow, parts: readonly TableColumn[], view: TableView): boolean {
  const amounts = parts.map((part) => view.value(row, part)).filter((cell) => cell.kind === 'number' && !cell.isZero);
  return amounts.length > 1;
}

/** A column with its header path without the parts that only say a stage or a year (预算数, 2024年). */
interface Head {
  readonly column: TableColumn;
  readonly path: readonly string[];
  readonly stage: string;
}

/** The sums that the header paths of one lane state, outermost first. */
export function columnSumsOf(view: TableView, columns: readonly TableColumn[]): readonly ColumnSum[] {
  const heads = columns.filter((column) => isAmount(view, column)).map((column) => headOf(view, column));
  const stages = Map.groupBy(heads, (head) => head.stage);
  return [...stages.values()].flatMap((group) => (isUnambiguous(group) ? sumsUnder(group, 0) : []));
}

function headOf(view: TableView, column: TableColumn): Head {
  const stages: string[] = [];
  const path: string[] = [];
  for (const part of column.path) {
    const meaning = conceptOfColumn([part], view.table.kind);
    if (meaning.phase !== null && meaning.concept === null) stages.push(withoutLayout(part));
    else path.push(withoutLayout(part));
  }
  return { column, path, stage: stages.join('/') };
}

function isUnambiguous(heads: readonly Head[]): boolean {
  return new Set(heads.map(({ path }) => path.join('/'))).size === heads.length;
}

/** Sums among columns that share the first `depth` parts of their paths. */
function sumsUnder(heads: readonly Head[], depth: number): readonly ColumnSum[] {
  const groups = [...Map.groupBy(heads, ({ path }) => path[depth] ?? '').values()];
  const deeper = groups.flatMap((group) => (group.length > 1 ? sumsUnder(group, depth + 1) : []));
  const whole = sumColumnOf(heads, depth);
  if (whole === null || groups.length < 3) return deeper;
  const parts: TableColumn[] = [];
  const byNature = groups.some(([first]) => NATURES.has(conceptOfHead(first, depth)));
  for (const group of groups) {
    if (group.some(({ column }) => column === whole)) continue;
    if (byNature && group[0]?.path[depth]?.includes('政府采购')) continue;
    parts.push(...representing(group, depth));
  }
  return parts.length < 2 ? deeper : [{ whole, parts }, ...deeper];
}

/** Where expenditure is divided by nature, what of it is procured is told beside that, not in addition to it. */
const NATURES: ReadonlySet<string> = new Set(['basic', 'project']);

function conceptOfHead(head: Head | undefined, depth: number): string {
  return conceptOfColumn([head?.path[depth] ?? ''], null).concept ?? '';
}

/** The columns that stand for everything under one head: its own sum, or all its columns. 其中 heads stand for nothing. */
function representing(group: readonly Head[], depth: number): readonly TableColumn[] {
  const [first] = group;
  if (first === undefined || isOfWhich(first.path[depth] ?? '')) return [];
  if (group.length === 1) return isOfWhich(first.path.at(-1) ?? '') ? [] : [first.column];
  const own = sumColumnOf(group, depth + 1);
  if (own !== null) return [own];
  return [...Map.groupBy(group, ({ path }) => path[depth + 1] ?? '').values()].flatMap((inner) =>
    representing(inner, depth + 1),
  );
}

/** The one column directly under these heads whose name is that of a sum; null where there is none or several. */
function sumColumnOf(heads: readonly Head[], depth: number): TableColumn | null {
  const sums = heads.filter(({ path }) => path.length === depth + 1 && isSumName(path[depth] ?? ''));
  const [only] = sums;
  return only && sums.length === 1 ? only.column : null;
}

const SUM_NAMES: ReadonlySet<string> = new Set(['total', 'subtotal', 'income_total', 'expenditure_total']);

function isSumName(name: string): boolean {
  return SUM_NAMES.has(conceptOfColumn([name], null).concept ?? '');
}

/** A part of the column before, or the same amount once more without something ("扣除基建项目后预算数"). */
function isOfWhich(name: string): boolean {
  return /^(?:其中|#|扣除|剔除)/.test(name);
}

function nameOf(column: TableColumn): string {
  return column.path.at(-1) ?? '';
}
