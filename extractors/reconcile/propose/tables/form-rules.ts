import type { Operand, Relation } from '../../../../schemas/index.ts';
import { listRules } from '../../rules/index.ts';
import type { FormRule, RuleTerm } from '../../rules/rule.ts';
import type { Proposer } from '../proposer.ts';
import { relation } from '../relations.ts';
import { classOfRow } from './class-of-row.ts';
import type { Bindings } from './resolve-term.ts';
import { columnKey, resolveTerm, tableFor } from './resolve-term.ts';
import { cellOperand } from './sums.ts';
import type { CellValue, TableView } from './table-view.ts';
import { financialTables } from './table-view.ts';

/** The rules of data/rules and of the user's own file, wherever the forms they speak of are there, once each. */
export const formRules: Proposer = {
  name: 'form-rules',
  propose: ({ extraction, options }) => {
    const views = financialTables(extraction);
    return [...listRules(), ...(options.rules ?? [])].flatMap((rule) => applyRule(rule, views));
  },
};

type Located = { readonly term: RuleTerm; readonly view: TableView };

function applyRule(rule: FormRule, views: readonly TableView[]): readonly Relation[] {
  const left = locate(rule.relation.left, views);
  const right = locate(rule.relation.right, views);
  if (left === null || right === null || left.length === 0 || right.length === 0) return [];
  if (!rule.unless.every((term) => isNothing(term, views))) return [];
  const instances = instancesOf([...left, ...right]);
  const family = instances.length > 1 ? `form:${rule.name}` : undefined;
  return instances.flatMap((bindings) => {
    const sides = [sideOf(left, bindings), sideOf(right, bindings)] as const;
    const made = sides[0] && sides[1] ? write(rule, sides[0], sides[1], family) : null;
    return made === null ? [] : [made];
  });
}

/** null where a form that the rule needs is not there, or is there twice. */
function locate(terms: readonly RuleTerm[], views: readonly TableView[]): readonly Located[] | null {
  const located: Located[] = [];
  for (const term of terms) {
    const view = tableFor(views, term);
    if (view) located.push({ term, view });
    else if (!term.optional) return null;
  }
  return located;
}

/** Whether the cell is absent, blank or zero. What could not be read may be anything. */
function isNothing(term: RuleTerm, views: readonly TableView[]): boolean {
  const view = tableFor(views, term);
  const cells = view && resolveTerm(view, term, {});
  return (cells ?? []).every((cell) => cell.kind === 'blank' || (cell.kind === 'number' && cell.isZero));
}

/** Every choice of rows and columns for the variables of a rule; one empty choice without variables. */
function instancesOf(terms: readonly Located[]): readonly Bindings[] {
  let instances: readonly Bindings[] = [{}];
  for (const variable of ['class', 'code', 'row'] as const) {
    const first = terms.find(({ term }) => term.row.names.some((name) => name.kind === 'each' && name.of === variable));
    if (first)
      instances = instances.flatMap((bindings) =>
        rowValues(first.view, variable).map((value) => ({ ...bindings, ...value })),
      );
  }
  const first = terms.find(({ term }) => term.column?.names.some((name) => name.kind === 'each'));
  if (!first) return instances;
  const keys = new Set(first.view.columns.flatMap((column) => columnKey(first.view, column) ?? []));
  return instances.flatMap((bindings) => [...keys].map((column) => ({ ...bindings, column })));
}

function rowValues(view: TableView, variable: 'class' | 'code' | 'row'): readonly Bindings[] {
  if (variable === 'row') return view.rows.map((row) => ({ row }));
  if (variable === 'class')
    return [...new Set(view.rows.map(classOfRow))].filter(Boolean).map((value) => ({ class: value }));
  return [...new Set(view.rows.map((row) => row.code))].filter(Boolean).map((code) => ({ code }));
}

interface Side {
  readonly cells: readonly { readonly cell: CellValue; readonly sign: 1 | -1 }[];
}

/** null where a term that is not optional has no cell. */
function sideOf(terms: readonly Located[], bindings: Bindings): Side | null {
  const cells: { readonly cell: CellValue; readonly sign: 1 | -1 }[] = [];
  for (const { term, view } of terms) {
    const found = resolveTerm(view, term, bindings);
    if (found === null && !term.optional) return null;
    for (const cell of found ?? []) cells.push({ cell, sign: term.sign });
  }
  return { cells };
}

/** A side of blanks only says nothing: no relation. */
function write(rule: FormRule, left: Side, right: Side, family: string | undefined): Relation | null {
  const wholeFirst = left.cells.length === 1 && right.cells.length > 1;
  const [parts, whole] = wholeFirst ? [right, left] : [left, right];
  const isSum = rule.relation.operator === '=' && whole.cells.length === 1 && parts.cells.length > 1;
  const roles = isSum ? (['part', 'whole'] as const) : (['left', 'right'] as const);
  const a = operandsOf(parts, roles[0]);
  const b = operandsOf(whole, roles[1]);
  if (a.length === 0 || b.length === 0 || [...a, ...b].every(isZeroOperand)) return null;
  const kind = rule.relation.operator === '<=' ? 'bound' : isSum ? 'sum' : 'equal';
  const forms = new Set([...rule.relation.left, ...rule.relation.right].map(({ form, title }) => form ?? title));
  return relation(
    kind,
    kind === 'bound' ? [...operandsOf(left, 'left'), ...operandsOf(right, 'right')] : [...a, ...b],
    {
      rule: `form:${rule.name}`,
      type: rule.type ?? (forms.size > 1 ? 'cross_table' : 'sum'),
      strength: rule.strength,
      ...(family === undefined ? {} : { family }),
      why: rule.why,
    },
  );
}

function operandsOf({ cells }: Side, role: Operand['role']): readonly Operand[] {
  return cells.flatMap(({ cell, sign }) => cellOperand(role, cell, sign) ?? []);
}

function isZeroOperand({ observation }: Operand): boolean {
  return observation !== null && !/[1-9]/.test(observation.value);
}
