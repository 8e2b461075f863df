import type { FacetValue, FindingFacets } from '../../../schemas/service/index.ts';
import type { Filter, FilterOption } from '../../components/filter-bar.tsx';
import { commonWords } from '../../messages/common.ts';
import { inboxWords } from '../../messages/inbox.ts';
import { type Query, withQuery } from '../../shell/query.ts';

/** Menus with thousands of entries help nobody: the most frequent ones, the rest by the search field. */
const MOST = 200;

export const FILTERS = ['unit', 'year', 'kind', 'region', 'type', 'severity'] as const;

/** The state that is not in the URL: what is still to be decided. */
const TO_DECIDE = ['open', 'stale'];

export function inboxPath(query: Query): string {
  const params = new URLSearchParams({ order: 'document', limit: '60' });
  for (const key of [...FILTERS, 'q']) if (query[key]) params.append(key, query[key]);
  const states = !query.state ? TO_DECIDE : query.state === 'any' ? [] : [query.state];
  for (const state of states) params.append('state', state);
  if (shows(query, 'rounding')) params.append('include', 'rounding');
  return `/api/findings?${params}`;
}

/** Relations that could not be judged have no severity or state. */
export function undeterminedPath(query: Query): string {
  const { unit, year, kind, region, type, q } = query;
  return withQuery('/api/undetermined', { limit: 60, unit, year, kind, region, type, q });
}

export type Switch = 'rounding' | 'undetermined';

export function shows(query: Query, which: Switch): boolean {
  return (query.show ?? '').split(',').includes(which);
}

export function switched(query: Query, which: Switch): string {
  const now = (query.show ?? '').split(',').filter(Boolean);
  return (now.includes(which) ? now.filter((one) => one !== which) : [...now, which]).join(',');
}

export function filtersOf(facets: FindingFacets): readonly Filter[] {
  const m = inboxWords();
  const common = commonWords();
  const names: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    kind: common.kinds,
    type: common.types,
    severity: common.severities,
  };
  const plain = FILTERS.map((key) => ({
    key,
    label: m.filters[key],
    options: options(key === 'year' ? newestFirst(facets[key]) : facets[key], names[key]),
  }));
  const states: readonly FilterOption[] = [
    ...options(facets.state, common.reviewStates).filter(({ value }) => value !== 'open'),
    { value: 'any', label: m.everything },
  ];
  return [...plain, { key: 'state', label: m.filters.state, none: m.open, options: states }];
}

function options(
  values: readonly FacetValue[],
  names: Readonly<Record<string, string>> | undefined,
): readonly FilterOption[] {
  return values
    .filter(({ value }) => value !== '')
    .slice(0, MOST)
    .map(({ value, count }) => ({ value, count, label: names?.[value] ?? value }));
}

function newestFirst(years: readonly FacetValue[]): readonly FacetValue[] {
  return [...years].sort((a, b) => Number(b.value) - Number(a.value));
}
