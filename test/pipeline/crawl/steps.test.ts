import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withLease } from '../../../pipeline/crawl/lease.ts';
import { LeaseLostError, takeLease } from '../../../pipeline/store/crawl/lease.ts';
import { leasedSteps, type Steps } from '../../../pipeline/store/crawl/steps.ts';
import { openForReading, openStore, type Store } from '../../../pipeline/store/open.ts';
import { saveSource } from '../../../pipeline/store/save.ts';
import { temporaryFolder } from '../made-pages.ts';

const NOW = '2026-03-01T00:00:00.000Z';
const lease = { clock: () => new Date(NOW), signal: new AbortController().signal };

async function inSteps(work: (steps: Steps, store: Store, seen: () => number) => Promise<void>) {
  const store = openStore(join(temporaryFolder(), 'a.sqlite'));
  store.db.exec("INSERT INTO artifacts VALUES ('a', 1, 'not-kept', NULL, NULL)");
  const other = openForReading(store.path);
  const seen = () => Number(other.db.prepare('SELECT count(*) FROM sources').pluck().get());
  await withLease(store, lease, ({ owner }) => work(leasedSteps(store, owner), store, seen));
  other.close();
  store.close();
}

test('steps of one moment are committed together, in their order, before any of them is said to be done', () =>
  inSteps(async ({ take }, store, seen) => {
    const order: number[] = [];
    const done = [1, 2, 3].map((n) =>
      take(() => {
        saveSource(store, 'a', `${n}.html`, NOW);
        order.push(n);
        return n;
      }).then((value) => [value, seen()]),
    );
    expect([order, seen()]).toEqual([[], 0]);
    expect(await Promise.all(done)).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
    expect(order).toEqual([1, 2, 3]);
  }));

test('where one of them throws, none of them happened, and each is told', () =>
  inSteps(async ({ take }, store, seen) => {
    const good = take(() => saveSource(store, 'a', '1.html', NOW));
    const bad = take(() => {
      throw new RangeError('no more');
    });
    expect(await Promise.allSettled([good, bad])).toMatchObject([
      { status: 'rejected', reason: { message: 'no more' } },
      { status: 'rejected', reason: { message: 'no more' } },
    ]);
    expect(seen()).toBe(0);
    await take(() => saveSource(store, 'a', '2.html', NOW));
    expect(seen()).toBe(1);
  }));

test('no step is taken once somebody else holds the lease', () =>
  inSteps(async ({ take }, store, seen) => {
    const step = take(() => saveSource(store, 'a', '1.html', NOW));
    takeLease(store, { owner: 'other', host: 'elsewhere', pid: 7 }, { now: NOW, until: NOW, isGone: () => true });
    await expect(step).rejects.toThrow(LeaseLostError);
    expect(seen()).toBe(0);
  }));
