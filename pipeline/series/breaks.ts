import Big from 'big.js';
import { scaleOf } from '../../extractors/reconcile/judge/units.ts';
import { readLabel } from '../../extractors/reconcile/subjects/read-label.ts';
import { inOrderOfTrust, type Line, PHASES, type Value } from './line.ts';
import { plainName } from './plain-name.ts';
import type { Statement } from './statements.ts';

/** Where a series may not be read on without thought. */
export interface Break {
  readonly kind: 'renamed' | 'recoded' | 'scope' | 'prior-year-disagrees' | 'several-values';
  readonly year: number;
  readonly from: string;
  readonly to: string;
}

/** A code that gets another name, or a form that comes to count another fund, from one year to the next that is known. */
export function changesAlong({ points, quantity }: Line): Break[] {
  const item = itemOf(quantity);
  return PHASES.flatMap((phase) => {
    const known = points.flatMap(({ year, [phase]: value }) => (value === null ? [] : [{ year, value }]));
    return known.slice(1).flatMap(({ year, value }, n): Break[] => {
      const before = known[n]?.value;
      if (before === undefined) return [];
      const [from, to] = [fundOfForm(before), fundOfForm(value)];
      const isOtherScope = from !== '' && to !== '' && from !== to;
      return [
        ...(isRenamed(before, value) ? [{ kind: 'renamed' as const, year, from: before.name, to: value.name }] : []),
        ...(isOtherScope ? [{ kind: 'scope' as const, year, from: `${from}||${item}|`, to: `${to}||${item}|` }] : []),
      ];
    });
  }).filter(isFirstOfItsKind);
}

/** Names that belong to no code may be put in many ways: what they mean has been understood already. */
function isRenamed(before: Value, value: Value): boolean {
  return value.code !== '' && before.code === value.code && plainName(before.name) !== plainName(value.name);
}

/** Whose money the form counts by its own title, "" where it does not say. */
function fundOfForm({ form }: Value): string {
  return form === '' ? '' : (readLabel(form).says.fund ?? '');
}

/** Budget and final accounts change together: once is enough. */
function isFirstOfItsKind({ kind, year, from, to }: Break, index: number, all: readonly Break[]): boolean {
  return (
    all.findIndex((other) => other.kind === kind && other.year === year && other.from === from && other.to === to) ===
    index
  );
}

/** Values of one year and stage that differ: in a later disclosure that looks back, or inside the disclosures of the year. */
export function disagreements(stated: readonly Statement[]): Break[] {
  const years = [...new Set(stated.map(({ year }) => year))];
  return years.flatMap((year) =>
    PHASES.flatMap((phase): Break[] => {
      const [first, ...others] = inOrderOfTrust(stated, year, phase);
      if (first === undefined) return [];
      const differing = others.filter((other) => !isSameAmount(first, other));
      const later = differing.find(({ documentYear }) => documentYear !== null && documentYear > year);
      const own = differing.find(({ documentYear }) => documentYear === year);
      return [
        ...(later === undefined ? [] : [{ kind: 'prior-year-disagrees' as const, year, ...between(first, later) }]),
        ...(own === undefined ? [] : [{ kind: 'several-values' as const, year, ...between(first, own) }]),
      ];
    }),
  );
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

/**
 * What takes over in the year after this series ends: the same item of another fund or nature (its scope has changed), or
 * the same name under another code of the same fund and nature.
 */
export function successions(series: Line, all: readonly Line[]): Break[] {
  const last = series.points.at(-1)?.year ?? 0;
  const successors = all.filter((other) => other.quantity !== series.quantity && other.points[0]?.year === last + 1);
  const sameItem =
    successors.find(({ quantity }) => differsOnlyIn('fund', series.quantity, quantity)) ??
    successors.find(({ quantity }) => differsOnlyIn('nature', series.quantity, quantity));
  const sameName = successors.find((other) => isRecoded(series, other));
  return [
    ...(sameItem === undefined
      ? []
      : [{ kind: 'scope' as const, year: last + 1, from: series.quantity, to: sameItem.quantity }]),
    ...(sameName === undefined
      ? []
      : [{ kind: 'recoded' as const, year: last + 1, from: codeOf(series), to: codeOf(sameName) }]),
  ];
}

function isRecoded(series: Line, other: Line): boolean {
  const [from, to] = [codeOf(series), codeOf(other)];
  const isOfOneKind = scopeOf(series.quantity) === scopeOf(other.quantity);
  return from !== '' && to !== '' && isOfOneKind && plainName(nameOf(series)) === plainName(nameOf(other));
}

function codeOf({ quantity }: Line): string {
  return /^code:(\d+)$/.exec(itemOf(quantity))?.[1] ?? '';
}

/** The name beside the code in the last year it was printed. */
function nameOf({ points, name }: Line): string {
  const last = points.at(-1);
  return last?.final?.name ?? last?.budget?.name ?? name;
}

function itemOf(quantity: string): string {
  return partsOf(quantity).item;
}

function scopeOf(quantity: string): string {
  return JSON.stringify({ ...partsOf(quantity), item: '' });
}

function differsOnlyIn(part: 'fund' | 'nature', a: string, b: string): boolean {
  const without = (quantity: string) => JSON.stringify({ ...partsOf(quantity), [part]: '' });
  return without(a) === without(b);
}

function partsOf(quantity: string): Readonly<Record<'fund' | 'flow' | 'item' | 'nature', string>> {
  const [fund = '', flow = '', item = '', nature = ''] = quantity.split('|');
  return { fund, flow, item, nature };
}
