import { lookup } from 'node:dns/promises';
import { setTimeout as sleepFor } from 'node:timers/promises';
import { isAnyAddress, isPublicAddress, type MayConnect } from './addresses.ts';
import type { Resolve } from './connector.ts';

/** What a client takes from the machine it runs on. */
export interface Surroundings {
  /** Milliseconds since 1970, never running backwards. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
  readonly resolve: Resolve;
  readonly mayConnect: MayConnect;
}

export function surroundings({ allowPrivate }: { readonly allowPrivate: boolean }): Surroundings {
  return {
    now: () => performance.timeOrigin + performance.now(),
    sleep: async (milliseconds, signal) => {
      await sleepFor(milliseconds, undefined, { signal });
    },
    random: Math.random,
    resolve: (hostname) => lookup(hostname, { all: true }),
    mayConnect: allowPrivate ? isAnyAddress : isPublicAddress,
  };
}
