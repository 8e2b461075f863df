import Big from 'big.js';
import { scaleOf } from '../../extractors/reconcile/judge/units.ts';
import type { Statement } from './statements.ts';

/** One quantity of a unit over the years. */
export interface Series {
  readonly quantity: string;
  readonly name: string;
  readonly code: string;
  /** In order of years. */
  readonly points: readonly Point[];
  readonly breaks: readonly Break[];
}

export interface Point {
  readonly year: number;
  readonly budget: Value | null;
  readonly final: Value | null;
}

export interface Value {
  readonly value: string;
  readonly unit: string;
  readonly name: string;
  readonly code: string;
  readonly form: string;
  readonly document: string;
  readonly source: string;
  readonly place: Statement['place'];
}

/** Where a series may not be read on without thought. */
export interface Break {
  readonly kind: 'renamed' | 'recoded' | 'scope' | 'prior-year-disagrees' | 'several-values';
  readonly year: number;
  readonly from: string;
  readonly to: string;
}

type Phase = 'budget' | 'final';

/** The series that `row` names: a code, a name as printed or a part of it. Those with most years come first. */
export function seriesOf(statements: readonly Statement[], row: string): Series[] {
  const chosen = new Set(statements.filter((statement) => isNamed(statement, row)).map(({ quantity }) => quantity));
  const series = [...Map.groupBy(statements, ({ quantity }) => quantity)]
    .filter(([quantity]) => chosen.has(quantity))
    .map(([quantity, stated]) => assemble(quantity, stated, (statement) => isNamed(statement, row)));
  return withChangesOfScope(series.filter(({ points }) => points.length > 0)).toSorted(
    (a, b) => b.points.length - a.points.length || closeness(a, row) - closeness(b, row) || compare(a, b),
  );
}

/** The series of exactly one quantity; what goes on where it ends is looked for among those of the same item. */
export function seriesOfQuantity(statements: readonly Statement[], quantity: string): Series[] {
  const series = [...Map.groupBy(statements, (statement) => statement.quantity)]
    .filter(([other]) => itemOf({ quantity: other }) === itemOf({ quantity }))
    .map(([other, stated]) => assemble(other, stated, () => true));
  return withChangesOfScope(series.filter(({ points }) => points.length > 0)).filter(
    (one) => one.quantity === quantity,
  );
}

function isNamed({ code, name }: Statement, row: string): boolean {
  return /^\d+$/.test(row) ? code === row : plain(name).includes(plain(row));
}

/** A name without layout: spaces, numbering and quotation marks, brackets in one width. */
function plain(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s“”"《》]/g, '')
    .replace(/^(?:[(]?[一二三四五六七八九十\d]{1,3}[)、.])+|^其中:/, '');
}

function closeness({ name }: Series, row: string): number {
  return Math.abs(plain(name).length - plain(row).length);
}

function compare(a: Series, b: Series): number {
  return a.quantity < b.quantity ? -1 : 1;
}

function assemble(quantity: string, stated: readonly Statement[], isMeant: (statement: Statement) => boolean): Series {
  const years = [...new Set(stated.map(({ year }) => year))].toSorted((a, b) => a - b);
  const own = (year: number, phase: Phase) =>
    stated.filter((statement) => statement.year === year && statement.phase === phase);
  const points = years
    .map((year) => ({ year, budget: chosen(own(year, 'budget'), year), final: chosen(own(year, 'final'), year) }))
    .filter(({ budget, final }) => budget !== null || final !== null);
  // The latest name it was asked for by: in a table of its own the row may be called 合计 only.
  const { name, code } = stated.findLast(isMeant) ?? { name: '', code: '' };
  const breaks = [
    ...points.flatMap((point, n) => changesOfName(points[n - 1], point)),
    ...years.flatMap((year) => [
      ...disagreements(own(year, 'budget'), year),
      ...disagreements(own(year, 'final'), year),
    ]),
  ];
  return { quantity, name, code, points, breaks: breaks.toSorted((a, b) => a.year - b.year) };
}

/** What the year's own document says, in a table before prose; else what a later one says of it. */
function chosen(stated: readonly Statement[], year: number): Value | null {
  const rank = ({ documentYear, form }: Statement) => (documentYear === year ? 0 : 2) + (form === '' ? 1 : 0);
  const [first] = stated.toSorted(
    (a, b) => rank(a) - rank(b) || (a.source < b.source ? -1 : a.source > b.source ? 1 : 0),
  );
  if (first === undefined) return null;
  const { value, unit, name, code, form, document, source, place } = first;
  return { value, unit, name, code, form, document, source, place };
}

function changesOfName(before: Point | undefined, point: Point): Break[] {
  return (['budget', 'final'] as const).flatMap((phase): Break[] => {
    const a = before?.[phase];
    const b = point[phase];
    // Prose names things more freely than tables do.
    if (!a || !b || a.form === '' || b.form === '') return [];
    if (a.code !== b.code) return [{ kind: 'recoded', year: point.year, from: a.code, to: b.code }];
    const isSame = plain(a.name) === plain(b.name);
    return isSame ? [] : [{ kind: 'renamed', year: point.year, from: a.name, to: b.name }];
  });
}

/** Values of one year and stage that differ: of a later disclosure about this year, or inside one disclosure. */
function disagreements(stated: readonly Statement[], year: number): Break[] {
  const own = stated.filter(({ documentYear }) => documentYear === year);
  const later = stated.filter(({ documentYear }) => documentYear !== null && documentYear > year);
  const [first] = own;
  if (first === undefined) return [];
  const differs = (others: readonly Statement[]) => others.find((other) => !isSameAmount(first, other));
  const prior = differs(later);
  const again = differs(own);
  return [
    ...(prior === undefined ? [] : [{ kind: 'prior-year-disagrees' as const, year, ...between(first, prior) }]),
    ...(again === undefined ? [] : [{ kind: 'several-values' as const, year, ...between(first, again) }]),
  ];
}

function between(a: Statement, b: Statement): { readonly from: string; readonly to: string } {
  const text = ({ value, unit, source }: Statement) => `${value}${unit} (${source})`;
  return { from: text(a), to: text(b) };
}

/** Amounts in different units agree as far as the coarser one is printed. */
function isSameAmount(a: Statement, b: Statement): boolean {
  const [left, right] = [amountOf(a), amountOf(b)];
  return left.value
    .minus(right.value)
    .abs()
    .lte(left.half.gt(right.half) ? left.half : right.half);
}

function amountOf({ value, unit }: Statement): { readonly value: Big; readonly half: Big } {
  const one = new Big(10).pow(scaleOf(unit).exponent);
  const decimals = value.split('.')[1]?.length ?? 0;
  return { value: new Big(value).times(one), half: new Big(10).pow(-decimals).times(one).div(2) };
}

/** The same item of another fund or nature that takes over where this one ends: the scope has changed, not the amount. */
function withChangesOfScope(series: readonly Series[]): Series[] {
  return series.map((one) => {
    const last = one.points.at(-1)?.year ?? 0;
    const following = series.find((other) => {
      const first = other.points[0]?.year ?? 0;
      return other !== one && itemOf(other) === itemOf(one) && first === last + 1;
    });
    if (following === undefined) return one;
    const taken: Break = { kind: 'scope', year: last + 1, from: one.quantity, to: following.quantity };
    return { ...one, breaks: [...one.breaks, taken] };
  });
}

function itemOf({ quantity }: Pick<Series, 'quantity'>): string {
  return quantity.split('|')[2] ?? '';
}
