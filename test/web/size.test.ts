import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { builtPages } from './site.ts';

const MOST = 200 * 1024;

test('JavaScript without pdf.js is at most 200 kB, compressed', { timeout: 120_000 }, async () => {
  const assets = join(await builtPages(), 'assets');
  const scripts = readdirSync(assets).filter((name) => /\.m?js$/.test(name) && !/^pdf[-.]/.test(name));
  const size = scripts.reduce((sum, name) => sum + gzipSync(readFileSync(join(assets, name))).length, 0);
  expect(scripts.length).toBeGreaterThan(2);
  expect(size).toBeLessThanOrEqual(MOST);
});

test('what is built asks nothing of elsewhere and carries no style or script in its markup', {
  timeout: 120_000,
}, async () => {
  const folder = await builtPages();
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  expect(page).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=|https?:/);
  const styles = readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.css'));
  for (const name of styles)
    expect(readFileSync(join(folder, 'assets', name), 'utf8')).not.toMatch(/url\((?!\/assets)|@import/);
});
