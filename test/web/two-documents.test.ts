import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { documentList } from '../../schemas/service/index.ts';
import { gouji } from '../pipeline/cli/run-cli.ts';
import { temporaryFolder, writePage } from '../pipeline/made-pages.ts';
import { describeInBrowser } from './browser.ts';
import { coverOfText } from './cover.ts';
import { servedSite } from './site.ts';

const PAGE = `<!doctype html><html><head><meta charset="utf-8"><title>清河市档案馆2023年度部门决算</title></head>
<body><h1>清河市档案馆2023年度部门决算</h1><h2>一、支出决算情况说明</h2>
<p>清河市档案馆2023年度本年支出合计221.85万元。</p><p><a href="%E9%99%84%E8%A1%A8.txt">附表</a></p></body></html>`;
const SHEET =
  '支出决算表\n单位：万元\n\n| 项目 | 本年支出合计 | 基本支出 | 项目支出 |\n|---|---|---|---|\n| 合计 | 212.85 | 180.44 | 32.41 |\n';

/** A page and the attachment it links to, which contradict each other. */
function stored(): string {
  const folder = temporaryFolder();
  const files = [writePage(folder, '决算.html', PAGE), writePage(folder, '附表.txt', SHEET)];
  const db = join(folder, 'a.sqlite');
  expect(gouji(['ingest', ...files, '--db', db]).stdout).toContain('2 documents');
  return db;
}

describeInBrowser('a contradiction between two documents', ({ open }) => {
  const site = servedSite(stored);

  test('is shown on both, each number boxed in its own', async () => {
    const { page, wrongs } = await open(site.url('/'));
    await page
      .getByRole('link', { name: /221\.85/ })
      .first()
      .click();
    await expectBothBoxed(page);
    expect(wrongs).toEqual([]);
  });

  test('is opened from a number of either, and stands in the address', async () => {
    const { items } = documentList.parse(await (await fetch(site.url('/api/documents'))).json());
    const sheet = items.find(({ source }) => source.endsWith('附表.txt'));
    const { page, wrongs } = await open(site.url(`/documents/${sheet?.id}`));
    await page.getByRole('button', { name: /^212\.85/ }).click();
    const card = page.getByRole('region', { name: '这个数字' });
    await card.getByRole('button', { name: '不符' }).filter({ hasText: '221.85' }).first().click();
    await expectBothBoxed(page);
    await page.reload();
    await expectBothBoxed(page);
    expect(wrongs).toEqual([]);
  });
});

async function expectBothBoxed(page: Page): Promise<void> {
  await page.locator('.other-document .mark').first().waitFor();
  const marks = await page.locator('.mark').evaluateAll((all) => all.map((one) => one.getAttribute('data-mark')));
  expect(marks.filter((key) => key !== 'place').toSorted()).toEqual(['o0', 'o1']);
  for (const printed of ['221.85', '212.85']) {
    const covers = await Promise.all(['o0', 'o1'].map((key) => coverOfText(page, `[data-mark="${key}"]`, printed)));
    expect(Math.max(...covers)).toBeGreaterThan(0.9);
  }
}
