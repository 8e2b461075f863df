import { fetchedBytes } from '../fetch/file.ts';
import type { Ingester } from '../ingest.ts';
import { unpack } from '../store/artifacts.ts';
import { type Fetched, markIngested, markLost, nextFetched } from '../store/crawl/fetched.ts';
import type { Steps } from '../store/crawl/steps.ts';
import type { Store } from '../store/open.ts';
import { noteReturn, saveSource } from '../store/save.ts';
import { sha256 } from '../workers/encoding.ts';

/** Takes what was fetched through the stages, while the crawl goes on. */
export interface FetchedReader {
  /** What was just fetched, by its hash: it may be read without a round through the database. */
  readonly offer: (sha256: string, bytes: Uint8Array<ArrayBuffer>) => void;
  /** There may be something new. */
  readonly wake: () => void;
  /** Resolves when nothing is left, or the work was stopped. Throws what reading threw. */
  readonly finish: () => Promise<void>;
}

export interface ReaderContext {
  readonly store: Store;
  readonly steps: Steps;
  readonly ingester: Ingester;
  readonly clock: () => Date;
  /** Documents read at the same time. */
  readonly concurrency: number;
  /** Called once where reading fails: a full disk stops the crawl, too. */
  readonly onFailure: (error: unknown) => void;
}

/** What was fetched and waits to be read is held in memory up to here, in bytes; the rest stands in the database alone. */
const MOST_OFFERED = 16 * 2 ** 20;

/** What waits stands in the database, so that memory holds only what is being read, and a killed crawl forgets nothing. */
export function readFetched(context: ReaderContext): FetchedReader {
  const { store, ingester, concurrency, onFailure } = context;
  const reading = new Map<number, Promise<void>>();
  const offered = offers(MOST_OFFERED);
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
      const work = readOne(document, offered.take(document.artifact), context)
        .catch(fail)
        .finally(() => {
          reading.delete(document.id);
          wake();
        });
      reading.set(document.id, work);
    }
  };

  return {
    offer: offered.add,
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

async function readOne(
  fetched: Fetched,
  offered: Uint8Array<ArrayBuffer> | null,
  { store, steps, ingester, clock }: ReaderContext,
): Promise<void> {
  const { address, finalUrl, artifact } = fetched;
  const bytes = offered ?? kept(store, artifact);
  if (bytes === null) return steps.take(() => markLost(store, fetched));
  // Links of the page are written against the place where it was found in the end.
  if (finalUrl !== null) {
    const now = clock().toISOString();
    await steps.take(() => {
      saveSource(store, artifact, finalUrl, now);
      noteReturn(store, artifact, finalUrl, now);
    });
  }
  await ingester.ingest(fetchedBytes(address, bytes), () => markIngested(store, fetched));
}

function kept(store: Store, artifact: string): Uint8Array<ArrayBuffer> | null {
  const bytes = unpack(store, artifact);
  return bytes === null || sha256(bytes) !== artifact ? null : bytes;
}

/** Bytes in memory up to a limit; what comes when it is full is left out. */
function offers(limit: number) {
  const waiting = new Map<string, Uint8Array<ArrayBuffer>>();
  let size = 0;
  return {
    add: (sha256: string, bytes: Uint8Array<ArrayBuffer>) => {
      if (waiting.has(sha256) || size + bytes.length > limit) return;
      waiting.set(sha256, bytes);
      size += bytes.length;
    },
    take: (sha256: string): Uint8Array<ArrayBuffer> | null => {
      const bytes = waiting.get(sha256) ?? null;
      waiting.delete(sha256);
      size -= bytes?.length ?? 0;
      return bytes;
    },
  };
}
