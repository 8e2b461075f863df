import { existsSync } from 'node:fs';
import { CHROMIUM } from './browser.ts';

/** Said once a run, not once a file. */
export function setup(): void {
  if (existsSync(CHROMIUM)) return;
  console.warn(
    `${CHROMIUM} is not there: tests of the pages are left out (apt-get install chromium, or CHROMIUM_PATH)`,
  );
}
