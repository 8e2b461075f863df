import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { storedSamples } from '../pipeline/stored-samples.ts';
import { describeInBrowser } from './browser.ts';
import { coverOfText } from './cover.ts';
import { servedSite } from './site.ts';

/** The misprint planted in the sample: what is spent on people and on running the office do not add up. */
const PLANTED = { document: 'final-accounts-1.pdf', misprint: '1373.53', sum: '1525.52' };

describeInBrowser('a finding from the inbox to its decision', ({ open }) => {
  const site = servedSite(() => storedSamples(PLANTED.document, 'final-accounts-4.html'));

  async function openPlanted(): Promise<{ page: Page; wrongs: string[] }> {
    const opened = await open(site.url('/?state=any'));
    const row = opened.page.getByRole('link', { name: new RegExp(PLANTED.misprint) }).first();
    await row.focus();
    await opened.page.keyboard.press('Enter');
    await opened.page.waitForURL(/\/documents\/.*finding=/);
    return opened;
  }

  test('both places of the planted sum are boxed over their text', async () => {
    const { page, wrongs } = await openPlanted();
    for (const [mark, printed] of [
      ['.mark-suspect', PLANTED.misprint],
      ['[data-mark="o1"]', PLANTED.sum],
    ] as const) {
      expect(await coverOfText(page, mark, `${printed}万元`)).toBeGreaterThan(0.75);
    }
    expect(wrongs).toEqual([]);
  });

  test('c confirms, and after a reload it is confirmed; u takes it back', async () => {
    const { page, wrongs } = await openPlanted();
    const card = page.locator('.finding-card.open');
    await card.waitFor();
    await page.keyboard.press('c');
    await card.getByText('已确认').waitFor();
    await page.reload();
    await card.getByText('已确认').waitFor();
    await page.goto(site.url('/?state=confirmed'));
    await page
      .getByRole('link', { name: new RegExp(PLANTED.misprint) })
      .first()
      .waitFor();
    // What a page did not decide itself it does not undo: another decision, then back to what was there.
    await page.keyboard.press('j');
    await page.keyboard.press('d');
    await page.getByRole('textbox').fill('原文另有说明');
    await page.keyboard.press('Control+Enter');
    await page.getByText('已排除').first().waitFor();
    await page.keyboard.press('u');
    await page.locator('.finding-row.settled', { hasText: '已确认' }).waitFor();
    expect(wrongs).toEqual([]);
  });

  test('a number that is clicked says what it is and which relations it takes part in, holding ones too', async () => {
    const { page, wrongs } = await openPlanted();
    const shown = page.locator('.page-surface', { has: page.locator('.mark-suspect') });
    await shown.getByRole('button', { name: /^1525\.52万元/ }).click();
    const card = page.getByRole('region', { name: '这个数字' });
    await card.getByText('文中数字').waitFor();
    await card.getByText('一般公共预算财政拨款基本支出').first().waitFor();
    await card.getByText('不符').first().waitFor();
    await card.getByText('相符').first().waitFor();
    expect(wrongs).toEqual([]);
  });

  test('a table is laid over its page as a grid', async () => {
    const { page, wrongs } = await openPlanted();
    await page.getByRole('tab', { name: /^表格/ }).click();
    await page.getByRole('button', { name: '叠在原件上' }).nth(1).click();
    await page.locator('.grid-fact').first().waitFor();
    const facts = await page.locator('.grid-fact').count();
    expect(facts).toBeGreaterThan(20);
    expect(wrongs).toEqual([]);
  });

  test('where pdf.js cannot start, it is said', async () => {
    const { page } = await open(site.url('/?state=any'));
    await page.route(/pdf\.worker/, (route) => route.abort());
    await page
      .getByRole('link', { name: new RegExp(PLANTED.misprint) })
      .first()
      .click();
    await page.getByText('原件显示不了').waitFor();
  });

  test('in a framed HTML page the boxes lie over the digits as well', async () => {
    const { page, wrongs } = await open(site.url('/?q=政府采购'));
    await page
      .getByRole('link', { name: /政府采购支出总额/ })
      .first()
      .click();
    await page.locator('.mark-suspect').waitFor();
    const frame = page.frameLocator('iframe');
    const paragraph = await frame.getByText('政府采购支出总额').first().boundingBox();
    const box = await page.locator('.mark-suspect').first().boundingBox();
    expect(box && paragraph && inside(box, paragraph)).toBe(true);
    // Larger, the boxes are still where the text is; on a phone nothing is wider than the screen.
    await page.keyboard.press('+');
    const enlarged = page.locator('.mark-suspect').first();
    await expect.poll(async () => (await enlarged.boundingBox())?.width).toBeGreaterThan((box?.width ?? 0) * 1.15);
    const larger = await frame.getByText('政府采购支出总额').first().boundingBox();
    const itsBox = await enlarged.boundingBox();
    expect(itsBox && larger && inside(itsBox, larger)).toBe(true);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(wrongs).toEqual([]);
  });

  test('where numbers are far apart, the second pane shows what the first does not', async () => {
    const { page, wrongs } = await open(site.url('/?q=残疾人康复'));
    await page
      .getByRole('link', { name: /只有「本年支出\/项目支出」321\.81/ })
      .first()
      .click();
    const panes = page.locator('.stage.split > .original-pane');
    await panes.nth(1).locator('.mark').first().waitFor();
    const seen = (pane: number) =>
      panes.nth(pane).evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return [...element.querySelectorAll<HTMLElement>('.mark')].flatMap((mark) => {
          const box = mark.getBoundingClientRect();
          return box.top >= top && box.bottom <= bottom ? [mark.dataset.mark] : [];
        });
      });
    await expect.poll(async () => (await seen(1)).length).toBeGreaterThan(0);
    const first = await seen(0);
    expect((await seen(1)).filter((key) => first.includes(key))).toEqual([]);
    expect(wrongs).toEqual([]);
  });

  test('what is filtered stands in the address, and the address filters', async () => {
    const { page } = await open(site.url('/'));
    await page.getByLabel('类型').selectOption('sum');
    await page.waitForURL(/type=sum/);
    await page.reload();
    await page.getByLabel('类型').waitFor();
    expect(await page.getByLabel('类型').inputValue()).toBe('sum');
    expect(await page.locator('.finding-row', { hasText: '占比' }).count()).toBe(0);
  });

  test('the page speaks both languages, and remembers which', async () => {
    const { page } = await open(site.url('/'), { locale: 'en-GB' });
    await page.getByRole('heading', { name: /^Inbox/ }).waitFor();
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByRole('heading', { name: /^待核/ }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: /^待核/ }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hans');
  });

  test('light and dark follow the system until one is chosen', async () => {
    const { page } = await open(site.url('/'), { colorScheme: 'dark' });
    const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const dark = await paper();
    const theme = page.getByRole('button', { name: /^明暗/ });
    await theme.click();
    expect(await paper()).not.toBe(dark);
    await theme.click();
    expect(await paper()).toBe(dark);
  });
});

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function inside(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x - 4 &&
    inner.y >= outer.y - 4 &&
    inner.x + inner.width <= outer.x + outer.width + 4 &&
    inner.y + inner.height <= outer.y + outer.height + 4
  );
}
