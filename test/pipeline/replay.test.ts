import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ingestFiles } from '../../pipeline/ingest.ts';
import { type ReplayOptions, replay } from '../../pipeline/replay.ts';
import { openStore, type Store } from '../../pipeline/store/open.ts';
import { NO_TOOLS } from '../../pipeline/tools/tools.ts';
import { versionOf } from '../../pipeline/version.ts';
import { DEFAULT_LIMITS } from '../../pipeline/workers/limits.ts';
import { disclosurePage, dump, temporaryFolder, writePage } from './made-pages.ts';

const options: ReplayOptions = {
  tools: NO_TOOLS,
  limits: { ...DEFAULT_LIMITS, concurrency: 1 },
  retry: false,
  signal: new AbortController().signal,
  now: () => '2026-01-01T00:00:00Z',
  onReport: () => undefined,
  since: null,
  findings: 'message_en',
};

async function ingested(): Promise<{ store: Store; path: string }> {
  const folder = temporaryFolder();
  const pages = [2021, 2022].map((year) => writePage(folder, `${year}.html`, disclosurePage({ year })));
  const path = join(folder, 'a.sqlite');
  const store = openStore(path);
  await ingestFiles(store, pages, options);
  return { store, path };
}

test('replaying what this program computed changes nothing, and leaves decisions and times alone', async () => {
  const { store, path } = await ingested();
  await replay(store, options); // documents of one unit are compared with each other from here on
  const before = dump(path);
  expect(await replay(store, options)).toEqual({ replayed: 2, changed: [], notReplayed: [] });
  expect(dump(path)).toBe(before);
  store.close();
});

test('what another program had made of the same bytes is told: findings, facts, figures, identity', async () => {
  const { store } = await ingested();
  await replay(store, options);
  const first = store.db.prepare<[], string>("SELECT id FROM documents WHERE source LIKE '%2021.html'").pluck().get();
  store.db.exec(`
    UPDATE findings SET id = 'older', message_en = 'as it was worded' WHERE document = '${first}' AND n = 0;
    DELETE FROM facts WHERE document = '${first}' AND n = 0;
    UPDATE documents SET title = 'as it was read', state = 'partial' WHERE id = '${first}';`);
  const { changed } = await replay(store, options);
  expect(changed).toHaveLength(1);
  expect(changed[0]).toMatchObject({
    document: first,
    state: { before: 'partial', after: 'complete' },
    identity: ['title'],
    facts: { added: 1, removed: 0 },
    figures: { added: 0, removed: 0 },
    lostFindings: [{ id: 'older', message: 'as it was worded' }],
  });
  expect(changed[0]?.newFindings).toHaveLength(1);
  store.close();
});

test('only what a version or a newer one stored is replayed; what is not kept whole is named', async () => {
  const { store } = await ingested();
  store.db.exec("UPDATE documents SET program = '0.0.1' WHERE source LIKE '%2021.html'");
  expect(await replay(store, { ...options, since: versionOf() })).toMatchObject({ replayed: 1 });
  expect(await replay(store, { ...options, since: '99.0' })).toMatchObject({ replayed: 0 });
  store.db.exec(
    `UPDATE artifacts SET bytes = x'00' WHERE sha256 = (SELECT artifact FROM documents ORDER BY source LIMIT 1)`,
  );
  const { notReplayed } = await replay(store, options);
  expect(notReplayed).toMatchObject([{ source: expect.stringContaining('2021.html'), why: 'damaged' }]);
  store.close();
});
