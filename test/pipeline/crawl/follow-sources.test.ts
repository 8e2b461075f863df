import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { followSources, type SourcesChange } from '../../../pipeline/crawl/follow-sources.ts';
import { namesContact } from '../../../pipeline/crawl/politeness.ts';
import { temporaryFolder } from '../made-pages.ts';

const source = (name: string) => `  - name: ${name}\n    start: ['http://czj.lanqiao.example/']\n`;

test('sources are those of the file as it stands; one with a mistake leaves those before in force, and is told once', async () => {
  const file = join(temporaryFolder(), 'sources.yaml');
  const changes: SourcesChange[] = [];
  const write = (text: string) => writeFileSync(file, text);
  write(`sources:\n${source('甲')}`);
  const current = await followSources(file, { allowPrivate: false }, (change) => changes.push(change));
  const names = async () => (await current()).map(({ name }) => name);
  const first = await current();
  expect(await current()).toBe(first);

  write(`sources:\n${source('甲')}${source('乙')}`);
  expect(await names()).toEqual(['甲', '乙']);
  write('sources:\n  - name: 丙\n    begin: []\n');
  expect([await names(), await names()]).toEqual([
    ['甲', '乙'],
    ['甲', '乙'],
  ]);
  rmSync(file);
  expect([await names(), await names()]).toEqual([
    ['甲', '乙'],
    ['甲', '乙'],
  ]);
  write(`sources:\n${source('丙')}`);
  expect(await names()).toEqual(['丙']);
  expect(changes).toMatchObject([
    { kind: 'read', sources: 2 },
    { kind: 'mistaken', error: { code: 'sources-invalid' } },
    { kind: 'mistaken', error: { code: 'not-found' } },
    { kind: 'read', sources: 1 },
  ]);
});

test('a contact is an address of mail or of a page', () => {
  expect(['gouji (+mailto:ops@example.org)', 'x/1 (+https://example.org/bot)'].every(namesContact)).toBe(true);
  expect(['gouji/0.1', 'Mozilla/5.0 (compatible)', '@'].some(namesContact)).toBe(false);
});
