import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nextTime, watch } from '../../../pipeline/crawl/watch.ts';
import { beginRun, endRun } from '../../../pipeline/store/crawl/runs.ts';
import { openStore } from '../../../pipeline/store/open.ts';
import { temporaryFolder } from '../made-pages.ts';

const HOUR = 3_600_000;
/** Every full hour. */
const hourly = {
  name: '示例',
  nextRun: (after: Date) => new Date((Math.floor(after.getTime() / HOUR) + 1) * HOUR),
};
const at = (time: string) => new Date(`2026-03-01T${time}:00Z`);

function openTemporary() {
  return openStore(join(temporaryFolder(), 'a.sqlite'));
}

test('a source that was never crawled waits for its time; one that was cut off, or missed its time, is due', () => {
  const store = openTemporary();
  expect(nextTime(store, hourly, at('10:20'))).toEqual(at('11:00'));
  const run = beginRun(store, '示例', { now: at('08:10').toISOString(), staleBefore: '' });
  expect(nextTime(store, hourly, at('10:20'))).toEqual(at('08:10'));
  endRun(store, run, at('08:15').toISOString());
  expect(nextTime(store, hourly, at('10:20'))).toEqual(at('09:00'));
  store.close();
});

test('a watch crawls what is due, says when the next is, and ends when it is stopped', async () => {
  const store = openTemporary();
  const stop = new AbortController();
  let now = at('10:20');
  const crawled: string[] = [];
  const waits: (string | undefined)[] = [];
  await watch(store, async () => [hourly], {
    clock: () => now,
    signal: stop.signal,
    onWait: (next) => waits.push(next?.toISOString()),
    sleep: async (milliseconds) => {
      now = new Date(now.getTime() + milliseconds);
      if (crawled.length > 0) stop.abort();
    },
    crawl: async (due) => {
      crawled.push(...due.map(({ name }) => name));
      endRun(store, beginRun(store, '示例', { now: now.toISOString(), staleBefore: '' }), now.toISOString());
    },
  });
  store.close();
  expect(crawled).toEqual(['示例']);
  expect(waits).toEqual([at('11:00').toISOString(), at('12:00').toISOString()]);
});
