import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { reconcileDossiers } from '../../../pipeline/dossiers/index.ts';
import { type FileReport, ingestFiles } from '../../../pipeline/ingest.ts';
import { openStore } from '../../../pipeline/store/open.ts';
import { NO_TOOLS } from '../../../pipeline/tools/tools.ts';
import { DEFAULT_LIMITS } from '../../../pipeline/workers/limits.ts';
import { temporaryFolder } from '../made-pages.ts';

/** A budget that was published as a narrative and its tables; documents of others are not part of the repository. */
const published = ['beijing-02.pdf', 'beijing-04.pdf'].map((name) =>
  fileURLToPath(new URL(`../../../../shared/corpus/wild/${name}`, import.meta.url)),
);

test.skipIf(!published.every((file) => existsSync(file)))(
  'narrative and tables of a published budget are one disclosure, and the narrative is checked against the tables',
  async () => {
    const store = openStore(join(temporaryFolder(), 'a.sqlite'));
    const reports: FileReport[] = [];
    const options = {
      limits: DEFAULT_LIMITS,
      tools: NO_TOOLS,
      retry: false,
      signal: new AbortController().signal,
      now: () => '2026-01-01T00:00:00Z',
      onReport: (report: FileReport) => void reports.push(report),
    };
    await ingestFiles(store, published, options);
    const alone = store.db.prepare<[], number>('SELECT sum(holds) FROM documents').pluck().get();
    await reconcileDossiers(store, options);
    const together = store.db.prepare<[], number>('SELECT sum(holds) FROM documents').pluck().get();
    const dossiers = store.db.prepare<[], string>('SELECT DISTINCT dossier FROM documents').pluck().all();
    store.close();
    expect(dossiers).toHaveLength(1);
    expect(reports.at(-1)).toMatchObject({ kind: 'together', sources: published, findingsAfter: 0 });
    expect(together).toBeGreaterThan(alone ?? 0);
  },
  180_000,
);
