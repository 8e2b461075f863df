import type { TableColumn, TableRow } from '../../../../schemas/index.ts';
import { conceptOfColumn } from '../../../tables/concepts.ts';
import { formOf } from '../../../tables/forms.ts';
import { canonicalLabel, canonicalTitle } from '../../../tables/names.ts';
import { classNamed, isNamedBelowClass } from '../../codes/classification.ts';
import type { ColumnName, RowName, RuleTerm } from '../../rules/rule.ts';
import { classOfRow } from './class-of-row.ts';
import type { CellValue, TableView } from './table-view.ts';

/** What the variables of a rule stand for in one instance of it. */
export interface Bindings {
  readonly class?: string;
  readonly code?: string;
  readonly row?: TableRow;
  readonly column?: string;
}

/** The cells a term stands for (several for `items`), or null where the form has no such row or column. */
export function resolveTerm(view: TableView, term: RuleTerm, bindings: Bindings): readonly CellValue[] | null {
  const rows = rowsFor(view, term, bindings);
  if (rows === null) return resolveLyingMatrix(view, term, bindings);
  const cells: CellValue[] = [];
  for (const row of rows) {
    const column = columnFor(view, term, row, bindings);
    if (column !== null) cells.push(view.value(row, column));
    else if (!isOneLine(rows)) return null;
  }
  if (!isOneLine(rows)) return cells;
  const filled = cells.filter((cell) => cell.kind !== 'blank');
  return filled.length > 1 || cells.length === 0 ? null : filled.length === 1 ? filled : cells.slice(0, 1);
}

/** A merged label stands in several lanes of one printed line; the number stands in one of them. */
function isOneLine(rows: readonly TableRow[]): boolean {
  return rows.length > 1 && rows.every((row) => row.r === rows[0]?.r);
}

/** The table a term speaks of; null where there is none, or several that cannot be told apart. */
export function tableFor(views: readonly TableView[], term: RuleTerm): TableView | null {
  const isMeant = ({ table }: TableView): boolean =>
    term.form === null ? canonicalTitle(table.title).endsWith(canonicalTitle(term.title)) : table.kind === term.form;
  const found = views.filter(isMeant);
  return found.length === 1 ? (found[0] ?? null) : null;
}

function rowsFor(view: TableView, term: RuleTerm, bindings: Bindings): readonly TableRow[] | null {
  const candidates = rowsOfSide(view, term);
  for (const name of term.row.names) {
    if (name.kind === 'items') return itemRows(view, candidates);
    const found = candidates.filter((row) => matchesRow(view, row, name, bindings));
    if (found.length === 1) return found;
    if (isOneLine(found)) return found;
    if (found.length > 1) return term.row.under === null ? outermost(found) : null;
  }
  return null;
}

/** A name that stands in several rows means the outermost of them, when there is one such row. */
function outermost(rows: readonly TableRow[]): readonly TableRow[] | null {
  const totals = rows.filter((row) => row.role === 'total' && row.entity === '');
  if (totals.length === 1) return totals;
  const least = Math.min(...rows.map((row) => row.level));
  const top = rows.filter((row) => row.level === least && row.entity === '' && row.role !== 'of-which');
  return top.length === 1 ? top : null;
}

function rowsOfSide(view: TableView, { row: { side, under } }: RuleTerm): readonly TableRow[] {
  const lane = side === 'expenditure' ? 1 : 0;
  const twoSided = view.columns.some((column) => column.lane === 1);
  const rows = side === null ? view.rows : twoSided ? view.rows.filter((row) => row.lane === lane) : [];
  return under === null ? rowsNotUnder(view, rows) : rowsUnder(view, rows, under);
}

const CARRY_OVER: ReadonlySet<string> = new Set(['carry_over_in', 'carry_over_out']);

/** The funds are listed once as sources and once more under what was carried over: the first is meant. */
function rowsNotUnder(view: TableView, rows: readonly TableRow[]): readonly TableRow[] {
  if (formOf(view.table.kind)?.layout !== 'balance') return rows;
  let lane = -1;
  let inside = false;
  return rows.filter((row) => {
    const concept = view.rowConcept(row) ?? '';
    if (row.lane !== lane) inside = false;
    lane = row.lane;
    if (inside && (FUNDS.has(concept) || row.role === 'of-which')) return false;
    inside = CARRY_OVER.has(concept);
    if (inside) return true;
    return true;
  });
}

const FUNDS: ReadonlySet<string> = new Set(['general', 'fund', 'state_capital']);

function rowsUnder(view: TableView, rows: readonly TableRow[], under: string): readonly TableRow[] {
  const start = rows.findIndex((row) => view.rowConcept(row) === under);
  if (start < 0) return [];
  const lane = rows[start]?.lane;
  const following = rows.slice(start + 1).filter((row) => row.lane === lane);
  const end = following.findIndex((row) => row.role === 'total');
  return end < 0 ? following : following.slice(0, end);
}

/**
 * The outermost rows above the first total of their side. Where classes and items of classes stand side by side, how far the
 * rows are indented was not read right (a name that fills its line has no indent): which ones make up the total is not known.
 */
function itemRows(view: TableView, rows: readonly TableRow[]): readonly TableRow[] | null {
  const end = rows.findIndex((row) => row.role === 'total');
  const above = rows.slice(0, end).filter((row) => row.role === 'item');
  if (end < 1 || above.length === 0 || above.some((row) => CARRY_OVER.has(view.rowConcept(row) ?? ''))) return null;
  const least = Math.min(...above.map((row) => row.level));
  const outermost = above.filter((row) => row.level === least);
  const hasClasses = outermost.some(({ label }) => classNamed(label) !== null);
  return hasClasses && outermost.some(({ label }) => isNamedBelowClass(label)) ? null : outermost;
}

function matchesRow(view: TableView, row: TableRow, name: RowName, bindings: Bindings): boolean {
  switch (name.kind) {
    case 'concept':
      return view.rowConcept(row) === name.concept;
    case 'code':
      return row.code === name.code;
    case 'label':
      return canonicalLabel(row.label) === canonicalLabel(name.label);
    case 'each':
      if (name.of === 'row') return row === bindings.row;
      return name.of === 'class' ? classOfRow(row) === bindings.class : row.code === bindings.code;
    case 'items':
      return false;
  }
}

function columnFor(view: TableView, term: RuleTerm, row: TableRow, bindings: Bindings): TableColumn | null {
  const inPhase = columnsInPhase(view, view.columnsOf(row.lane), term.column?.phase ?? null);
  const names = term.column?.names ?? [];
  if (names.length === 0) return onlyAmount(view, inPhase);
  for (const name of names) {
    const found = inPhase.filter((column) => matchesColumn(view, column, name, bindings));
    const plain = found.filter((column) => isPlain(view, column, name));
    if (plain.length === 1) return plain[0] ?? null;
    if (plain.length === 0 && found.length === 1) return found[0] ?? null;
    if (found.length > 0) return null;
  }
  return null;
}

function matchesColumn(view: TableView, column: TableColumn, name: ColumnName, bindings: Bindings): boolean {
  if (name.kind === 'header') return canonicalLabel(column.path.at(-1) ?? '') === canonicalLabel(name.header);
  const { concept, within } = view.columnMeaning(column);
  if (name.kind === 'each') return columnKey(view, column) === bindings.column;
  if (isAside(column)) return false;
  return concept === name.concept && (name.within === null || within.includes(name.within));
}

/** 政府采购项目/小计 beside expenditure by nature is the sum of what is procured, not that of the form. */
function isAside({ path }: TableColumn): boolean {
  return path.slice(0, -1).some((head) => head.includes('政府采购'));
}

/** Heads that say which side a column is on, not which part of it. */
const NEUTRAL: ReadonlySet<string> = new Set([
  'income',
  'expenditure',
  'income_total',
  'expenditure_total',
  'total',
  'amount',
  'three_public',
]);

function isPlain(view: TableView, column: TableColumn, name: ColumnName): boolean {
  if (!column.path.every((part) => isKnownHead(view, part))) return false;
  const { within } = view.columnMeaning(column);
  const stated = name.kind === 'concept' ? name.within : null;
  return within.every(
    (concept) => NEUTRAL.has(concept) || concept === stated || (name.kind === 'concept' && concept === name.concept),
  );
}

/** A head above a column that is not understood may say that the column is about something else (政府采购项目/小计). */
function isKnownHead(view: TableView, part: string): boolean {
  const { concept, phase } = conceptOfColumn([part], view.table.kind);
  return concept !== null || phase !== null;
}

/** Columns of the stage asked for; without one, those the form is about: never last year's, 决算数 before 预算数. */
function columnsInPhase(
  view: TableView,
  columns: readonly TableColumn[],
  phase: string | null,
): readonly TableColumn[] {
  const stage = (column: TableColumn): string | null => view.columnMeaning(column).phase;
  const amounts = columns.filter((column) => {
    const { concept } = view.columnMeaning(column);
    return concept !== 'change_amount' && concept !== 'change_percent';
  });
  if (phase !== null) return amounts.filter((column) => stage(column) === phase);
  const final = amounts.filter((column) => stage(column) === 'final');
  const about = formOf(view.table.kind)?.phase;
  if (about === 'final' && final.length > 0) return final;
  return amounts.filter((column) => stage(column) !== 'prior' && (about === 'final' || stage(column) !== 'final'));
}

/** The only column of amounts, or the one that sums the others. */
function onlyAmount(view: TableView, columns: readonly TableColumn[]): TableColumn | null {
  if (columns.length === 1) return columns[0] ?? null;
  const sums = columns.filter((column) => {
    const { concept, within } = view.columnMeaning(column);
    return (
      (concept === 'total' || concept === 'amount' || concept === null) && within.every((name) => NEUTRAL.has(name))
    );
  });
  return sums.length === 1 ? (sums[0] ?? null) : null;
}

/** 三公 forms print one line with a column for each item, or the items as rows with columns for the stages. */
function resolveLyingMatrix(view: TableView, term: RuleTerm, bindings: Bindings): readonly CellValue[] | null {
  if (formOf(view.table.kind)?.layout !== 'matrix' || term.row.side !== null || term.column?.names.length) return null;
  const line = onlyLine(view);
  const names = term.row.names.flatMap((name): readonly ColumnName[] =>
    name.kind === 'concept' ? [{ kind: 'concept', concept: name.concept, within: null }] : [],
  );
  if (line === null || names.length === 0) return null;
  const column = columnFor(view, { ...term, column: { names, phase: term.column?.phase ?? null } }, line, bindings);
  return column === null ? null : [view.value(line, column)];
}

function onlyLine(view: TableView): TableRow | null {
  const totals = view.rows.filter((row) => row.role === 'total');
  const rows = totals.length > 0 ? totals : view.rows;
  return rows.length === 1 ? (rows[0] ?? null) : null;
}

/**
 * What a column means, as a key that is the same in other forms: "basic", "carry_over_in/total". 本年支出/小计 is the
 * total of a form about expenditure, and one of two amounts in a form that shows 本年收入 too.
 */
export function columnKey(view: TableView, column: TableColumn): string | null {
  const { concept, within } = view.columnMeaning(column);
  if (concept === null) return null;
  const isWhole = SUMS.has(concept) || (concept === 'expenditure' && !showsIncome(view));
  return [...within.filter((name) => !NEUTRAL.has(name)), isWhole ? 'total' : concept].join('/');
}

function showsIncome(view: TableView): boolean {
  return view.columns.some((column) => view.columnMeaning(column).concept === 'income');
}

const SUMS: ReadonlySet<string> = new Set(['total', 'income_total', 'expenditure_total', 'amount']);
