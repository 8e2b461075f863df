import type { FacetValue } from '../../schemas/service/index.ts';

/** Filters of a list: each with the value an item has for it, and whether the query lets that value through. */
export interface Filter<Item> {
  readonly valueOf: (item: Item) => string | number | null;
  readonly wanted: readonly (string | number)[];
}

/** Values offered for one filter. */
const MOST_VALUES = 300;

/**
 * The items that pass all filters, and for each filter how many items each of its values would give, the others standing: one
 * that fails a single filter counts for that filter alone. `but`: the items that pass all filters but the one called `except`.
 */
export function filtered<Item, Name extends string>(
  items: readonly Item[],
  filters: Readonly<Record<Name, Filter<Item>>>,
  except?: NoInfer<Name>,
): { readonly items: Item[]; readonly but: Item[]; readonly facets: Record<Name, FacetValue[]> } {
  const names = Object.keys(filters) as Name[];
  const counters = names.map((name) => counterOf(filters[name]));
  const active = counters.filter(({ wanted }) => wanted.size > 0);
  const excepted = except === undefined ? null : counters[names.indexOf(except)];
  const passing: Item[] = [];
  const but: Item[] = [];
  for (const item of items) {
    let failed: Counter<Item> | null = null;
    let failures = 0;
    for (const counter of active) {
      if (counter.wanted.has(textOf(counter.valueOf(item)))) continue;
      failed = counter;
      failures += 1;
    }
    if (failures > 1) continue;
    if (failed === null || failed === excepted) but.push(item);
    if (failed !== null) count(failed, item);
    else {
      passing.push(item);
      for (const counter of counters) count(counter, item);
    }
  }
  const facets = Object.fromEntries(names.map((name, at) => [name, ordered(counters[at]?.counts ?? new Map())]));
  return { items: passing, but, facets: facets as Record<Name, FacetValue[]> };
}

type Value = string | number | null;

interface Counter<Item> {
  readonly valueOf: Filter<Item>['valueOf'];
  readonly wanted: ReadonlySet<string>;
  /** By the value as it is: a text is made of it where all have been counted. */
  readonly counts: Map<Value, { count: number }>;
}

function counterOf<Item>(filter: Filter<Item>): Counter<Item> {
  return { valueOf: filter.valueOf, wanted: new Set(filter.wanted.map(String)), counts: new Map() };
}

function count<Item>(counter: Counter<Item>, item: Item): void {
  const value = counter.valueOf(item);
  const known = counter.counts.get(value);
  if (known === undefined) counter.counts.set(value, { count: 1 });
  else known.count += 1;
}

function textOf(value: Value): string {
  if (typeof value === 'string') return value;
  return value === null ? '' : String(value);
}

/** Most frequent first. A value that is not known ("") is none to choose. */
function ordered(counts: ReadonlyMap<Value, { readonly count: number }>): FacetValue[] {
  return [...counts]
    .map(([value, { count }]) => ({ value: textOf(value), count }))
    .filter(({ value }) => value !== '')
    .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, MOST_VALUES);
}
