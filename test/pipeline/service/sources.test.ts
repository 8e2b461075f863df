import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../../pipeline/store/open.ts';
import { sourceList } from '../../../schemas/service/index.ts';
import { temporaryFolder } from '../made-pages.ts';
import { answered, served } from './served.ts';

/** A crawl that ended, with two failures of one cause and one of another. */
function crawledDatabase(): string {
  const db = join(temporaryFolder(), 'crawled.sqlite');
  const store = openStore(db);
  store.db.exec(`
    INSERT INTO crawl_runs (id, source, started, ended, new, changed, unchanged, withdrawn, failed)
      VALUES (1, '澜桥市财政局', '2026-02-28T20:00:00.000Z', '2026-02-28T20:10:00.000Z', 3, 1, 20, 1, 3);
    INSERT INTO crawl_urls (url, address, source, role, state, anchor, depth, first_seen, last_seen, failure) VALUES
      ('http://a.example/1', 'http://a.example/1', '澜桥市财政局', 'article', 'failed', '决算公开', 1, '2026', '2026-02-01', 'timeout'),
      ('http://a.example/2', 'http://a.example/2', '澜桥市财政局', 'article', 'failed', '', 1, '2026', '2026-02-02', 'timeout'),
      ('x', 'javascript:alert(1)', '澜桥市财政局', 'attachment', 'failed', '附件', 1, '2026', '2026-02-03', 'gone');`);
  store.close();
  return db;
}

test('a source tells what its last crawl found, what failed and why, and when it is due', async () => {
  const sourcesFile = join(temporaryFolder(), 'sources.yaml');
  writeFileSync(
    sourcesFile,
    `schedule: { cron: '30 3 * * *', timeZone: Asia/Shanghai }
sources:
  - name: 澜桥市财政局
    start: [https://czj.example.gov.cn/zwgk/]
  - name: 霁川县财政局
    start: [https://jc.example.gov.cn/zwgk/]
`,
  );
  const told = await answered(served(crawledDatabase(), { sourcesFile }), '/api/sources', sourceList);
  expect(told.isScheduled).toBe(true);
  expect(told.items).toMatchObject([
    { source: '澜桥市财政局', new: 3, changed: 1, unchanged: 20, withdrawn: 1, nextRun: '2026-03-01T19:30:00.000Z' },
  ]);
  expect(told.notYet.map(({ source }) => source)).toEqual(['霁川县财政局']);
  const [gone, timeout] = told.items[0]?.failed ?? [];
  expect(timeout).toMatchObject({
    cause: 'timeout',
    count: 2,
    message: { zh: '超时' },
    examples: [
      { url: 'http://a.example/2', text: 'http://a.example/2' },
      { url: 'http://a.example/1', text: '决算公开' },
    ],
  });
  expect(gone?.examples).toEqual([{ url: null, text: '附件', lastSeen: '2026-02-03' }]);
});

test('a file of sources with mistakes leaves the next runs unknown, and the rest is told', async () => {
  const sourcesFile = join(temporaryFolder(), 'sources.yaml');
  writeFileSync(sourcesFile, 'sources: [{ name: 1 }]');
  const told = await answered(served(crawledDatabase(), { sourcesFile }), '/api/sources', sourceList);
  expect(told).toMatchObject({ isScheduled: false, notYet: [], items: [{ nextRun: null }] });
});
