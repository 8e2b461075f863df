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
 * that fails a single filter counts for that filter alone.
 */
export function filtered<Item, Name extends string>(
  items: readonly Item[],
  filters: Readonly<Record<Name, Filter<Item>>>,
): { readonly items: Item[]; readonly facets: Record<Name, FacetValue[]> } {
  const names = Object.keys(filters) as Name[];
  const active = names.map((name) => filters[name]);
  const wanted = active.map((filter) => (filter.wanted.length === 0 ? null : new Set(filter.wanted.map(String))));
  const counts = names.map(() => new Map<string, number>());
  const passing: Item[] = [];
  const values: string[] = new Array(names.length).fill('');
  for (const item of items) {
    let failed = -1;
    let failures = 0;
    for (const [at, filter] of active.entries()) {
      values[at] = textOf(filter.valueOf(item));
      const set = wanted[at];
      if (set && !set.has(values[at] ?? '')) {
        failures += 1;
        failed = at;
      }
    }
    if (failures > 1) continue;
    if (failures === 0) passing.push(item);
    for (const [at, count] of counts.entries()) {
      const value = values[at] ?? '';
      if (failures === 0 || at === failed) count.set(value, (count.get(value) ?? 0) + 1);
    }
  }
  const facets = Object.fromEntries(names.map((name, at) => [name, ordered(counts[at] ?? new Map())]));
  return { items: passing, facets: facets as Record<Name, FacetValue[]> };
}

function textOf(value: string | number | null): string {
  if (typeof value === 'string') return value;
  return value === null ? '' : String(value);
}

/** Most frequent first. A value that is not known ("") is none to choose. */
function ordered(counts: ReadonlyMap<string, number>): FacetValue[] {
  return [...counts]
    .filter(([value]) => value !== '')
    .map(([value, count]) => ({ value, count }))
    .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, MOST_VALUES);
}
