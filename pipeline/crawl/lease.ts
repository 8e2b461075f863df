import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { type HeldLease, LeaseLostError, releaseLease, renewLease, takeLease } from '../store/crawl/lease.ts';
import type { Store } from '../store/open.ts';

/** In milliseconds. A crawl that was killed on another machine is taken over after this long. */
const LEASE_LENGTH = 60_000;
const RENEWED_EVERY = 15_000;

export interface LeaseOptions {
  readonly clock: () => Date;
  readonly signal: AbortSignal;
  /** Whether the holder of a lease has ended without giving it back. */
  readonly isGone?: (held: HeldLease) => boolean;
}

/** A lease that is renewed until the work ends. */
export interface Leased {
  readonly owner: string;
  /** Aborted when the user stops the crawl, or when somebody else has taken over. */
  readonly signal: AbortSignal;
}

export type LeaseResult<T> =
  | { readonly kind: 'done'; readonly value: T }
  /** Another crawl is at work. */
  | { readonly kind: 'held'; readonly by: HeldLease };

/** One crawl at a time works on a database: `work` runs while the lease is held, and is told when it is lost. */
export async function withLease<T>(
  store: Store,
  { clock, signal, isGone = isProcessGone }: LeaseOptions,
  work: (leased: Leased) => Promise<T>,
): Promise<LeaseResult<T>> {
  const holder = { owner: randomUUID(), host: hostname(), pid: process.pid };
  const until = () => new Date(clock().getTime() + LEASE_LENGTH).toISOString();
  const held = takeLease(store, holder, { now: clock().toISOString(), until: until(), isGone });
  if (held !== null) return { kind: 'held', by: held };
  const lost = new AbortController();
  const renewing = setInterval(() => {
    try {
      renewLease(store, holder.owner, until());
    } catch (error) {
      // A database that is locked for a moment is renewed in the next round; steps check the lease in any case.
      if (error instanceof LeaseLostError) lost.abort(error);
    }
  }, RENEWED_EVERY);
  try {
    const value = await work({ owner: holder.owner, signal: AbortSignal.any([signal, lost.signal]) });
    return { kind: 'done', value };
  } finally {
    clearInterval(renewing);
    releaseLease(store, holder.owner);
  }
}

/** Known for processes of this machine only; of others, time decides. Our own number means one from before a restart. */
function isProcessGone({ host, pid }: HeldLease): boolean {
  if (host !== hostname()) return false;
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
