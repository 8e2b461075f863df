import { setTimeout as wait } from 'node:timers/promises';
import { lastRun } from '../store/crawl/runs.ts';
import type { Store } from '../store/open.ts';

/** A source with its schedule. */
export interface Scheduled {
  readonly name: string;
  /** null: never again. */
  readonly nextRun: (after: Date) => Date | null;
}

export interface WatchOptions<S extends Scheduled> {
  readonly clock: () => Date;
  readonly signal: AbortSignal;
  readonly crawl: (due: readonly S[]) => Promise<void>;
  /** Nothing of so many sources is due before `next`. */
  readonly onWait: (next: Date | null, sources: number) => void;
  /** Resolves after so many milliseconds, or when the signal is aborted. */
  readonly sleep?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** The clock is looked at this often, in milliseconds: it may be set, and machines sleep. */
const LOOK_EVERY = 30_000;

/** Crawls each source when it is due, until it is stopped. Which there are is asked for anew before every look at the clock. */
export async function watch<S extends Scheduled>(
  store: Store,
  currentSources: () => Promise<readonly S[]>,
  { clock, signal, crawl, onWait, sleep = sleepFor }: WatchOptions<S>,
): Promise<void> {
  const began = clock();
  let announced: string | undefined;
  while (!signal.aborted) {
    const sources = await currentSources();
    const now = clock();
    const times = sources.map((source) => ({ source, at: nextTime(store, source, began) }));
    const due = times.filter(({ at }) => at !== null && at <= now).map(({ source }) => source);
    if (due.length > 0) {
      await crawl(due);
      announced = undefined;
      continue;
    }
    const next = times.flatMap(({ at }) => (at === null ? [] : [at.getTime()])).reduce(earliest, null);
    const announcement = `${sources.length} ${next}`;
    if (announced !== announcement) onWait(next === null ? null : new Date(next), sources.length);
    announced = announcement;
    const pause = Math.min(LOOK_EVERY, next === null ? LOOK_EVERY : next - now.getTime());
    await sleep(pause, signal);
  }
}

/**
 * When a source is to be crawled: at once where a run was cut off, or where its time came while nobody watched; one that was
 * never crawled waits for its time.
 */
export function nextTime(store: Store, { name, nextRun }: Scheduled, began: Date): Date | null {
  const last = lastRun(store, name);
  if (last === null) return nextRun(began);
  return last.ended === null ? new Date(last.started) : nextRun(new Date(last.started));
}

async function sleepFor(milliseconds: number, signal: AbortSignal): Promise<void> {
  await wait(milliseconds, undefined, { signal }).catch(() => undefined);
}

function earliest(a: number | null, b: number): number {
  return a === null ? b : Math.min(a, b);
}
