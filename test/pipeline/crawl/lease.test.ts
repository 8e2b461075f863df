import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withLease } from '../../../pipeline/crawl/lease.ts';
import { LeaseLostError, takeLease, transactLeased } from '../../../pipeline/store/crawl/lease.ts';
import { openStore } from '../../../pipeline/store/open.ts';
import { temporaryFolder } from '../made-pages.ts';

const NOW = '2026-03-01T00:00:00.000Z';
const clock = () => new Date(NOW);
const { signal } = new AbortController();
const other = { owner: 'other', host: 'elsewhere', pid: 7 };

function openTemporary() {
  return openStore(join(temporaryFolder(), 'a.sqlite'));
}

test('of two crawls started at once the second is told who is at work, and does nothing', async () => {
  const store = openTemporary();
  let ran = 0;
  await withLease(store, { clock, signal }, async () => {
    ran += 1;
    const second = await withLease(store, { clock, signal, isGone: () => false }, async () => {
      ran += 1;
    });
    expect(second).toMatchObject({ kind: 'held', by: { pid: process.pid, since: NOW } });
  });
  expect(ran).toBe(1);
  expect((await withLease(store, { clock, signal }, async () => 'again')).kind).toBe('done');
  store.close();
});

test('a lease that has run out, or whose holder is gone, is taken over', async () => {
  const store = openTemporary();
  const take = (until: string) => takeLease(store, other, { now: NOW, until, isGone: () => true });
  expect(take('2026-02-28T23:59:59.000Z')).toBeNull();
  expect((await withLease(store, { clock, signal, isGone: () => false }, async () => 1)).kind).toBe('done');
  expect(take('2026-03-01T00:01:00.000Z')).toBeNull();
  expect((await withLease(store, { clock, signal, isGone: () => false }, async () => 1)).kind).toBe('held');
  expect((await withLease(store, { clock, signal, isGone: () => true }, async () => 1)).kind).toBe('done');
  store.close();
});

test('a crawl that somebody has taken over from writes nothing any more', async () => {
  const store = openTemporary();
  await withLease(store, { clock, signal }, async ({ owner }) => {
    expect(transactLeased(store, owner, () => 'written')).toBe('written');
    takeLease(store, other, { now: NOW, until: NOW, isGone: () => true });
    expect(() => transactLeased(store, owner, () => 'written')).toThrow(LeaseLostError);
  });
  store.close();
});
