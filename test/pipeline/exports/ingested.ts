import { join } from 'node:path';
import { findFiles } from '../../../pipeline/fetch/find-files.ts';
import { ingestFiles } from '../../../pipeline/ingest.ts';
import { openForReading, openStore, type Store } from '../../../pipeline/store/open.ts';
import { NO_TOOLS } from '../../../pipeline/tools/tools.ts';
import { DEFAULT_LIMITS } from '../../../pipeline/workers/limits.ts';
import { temporaryFolder } from '../made-pages.ts';

/** A database into which the files were read one call after the other, in this order. */
export async function ingested(files: readonly (readonly string[])[], concurrency = 1): Promise<string> {
  const path = join(temporaryFolder(), 'a.sqlite');
  const store = openStore(path);
  for (const paths of files) {
    await ingestFiles(store, (await findFiles(paths)).files, {
      tools: NO_TOOLS,
      retry: false,
      signal: new AbortController().signal,
      now: () => '2026-01-01T00:00:00Z',
      onReport: () => undefined,
      limits: { ...DEFAULT_LIMITS, concurrency },
    });
  }
  store.close();
  return path;
}

export async function reading<T>(path: string, work: (store: Store) => T | Promise<T>): Promise<T> {
  const store = openForReading(path);
  try {
    return await work(store);
  } finally {
    store.close();
  }
}
