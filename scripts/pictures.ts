import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { serviceApp } from '../pipeline/service/app.ts';
import { pageFolder } from '../pipeline/service/http/static.ts';
import { listen } from '../pipeline/service/server.ts';
import { serviceOf } from '../pipeline/service/service.ts';
import { openStore, type Store } from '../pipeline/store/open.ts';

/**
 * `node scripts/pictures.ts [NAME…]`: takes docs/pictures anew, of the samples and of an invented crawl, in the pages as they
 * are built (`node web/prepare.mjs`), with Chromium (CHROMIUM_PATH, or Debian's). Look at each before it is committed, and
 * reduce it to 256 colours, which halves it.
 */
const ROOT = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'gouji-pictures-'));
const UNIT = '槐荫岭县水务局';
const SOURCE = '示例市财政局';

const SOURCES = `sources:\n  - name: ${SOURCE}\n    start: [https://czj.example.gov.cn/zwgk/yjsgk/]\n`;

interface Picture {
  readonly height: number;
  readonly path: string;
  /** What is done on the page before it is taken. */
  readonly ready: (page: Page) => Promise<unknown>;
}

/** The finding that inbox.png has chosen and document.png shows: one number of a text, and the table that says otherwise. */
const chosen = (page: Page) =>
  page.getByText('「农林水支出（类）水利（款）水利工程建设（项）·支出决算」239.97万元').first();

const PICTURES: Readonly<Record<string, Picture>> = {
  inbox: {
    height: 760,
    path: '/',
    ready: async (page) => {
      await chosen(page).waitFor();
      await page.keyboard.press('j');
      await page.keyboard.press('j');
    },
  },
  document: {
    height: 760,
    path: '/',
    ready: async (page) => {
      await chosen(page).click();
      await page.keyboard.press('Enter');
      await page.locator('.page-surface canvas').first().waitFor();
      await page.getByRole('button', { name: '两处并看' }).waitFor();
    },
  },
  unit: {
    height: 860,
    path: `/units/${encodeURIComponent(UNIT)}`,
    ready: (page) => page.getByRole('img').first().waitFor(),
  },
  overview: { height: 860, path: '/overview', ready: (page) => page.getByText('差额最大').first().waitFor() },
  search: {
    height: 860,
    path: `/search?q=${encodeURIComponent('公务接待费')}`,
    ready: (page) => page.getByText('复制链接').first().waitFor(),
  },
  sources: {
    height: 860,
    path: '/sources',
    ready: async (page) => {
      await page.locator('summary').first().click();
      await page.getByText('czj.example.gov.cn').first().waitFor();
    },
  },
};

function filled(): Store {
  const db = join(folder, 'gouji.sqlite');
  const main = join(ROOT, 'pipeline/cli/main.ts');
  const options = { cwd: ROOT, encoding: 'utf8' } as const;
  const { status, stderr } = spawnSync(process.execPath, [main, 'ingest', 'data/samples', '--db', db], options);
  if (status !== 0) throw new Error(stderr);
  const store = openStore(db);
  store.db
    .prepare(
      `INSERT INTO crawl_runs (id, source, started, ended, new, changed, unchanged, withdrawn, failed)
       VALUES (1, ?, '2026-02-28T19:30:00.000Z', '2026-02-28T21:05:00.000Z', 12, 1, 340, 2, 2)`,
    )
    .run(SOURCE);
  const failed = store.db.prepare(
    `INSERT INTO crawl_urls
       (url, address, source, role, state, anchor, depth, first_seen, last_seen, visited_in, failure)
     VALUES (@url, @url, '${SOURCE}', 'article', 'failed', @anchor, 1, @at, @at, 1, @failure)`,
  );
  const at = '2026-02-28T20:00:00.000Z';
  const site = 'https://czj.example.gov.cn';
  failed.run({ url: `${site}/2025/ys.html`, anchor: '2025年部门预算', at, failure: 'not-found' });
  failed.run({ url: `${site}/2025/js.html`, anchor: '2024年部门决算', at, failure: 'timeout' });
  return store;
}

const store = filled();
const sourcesFile = join(folder, 'sources.yaml');
writeFileSync(sourcesFile, SOURCES);
const clock = () => new Date('2026-03-01T08:00:00.000Z');
const service = serviceOf({ store, canWrite: true, language: 'zh', sourcesFile, clock });
const app = serviceApp(service, { token: null, page: pageFolder, onDefect: (defect) => console.error(defect) });
const listening = await listen(app, { host: '127.0.0.1', port: 0 });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
});
try {
  const wanted = process.argv.slice(2);
  for (const [name, { height, path, ready }] of Object.entries(PICTURES)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const context = await browser.newContext({
      viewport: { width: 1280, height },
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      colorScheme: 'light',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${listening.port}${path}`);
    await ready(page);
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(1500);
    await page.screenshot({ path: join(ROOT, 'docs/pictures', `${name}.png`) });
    await context.close();
  }
} finally {
  await browser.close();
  await listening.close();
  store.close();
  rmSync(folder, { recursive: true, force: true });
}
