import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { describeInBrowser } from './browser.ts';
import { ARCHIVES, crawledYears, HOSTILE } from './crawled-years.ts';
import { servedSite } from './site.ts';

const UNIT = `/units/${encodeURIComponent(ARCHIVES)}`;
const RECEPTION = `${UNIT}?quantity=${encodeURIComponent('||reception|')}`;

/** Each goes through all views, which takes its time on a machine that is busy. */
const SEVERAL_PAGES = 180_000;

describeInBrowser('units, overview, sources and search', ({ open }) => {
  const site = servedSite(crawledYears);

  test('a unit: its rows drawn over the years, and the same numbers as a table that leads to their places', async () => {
    const { page, wrongs } = await open(site.url('/units'));
    await page.getByRole('searchbox', { name: '单位名称' }).fill('档案');
    await page.getByRole('link', { name: ARCHIVES }).click();
    await page.goto(site.url(RECEPTION));
    const picture = page.getByRole('img', { name: /公务接待费/ });
    await picture.waitFor();
    expect(await picture.locator('desc').textContent()).toContain('2021 至 2023');
    const drawn = await page.locator('.chart-points a').evaluateAll((all) => all.map((one) => one.ariaLabel));
    expect(drawn).toEqual([
      '2021 预算, 4.00 万元',
      '2022 预算, 3.00 万元',
      '2021 决算, 3.50 万元',
      '2022 决算, 2.50 万元',
      '2023 决算, 2.00 万元',
    ]);
    const table = page.getByRole('table', { name: '数字' });
    expect(await table.getByRole('row').allInnerTexts()).toEqual([
      expect.stringMatching(/2021\s+2022\s+2023/),
      expect.stringMatching(/预算\s+4\.00\s*万元\s+3\.00\s*万元/),
      expect.stringMatching(/决算\s+3\.50\s*万元\s+2\.50\s*万元\s+2\.00\s*万元/),
    ]);
    await page.getByRole('list', { name: '中断' }).getByText('2022 后来的文件另有说法').waitFor();
    await table.getByRole('link', { name: '2.50' }).click();
    await page.waitForURL(/\/documents\/[^?]+\?place=/);
    expect(wrongs).toEqual([]);
  });

  test('rows are chosen by keyboard, stand in the URL and are there after a reload', async () => {
    const { page } = await open(site.url(UNIT));
    await page.locator('.row-picker summary').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('searchbox', { name: /按名称或科目编码/ }).fill('公务接待费');
    const row = page.getByRole('checkbox', { name: /公务接待费/ });
    await row.focus();
    const before = await page.locator('.series-panel').count();
    await page.keyboard.press('Space');
    await page.waitForURL(/quantity=/);
    const chosen = new URL(page.url()).searchParams.getAll('quantity');
    expect(Math.abs(chosen.length - before)).toBe(1);
    await page.getByRole('checkbox', { name: '画在一张图里' }).check();
    await page.reload();
    await page.getByRole('img', { name: '所选各行' }).waitFor();
    expect(new URL(page.url()).searchParams.getAll('quantity')).toEqual(chosen);
  });

  test('the points of a chart are one stop of the tab key; arrows go between them and Enter opens the place', async () => {
    const { page } = await open(site.url(RECEPTION));
    const points = page.locator('.chart-points a');
    await points.first().waitFor();
    expect(await page.locator('.chart-points a[tabindex="0"]').count()).toBe(1);
    await points.first().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.ariaLabel)).toBe('2022 决算, 2.50 万元');
    await page.locator('.chart-readout', { hasText: '2.50 万元' }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/documents\/[^?]+\?place=/);
  });

  test('coverage of forms: what is there, and what a disclosure leaves out', async () => {
    const { page } = await open(site.url(UNIT));
    const forms = page.getByRole('table', { name: '有哪些表：决算' });
    await forms.waitFor();
    await forms
      .getByRole('link', { name: /完整读取/ })
      .first()
      .click();
    await page.waitForURL(/\/documents\/.*tab=tables/);
  });

  test('a search: its words marked, and the way to the place in the document', async () => {
    const { page, wrongs } = await open(site.url('/search'));
    const field = page.getByRole('searchbox', { name: '要找的字词' });
    await field.fill('公务接待费 2.90');
    await field.press('Enter');
    const hit = page.getByRole('region', { name: '检索结果' }).getByRole('listitem').first();
    await hit.waitFor();
    expect(await hit.locator('mark').allTextContents()).toEqual(expect.arrayContaining(['公务接待费', '2.90']));
    expect(await hit.innerText()).toContain(`${ARCHIVES} 2023 决算`);
    expect(new URL(page.url()).searchParams.get('q')).toBe('公务接待费 2.90');
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.reload();
    await hit.waitFor();
    await hit.getByRole('link').click();
    await page.waitForURL(/\/documents\/[^?]+\?place=/);
    await page.goBack();
    await hit.waitFor();
    expect(await field.inputValue()).toBe('公务接待费 2.90');
    expect(wrongs).toEqual([]);
  });

  test('nothing is found, and it is said', async () => {
    const { page } = await open(site.url('/search?q=%E6%B2%A1%E6%9C%89%E8%BF%99%E5%8F%A5%E8%AF%9D'));
    await page.getByRole('heading', { name: '没有找到' }).waitFor();
    await page.getByRole('status').filter({ hasText: '共 0 处' }).waitFor();
  });

  test('the overview counts, and its numbers open the inbox with what they count', async () => {
    const { page, wrongs } = await open(site.url('/overview'));
    const types = page.getByRole('table', { name: '疑点：类型和程度' });
    const number = types.getByRole('row').nth(1).getByRole('link').first();
    const count = await number.innerText();
    await number.click();
    await page.waitForURL(/\/\?type=\w+&severity=\w+$/);
    await page.locator('.finding-row').first().waitFor();
    expect(await page.locator('.finding-row').count()).toBe(Number(count));
    await page.goBack();
    await page
      .getByRole('button', { name: /^2 份，/ })
      .or(page.getByRole('button', { name: /^1 份，/ }))
      .first()
      .click();
    await page.locator('.coverage-forms').getByRole('table').waitFor();
    expect(new URL(page.url()).searchParams.get('cell')).toMatch(/^\w+:\d{4}$/);
    await page.keyboard.press('Enter');
    await page.locator('.coverage-forms').waitFor({ state: 'detached' });
    expect(wrongs).toEqual([]);
  });

  test('sources: what came of a crawl, what failed and why; only addresses of the web are links', async () => {
    const { page, wrongs } = await open(site.url('/sources'), { timezoneId: 'Asia/Shanghai' });
    const row = page.getByRole('row', { name: /清河市财政局/ });
    expect(await row.innerText()).toMatch(/2026\/03\/01 02:30\s+用时 1 小时 35 分钟\s+12\s+1\s+340\s+2\s+2\s+/);
    for (const cause of ['页面不存在（404）', '地址不允许访问']) await page.getByText(cause).first().click();
    await page.getByRole('link', { name: '2025年部门预算' }).waitFor();
    expect(await page.getByText(HOSTILE).first().isVisible()).toBe(true);
    const leads = await page.locator('main a[href]').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    expect(leads).toEqual(['http://czj.example.gov.cn/2025/ys.html']);
    expect(wrongs).toEqual([]);
  });

  test('without any source the page says how to begin', async () => {
    const { page } = await open(site.url('/search'));
    await page.route('**/api/sources', (route) =>
      route.fulfill({ json: { items: [], notYet: [], isScheduled: false } }),
    );
    await page.getByRole('link', { name: '来源' }).click();
    await page.getByRole('heading', { name: '还没有采集过任何来源' }).waitFor();
    await page.getByText('gouji crawl --sources sources.yaml').waitFor();
  });

  test('a unit that means harm is shown as text, and turns nothing around it', async () => {
    const { page, wrongs } = await open(site.url('/units'));
    const name = page.getByText(HOSTILE).first();
    expect(await name.evaluate((one) => getComputedStyle(one).unicodeBidi)).toMatch(/isolate/);
    await name.click();
    await page.getByRole('heading', { level: 1 }).getByText(HOSTILE).waitFor();
    await page.getByRole('img').first().waitFor();
    await page.goto(site.url('/overview'));
    await page.getByRole('heading', { name: '总览' }).waitFor();
    expect(await page.locator('img').count()).toBe(0);
    expect(wrongs).toEqual([]);
  });

  test.each([
    { locale: 'zh-CN', colorScheme: 'light', width: 1280 },
    { locale: 'en-GB', colorScheme: 'dark', width: 390 },
  ] as const)(
    'axe-core finds nothing and nothing is too wide ($locale, $colorScheme, $width px)',
    async (look) => {
      const { page, wrongs } = await open(site.url('/units'), {
        locale: look.locale,
        colorScheme: look.colorScheme,
        viewport: { width: look.width, height: 844 },
      });
      for (const [path, there] of [
        ['/units', 'tbody a'],
        [`${UNIT}?together=1`, '.form-matrix a'],
        ['/overview?cell=final_accounts:2022', '.coverage-forms table'],
        ['/sources', '.source-cause'],
        ['/search?q=公务接待费', '.search-hit'],
      ] as const) {
        await page.goto(site.url(path));
        await page.locator(there).first().waitFor();
        for (const summary of await page.locator('main summary').all()) await summary.click();
        await page.locator('.loading').waitFor({ state: 'detached' });
        expect(await violations(page), path).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), path).toBe(true);
      }
      expect(wrongs).toEqual([]);
    },
    SEVERAL_PAGES,
  );

  test('on paper a unit is its charts and tables, with nothing to press', async () => {
    const { page } = await open(site.url(UNIT));
    await page.locator('.chart-points a').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('button, input, summary, .chart-points').filter({ visible: true }).count()).toBe(0);
    expect(await page.locator('.chart-drawing').filter({ visible: true }).count()).toBeGreaterThan(1);
    expect(await page.getByRole('table', { name: '数字' }).isVisible()).toBe(true);
  });
});

/** What axe-core holds against a page, in a line each. */
async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}
