import type { Store } from '../open.ts';
import { transactLeased } from './lease.ts';

/** Steps of a crawl: each is stored as a whole or not at all, and none without the lease. */
export interface Steps {
  /** Resolves when what `work` wrote is committed. */
  readonly take: <T>(work: () => T) => Promise<T>;
}

interface Step {
  readonly run: () => void;
  readonly committed: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Commits together what comes while the program attends to one round of events: a transaction costs more than what a step
 * writes, and steps of one moment write to the same pages. Where one of them throws, none of them happened; a crawl ends
 * with that, and the next one makes them anew.
 */
export function leasedSteps(store: Store, owner: string): Steps {
  let waiting: Step[] = [];

  function commit(): void {
    const steps = waiting;
    waiting = [];
    try {
      transactLeased(store, owner, () => {
        for (const { run } of steps) run();
      });
    } catch (error) {
      for (const { failed } of steps) failed(error);
      return;
    }
    for (const { committed } of steps) committed();
  }

  return {
    take: <T>(work: () => T) =>
      new Promise<T>((resolve, reject) => {
        let value: { readonly of: T } | null = null;
        const run = () => {
          value = { of: work() };
        };
        const committed = () => {
          if (value !== null) resolve(value.of);
        };
        if (waiting.length === 0) setImmediate(commit);
        waiting.push({ run, committed, failed: reject });
      }),
  };
}
