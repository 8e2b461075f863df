import { join } from 'node:path';
import { expect, test } from 'vitest';
import { gouji } from '../pipeline/cli/run-cli.ts';
import { disclosurePage, temporaryFolder, writePage } from '../pipeline/made-pages.ts';
import { describeInBrowser } from './browser.ts';
import { servedSite } from './site.ts';

const IMAGE = '<img src=x onerror=alert(1)>';
const SCRIPT = '"><script>alert(2)</script>';
const OVERRIDE = '\u202egnp.exe\u202d';

/** Disclosures whose title, cells and file names carry what would run or turn the page around if it were markup. */
function hostileDatabase(): string {
  const folder = temporaryFolder();
  const escaped = (text: string): string =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const unit = escaped(`清河市${IMAGE}${SCRIPT}${OVERRIDE}档案馆`);
  const active = `<script>parent.ran = true</script><img src=x onerror="parent.ran = true"><a href="javascript:parent.ran=true">链接</a>
<iframe srcdoc="<script>top.ran=true</script>"></iframe><svg onload="parent.ran=true"></svg><style>@import 'https://example.org/a.css'</style>
<form action="https://example.org/"><button>送出</button></form><p>${'很长'.repeat(400)}</p>`;
  const page = disclosurePage({ unit }).replace('</body>', `${active}</body>`);
  const text = `清河市图书馆2023年度部门决算\n\n支出合计212.94万元，其中：基本支出180.44万元，项目支出32.41万元。\n\n${IMAGE}${SCRIPT}${OVERRIDE} [x](javascript:alert(3))\n`;
  const files = [
    writePage(folder, `${IMAGE.replaceAll('/', '')}.html`, page),
    writePage(folder, `"><b onclick=alert(4)>${OVERRIDE}.txt`, text),
  ];
  const db = join(folder, 'hostile.sqlite');
  const { status, stderr } = gouji(['ingest', ...files, '--db', db]);
  if (status !== 0) throw new Error(stderr);
  return db;
}

describeInBrowser('documents that mean harm', ({ open }) => {
  const site = servedSite(hostileDatabase);

  test.each([1280, 390])('nothing of them runs, and they do not break the layout (%i px)', async (width) => {
    const { page, wrongs } = await open(site.url('/'), { viewport: { width, height: 800 } });
    const isWide = () => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    await page.locator('.finding-row').first().waitFor();
    await page.getByText('onerror=alert(1)').first().waitFor();
    expect(await isWide()).toBe(false);
    const documents = await page
      .locator('.finding-group h2 a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(documents.length).toBe(2);
    for (const document of documents) {
      await page.goto(site.url(document));
      await page.locator('.number').first().waitFor();
      for (const tab of await page.getByRole('tab').all()) {
        await tab.click();
        await page.locator('.tab-panel .loading').waitFor({ state: 'detached' });
        expect(await isWide()).toBe(false);
        const leads = await page
          .locator('a[href]')
          .evaluateAll((links) => links.map((link) => (link instanceof HTMLAnchorElement ? link.protocol : '')));
        expect(leads.filter((protocol) => !/^https?:$/.test(protocol))).toEqual([]);
      }
      for (const frame of page.frames())
        await frame
          .locator('a')
          .first()
          .click({ timeout: 500 })
          .catch(() => undefined);
      expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
    }
    expect(wrongs.filter((wrong) => !wrong.includes('Blocked script execution'))).toEqual([]);
  });

  test('an override in a title turns nothing outside of it', async () => {
    const { page } = await open(site.url('/'));
    const title = page.locator('.document-name .printed', { hasText: 'onerror' }).first();
    await title.waitFor();
    expect(await title.evaluate((element) => getComputedStyle(element).unicodeBidi)).toMatch(/isolate/);
  });

  test('characters that show nothing do not shift the boxes of an HTML page', async () => {
    const { page } = await open(site.url('/'));
    await page.locator('.finding-group', { hasText: 'onerror' }).locator('.finding-open').first().click();
    await page.locator('[data-mark="o0"]').first().waitFor();
    const under = await page.evaluate(() => {
      const frame = document.querySelector('iframe');
      const box = document.querySelector('[data-mark="o0"]')?.getBoundingClientRect();
      const shown = frame?.contentDocument;
      if (!frame || !shown || !box) return '';
      const { left, top } = frame.getBoundingClientRect();
      const walker = shown.createTreeWalker(shown.body, NodeFilter.SHOW_TEXT);
      let text = '';
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (let at = 0; at < (node.nodeValue ?? '').length; at += 1) {
          const range = shown.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          const character = range.getBoundingClientRect();
          const [x, y] = [left + character.left + character.width / 2, top + character.top + character.height / 2];
          if (x > box.left && x < box.right && y > box.top && y < box.bottom) text += node.nodeValue?.[at] ?? '';
        }
      }
      return text;
    });
    expect(under).toBe('212.94万元');
  });
});
