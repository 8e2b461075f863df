import { join } from 'node:path';
import { expect, test } from 'vitest';
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
    await page.locator('.other-document .mark').first().waitFor();
    const marks = await page.locator('.mark').evaluateAll((all) => all.map((one) => one.getAttribute('data-mark')));
    expect(marks.toSorted()).toEqual(['o0', 'o1']);
    const covers = await Promise.all(
      ['221.85', '212.85'].map(async (printed) =>
        Math.max(...(await Promise.all(marks.map((key) => coverOfText(page, `[data-mark="${key}"]`, printed))))),
      ),
    );
    for (const cover of covers) expect(cover).toBeGreaterThan(0.9);
    expect(wrongs).toEqual([]);
  });
});
