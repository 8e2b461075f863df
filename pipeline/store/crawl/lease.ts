import { GoujiError } from '../../../extractors/errors.ts';
import type { Store } from '../open.ts';
import { reading, readingValues, writing } from '../statements.ts';

/** Who crawls into the database. */
export interface LeaseHolder {
  /** Different for every start of the program. */
  readonly owner: string;
  readonly host: string;
  readonly pid: number;
}

export interface HeldLease extends LeaseHolder {
  readonly since: string;
  readonly until: string;
}

/** Another crawl has taken over: this one must not write any more. */
export class LeaseLostError extends GoujiError {
  constructor() {
    super('crawl-lease-lost', 'Another crawl has taken over this database.', {
      remedy: 'Let one program at a time crawl into a database.',
    });
    this.name = 'LeaseLostError';
  }
}

/**
 * Takes the lease, or says who holds it. It is free when it has run out, and when `isGone` knows that its holder is no
 * more: a crawl that was killed is taken up again at once.
 */
export function takeLease(
  store: Store,
  holder: LeaseHolder,
  { now, until, isGone }: { now: string; until: string; isGone: (held: HeldLease) => boolean },
): HeldLease | null {
  return store.transact(() => {
    const held = reading<[], HeldLease>(store.db, 'SELECT owner, host, pid, since, until FROM crawl_lease').get();
    if (held !== undefined && held.owner !== holder.owner && held.until > now && !isGone(held)) return held;
    writing(
      store.db,
      'INSERT OR REPLACE INTO crawl_lease (n, owner, host, pid, since, until) VALUES (1, ?, ?, ?, ?, ?)',
    ).run(holder.owner, holder.host, holder.pid, now, until);
    return null;
  });
}

/** Throws a LeaseLostError where somebody else has taken it meanwhile. */
export function renewLease(store: Store, owner: string, until: string): void {
  const { changes } = writing(store.db, 'UPDATE crawl_lease SET until = ? WHERE owner = ?').run(until, owner);
  if (changes === 0) throw new LeaseLostError();
}

export function releaseLease(store: Store, owner: string): void {
  writing(store.db, 'DELETE FROM crawl_lease WHERE owner = ?').run(owner);
}

/** Runs one step of a crawl in one transaction, in which the lease is still its own. */
export function transactLeased<T>(store: Store, owner: string, work: () => T): T {
  return store.transact(() => {
    const holder = readingValues<[], string>(store.db, 'SELECT owner FROM crawl_lease').get();
    if (holder !== owner) throw new LeaseLostError();
    return work();
  });
}
