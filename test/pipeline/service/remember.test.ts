import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { sizeKey } from '../../../pipeline/service/decimals.ts';
import { filtered } from '../../../pipeline/service/facets.ts';
import { rememberFor } from '../../../pipeline/service/remember.ts';
import { openStore } from '../../../pipeline/store/open.ts';
import { temporaryFolder } from '../made-pages.ts';

test('what was computed is kept until another program writes, or it is forgotten', async () => {
  const path = join(temporaryFolder(), 'a.sqlite');
  const store = openStore(path);
  onTestFinished(() => store.close());
  const remembered = rememberFor(store);
  let computed = 0;
  const ask = (name = 'a') => remembered.of(name, () => ++computed);
  expect([ask(), ask(), ask('b'), ask()]).toEqual([1, 1, 2, 1]);
  remembered.forget('a');
  expect([ask(), ask('b')]).toEqual([3, 2]);
  const other = openStore(path);
  other.db.exec("INSERT INTO own_rules VALUES (1, '')");
  other.close();
  await expect.poll(() => ask('b')).toBe(4);
});

test('what was computed of an older value is computed anew with it, though nothing is written any more', async () => {
  const path = join(temporaryFolder(), 'a.sqlite');
  const store = openStore(path);
  const other = openStore(path);
  onTestFinished(() => {
    store.close();
    other.close();
  });
  const remembered = rememberFor(store);
  const rows = () =>
    remembered.of('rows', () => slowly(() => store.db.prepare('SELECT count(*) FROM own_rules').pluck().get()));
  const told = () => remembered.of('told', () => `${rows()} rows`);
  expect(rows()).toBe(0);
  other.db.exec("INSERT INTO own_rules VALUES (1, '')");
  expect(told()).toBe('0 rows'); // kept for a while, since it took long
  await expect.poll(rows).toBe(1);
  await expect.poll(told).toBe('1 rows');
});

function slowly<T>(compute: () => T): T {
  const until = performance.now() + 30;
  while (performance.now() < until);
  return compute();
}

test('decimals are sorted by size, signs and idle zeros aside', () => {
  const ordered = ['0', '0.001', '-0.01', '0.1', '-1', '9.99', '10', '100', '100.5', '-12345678901234567890.5'];
  for (const [at, small] of ordered.entries()) {
    for (const large of ordered.slice(at + 1)) {
      expect(sizeKey(small) < sizeKey(large)).toBe(true);
    }
  }
  expect(sizeKey('-007.50')).toBe(sizeKey('7.5'));
});

test('a facet counts what its filter would give, the other filters standing', () => {
  const items = [
    { kind: 'budget', year: 2023 },
    { kind: 'budget', year: 2024 },
    { kind: 'final', year: 2024 },
    { kind: 'final', year: null },
  ];
  const { items: passing, facets } = filtered(items, {
    kind: { valueOf: ({ kind }) => kind, wanted: ['final'] },
    year: { valueOf: ({ year }) => year, wanted: [2024] },
  });
  expect(passing).toEqual([{ kind: 'final', year: 2024 }]);
  expect(facets.kind).toEqual([
    { value: 'budget', count: 1 },
    { value: 'final', count: 1 },
  ]);
  expect(facets.year).toEqual([{ value: '2024', count: 1 }]);
});
