import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, chromium } from 'playwright-core';
import { documentList } from '../../schemas/service/index.ts';

/**
 * How soon the first page of a PDF is seen: `node scripts/bench/first-page.ts FILE` reads it, serves it, opens it in Chromium
 * (CHROMIUM_PATH, or Debian's) with nothing cached, and prints the milliseconds from the address to the first dark point of
 * the page and to its text, for each of six times as JSON. The first counts what the service reads once.
 */
const TIMES = 6;
/** Until a new window has loaded what the browser itself shows in it, in milliseconds. */
const SETTLING = 2500;
const POLLING = 30;

/** For the browser: is any point of the page dark? */
const IS_DRAWN = `(() => {
  const canvas = document.querySelector('.page-surface canvas');
  if (!canvas) return false;
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  for (let at = 0; at < data.length; at += 4) {
    if (data[at + 3] === 255 && data[at] + data[at + 1] + data[at + 2] < 300) return true;
  }
  return false;
})()`;

const main = join(import.meta.dirname, '../../pipeline/cli/main.ts');
const folder = mkdtempSync(join(tmpdir(), 'gouji-bench-'));
const db = ['--db', join(folder, 'a.sqlite')];

async function firstPage(browser: Browser, url: string): Promise<{ drawn: number; text: number }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await sleep(SETTLING);
  const start = performance.now();
  await page.goto(url, { waitUntil: 'commit' });
  while (!(await page.evaluate<boolean>(IS_DRAWN))) await sleep(POLLING);
  const drawn = Math.round(performance.now() - start);
  await page.locator('.text-layer[data-ready]').first().waitFor({ state: 'attached' });
  const text = Math.round(performance.now() - start);
  await context.close();
  return { drawn, text };
}

const file = process.argv[2];
if (file === undefined) throw new Error('node scripts/bench/first-page.ts FILE');
spawnSync(process.execPath, [main, 'ingest', file, ...db], { stdio: 'inherit' });
const server = spawn(process.execPath, [main, 'serve', '--port', '0', ...db], { stdio: ['ignore', 'pipe', 'inherit'] });
let site = '';
for await (const line of createInterface(server.stdout)) {
  site = /http:\/\/[\d.]+:\d+/.exec(line)?.[0] ?? '';
  if (site !== '') break;
}
const [document] = documentList.parse(await (await fetch(`${site}/api/documents`)).json()).items;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
});
try {
  for (let n = 0; n < TIMES; n++) {
    const seen = await firstPage(browser, `${site}/documents/${document?.id}`);
    console.log(JSON.stringify({ pages: document?.pages, ...seen }));
  }
} finally {
  await browser.close();
  server.kill();
  await once(server, 'exit');
}
rmSync(folder, { recursive: true });
