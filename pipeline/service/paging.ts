import { ServiceProblem } from './problems.ts';

/** Cursors say after what to go on, not at which number: what is stored meanwhile neither repeats nor skips anything. */

export function cursorOf(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

export function readCursor(cursor: string | undefined): readonly (string | number)[] | null {
  if (cursor === undefined) return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(key) && key.every((part) => typeof part === 'string' || typeof part === 'number')) return key;
  } catch {
    // Not one of ours.
  }
  throw new ServiceProblem('bad-query', 'cursor');
}

/** The page of an ordered list that begins after the cursor. `keyOf` identifies an item, `isAfter` compares with a key. */
export function pageAfter<Item>(
  items: readonly Item[],
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
  {
    keyOf,
    isAfter,
  }: {
    readonly keyOf: (item: Item) => readonly (string | number)[];
    readonly isAfter: (item: Item, key: readonly (string | number)[]) => boolean;
  },
): { readonly items: Item[]; readonly next: string | null; readonly total: number } {
  const key = readCursor(cursor);
  const from = key === null ? 0 : items.findIndex((item) => isAfter(item, key));
  const page = from < 0 ? [] : items.slice(from, from + limit);
  const last = page.at(-1);
  const hasMore = last !== undefined && from + limit < items.length;
  return { items: page, next: hasMore ? cursorOf(keyOf(last)) : null, total: items.length };
}

/** A page of rows that are numbered within their document: the cursor is the number of the last one. */
export function pageOfNumbered<Row extends { readonly n: number }>(
  rows: readonly Row[],
  limit: number,
): { readonly items: Row[]; readonly next: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? cursorOf([last.n]) : null };
}

/** The number after which the rows of a document go on; −1 at the beginning. */
export function numberAfter(cursor: string | undefined): number {
  const [n] = readCursor(cursor) ?? [-1];
  if (typeof n !== 'number') throw new ServiceProblem('bad-query', 'cursor');
  return n;
}
