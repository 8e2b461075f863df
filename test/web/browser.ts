import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';

/** Debian's Chromium, or the one that CHROMIUM_PATH names. */
export const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** It stays on this machine, and starts without asking anybody anything. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** How long something may take to appear, in milliseconds: the machine may be busy with other tests. */
const PATIENCE = 90_000;

/** What a page did that it should not have: an error, a request to elsewhere, something the policy refused. */
export interface Watched {
  readonly page: Page;
  readonly wrongs: string[];
}

export interface BrowserForTests {
  readonly open: (url: string, options?: BrowserContextOptions) => Promise<Watched>;
}

/** A suite with one browser; left out where there is none, which test/web/say-missing-browser.ts says once. */
export function describeInBrowser(name: string, suite: (browser: BrowserForTests) => void): void {
  describe.skipIf(!existsSync(CHROMIUM))(name, () => {
    let browser: Browser;
    const contexts: BrowserContext[] = [];
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
    });
    afterAll(async () => {
      await browser.close();
    });
    suite({
      open: async (url, options = {}) => {
        await Promise.all(contexts.splice(0).map((context) => context.close()));
        const context = await browser.newContext({
          viewport: { width: 1280, height: 800 },
          locale: 'zh-CN',
          colorScheme: 'light',
          reducedMotion: 'reduce',
          ...options,
        });
        context.setDefaultTimeout(PATIENCE);
        contexts.push(context);
        const page = await context.newPage();
        const wrongs = watch(page, new URL(url).origin);
        await page.goto(url);
        return { page, wrongs };
      },
    });
  });
}

function watch(page: Page, origin: string): string[] {
  const wrongs: string[] = [];
  page.on('pageerror', (error) => wrongs.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    wrongs.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    // What the service refuses is shown by the page; that the browser notes it too is no defect.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      wrongs.push(message.text());
  });
  page.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (protocol.startsWith('http') && asked !== origin) wrongs.push(`request: ${request.url()}`);
  });
  return wrongs;
}
