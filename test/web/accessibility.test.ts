import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { storedSamples } from '../pipeline/stored-samples.ts';
import { describeInBrowser } from './browser.ts';
import { servedSite } from './site.ts';

/**
 * What axe-core holds against a page, in a line each. The text layer of pdf.js is left out: its hundreds of transparent spans
 * are what takes the time.
 */
async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .exclude('.text-layer')
    .analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

describeInBrowser('the pages for those who do not use a mouse or do not see', ({ open }) => {
  const site = servedSite(() => storedSamples('budget-1.pdf'));

  test.each([
    { locale: 'zh-CN', colorScheme: 'light', width: 1280 },
    { locale: 'en-GB', colorScheme: 'dark', width: 390 },
  ] as const)('axe-core finds nothing in inbox and document ($locale, $colorScheme, $width px)', async (look) => {
    const { page, wrongs } = await open(site.url('/?show=rounding,undetermined'), {
      locale: look.locale,
      colorScheme: look.colorScheme,
      viewport: { width: look.width, height: 844 },
    });
    await page.locator('.finding-row').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.locator('.mark').first().waitFor();
    await page.locator('.number').first().click();
    await page.locator('.number-card h3').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(wrongs).toEqual([]);
  });

  test('axe-core finds nothing in dialogs and in the other parts of the panel', async () => {
    const { page } = await open(site.url('/'));
    await page.locator('.finding-row').first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('d');
    await page.getByRole('dialog').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await page.locator('.finding-card.open').waitFor();
    for (const tab of ['checks', 'status']) {
      await page.locator(`[data-tab="${tab}"]`).click();
      await page.locator('.tab-panel .loading').waitFor({ state: 'detached' });
      expect(await violations(page)).toEqual([]);
    }
  });

  test('numbers of a page are one stop of the tab key, and arrows go from one to the next', async () => {
    const { page } = await open(site.url('/'));
    await page.locator('.finding-row').first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    const layer = page.locator('.number-layer').first();
    await layer.waitFor();
    expect(await layer.locator('[tabindex="0"]').count()).toBe(1);
    await layer.locator('[tabindex="0"]').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    const chosen = await page.locator('.number:focus').getAttribute('data-ref');
    await page.getByRole('region', { name: '这个数字' }).waitFor();
    expect(new URL(page.url()).searchParams.get('number')).toBe(chosen);
    await page.keyboard.press('Escape');
    await page.getByRole('region', { name: '这个数字' }).waitFor({ state: 'detached' });
  });

  test('what is decided is said aloud, and the first link skips to the content', async () => {
    const { page } = await open(site.url('/'));
    await page.locator('.finding-row').first().waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#main');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await page.keyboard.press('j');
    await page.keyboard.press('c');
    await page.getByRole('status').filter({ hasText: '已确认' }).waitFor();
  });

  test('the focus goes to what is opened, and back to where one came from', async () => {
    const { page, wrongs } = await open(site.url('/?state=any'));
    await page.locator('.finding-row').nth(1).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    const focused = () => page.evaluate(() => document.activeElement?.id);
    const row = await focused();
    await page.keyboard.press('Enter');
    await page.locator('.mark').first().waitFor();
    expect(await focused()).toBe('main');
    const number = page.locator('.number').first();
    await number.click();
    await page.getByRole('region', { name: '这个数字' }).getByRole('button', { name: /^收起/ }).press('Enter');
    await expect.poll(() => number.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.goBack();
    await expect.poll(focused).toBe(row);
    expect(wrongs).toEqual([]);
  });

  test('printing leaves a working paper: findings with their numbers, nothing to press', async () => {
    const { page } = await open(site.url('/'));
    await page.locator('.finding-row').first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.locator('.finding-card.open').waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.site-header, .desk-original, .tabs').filter({ visible: true }).count()).toBe(0);
    expect(await page.locator('.finding-decide button').filter({ visible: true }).count()).toBe(0);
    const cards = await page.locator('.finding-card').count();
    expect(await page.locator('.finding-card .formula').filter({ visible: true }).count()).toBe(cards);
    expect(await page.locator('.operands .amount').filter({ visible: true }).count()).toBeGreaterThan(cards);
  });
});
