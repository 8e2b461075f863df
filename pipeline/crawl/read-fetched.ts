import { fetchedBytes } from '../fetch/file.ts';
import type { Ingester } from '../ingest.ts';
import { unpack } from '../store/artifacts.ts';
import { type Fetched, markIngested, markLost, nextFetched } from '../store/crawl/fetched.ts';
import { transactLeased } from '../store/crawl/lease.ts';
import type { Store } from '../store/open.ts';
import { saveSource } from '../store/save.ts';
import { sha256 } from '../workers/encoding.ts';

/** Takes what was fetched through the stages, while the crawl goes on. */
export interface FetchedReader {
  /** There may be something new. */
  readonly wake: () => void;
  /** Resolves when nothing is left, or the work was stopped. Throws what reading threw. */
  readonly finish: () => Promise<void>;
}

export interface ReaderContext {
  readonly store: Store;
  readonly owner: string;
  readonly ingester: Ingester;
  readonly clock: () => Date;
  /** Documents read at the same time. */
  readonly concurrency: number;
  /** Called once where reading fails: a full disk stops the crawl, too. */
  readonly onFailure: (error: unknown) => void;
}

/** What waits stands in the database, so that memory holds only what is being read, and a killed crawl forgets nothing. */
export function readFetched(context: ReaderContext): FetchedReader {
  const { store, ingester, concurrency, onFailure } = context;
  const reading = new Map<number, Promise<void>>();
  const problems: unknown[] = [];

  const fail = (error: unknown) => {
    if (problems.length === 0) onFailure(error);
    problems.push(error);
  };

  const wake = () => {
    if (problems.length > 0 || ingester.isStopped() || reading.size >= concurrency) return;
    for (const document of nextFetched(store, 2 * concurrency)) {
      if (reading.size >= concurrency) return;
      if (reading.has(document.id)) continue;
      const work = readOne(document, context)
        .catch(fail)
        .finally(() => {
          reading.delete(document.id);
          wake();
        });
      reading.set(document.id, work);
    }
  };

  return {
    wake: () => {
      try {
        wake();
      } catch (error) {
        fail(error);
      }
    },
    finish: async () => {
      wake();
      while (reading.size > 0) await Promise.race(reading.values());
      if (problems.length > 0) throw problems[0];
    },
  };
}

async function readOne(fetched: Fetched, { store, owner, ingester, clock }: ReaderContext): Promise<void> {
  const { address, finalUrl, artifact } = fetched;
  const bytes = unpack(store, artifact);
  if (bytes === null || sha256(bytes) !== artifact) {
    transactLeased(store, owner, () => markLost(store, fetched));
    return;
  }
  // Links of the page are written against the place where it was found in the end.
  if (finalUrl !== null) saveSource(store, artifact, finalUrl, clock().toISOString());
  await ingester.ingest(fetchedBytes(address, bytes));
  if (ingester.isStopped()) return;
  transactLeased(store, owner, () => markIngested(store, fetched));
}
