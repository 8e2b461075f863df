import type { Place } from '../../schemas/index.ts';
import type { Store } from '../store/open.ts';

/** The header of a table on a page: from its upper edge to its first number, in points of the page as displayed. */
export interface HeaderBand {
  readonly y0: number;
  readonly y1: number;
}

/** A header is lower than this; what is higher is a table that begins with rows without numbers. */
const TALLEST = 150;

/** Finds the header above a cell. Tables are looked up once. */
export function headerFinder(store: Store): (document: string, table: string, page: number) => HeaderBand | null {
  const tables = store.db
    .prepare<[string, string], string>(
      'SELECT tables.place FROM tables JOIN documents ON documents.id = document WHERE artifact = ? AND tables.id = ?',
    )
    .pluck();
  const facts = store.db
    .prepare<[string, string], string>(
      'SELECT facts.place FROM facts JOIN documents ON documents.id = document WHERE artifact = ? AND table_id = ?',
    )
    .pluck();
  const known = new Map<string, ReadonlyMap<number, HeaderBand>>();
  return (document, table, page) => {
    const key = `${document} ${table}`;
    const bands = known.get(key) ?? bandsOf(tables.all(document, table), facts.all(document, table));
    known.set(key, bands);
    return bands.get(page) ?? null;
  };
}

function bandsOf(tables: readonly string[], facts: readonly string[]): ReadonlyMap<number, HeaderBand> {
  const tops = firstByPage(tables);
  const numbers = firstByPage(facts);
  const bands = new Map<number, HeaderBand>();
  for (const [page, y0] of tops) {
    const y1 = numbers.get(page);
    if (y1 !== undefined && y1 > y0 && y1 - y0 <= TALLEST) bands.set(page, { y0, y1 });
  }
  return bands;
}

function firstByPage(places: readonly string[]): Map<number, number> {
  const first = new Map<number, number>();
  for (const place of places.flatMap((json) => JSON.parse(json) as Place)) {
    if (!('page' in place)) continue;
    const y = place.bbox[1];
    first.set(place.page, Math.min(y, first.get(place.page) ?? y));
  }
  return first;
}
