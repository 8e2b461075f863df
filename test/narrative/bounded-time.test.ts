import { describe, expect, test } from 'vitest';
import { narrate } from './narrate.ts';

/** Text that no document holds, but a damaged or hostile file may. */
const STRANGE: Readonly<Record<string, string>> = {
  digits: '7',
  spaces: ' ',
  'spaces and digits': '1 ',
  万元: '万元',
  'numbers without an end': '1,234,',
  brackets: '（',
  'brackets with numbers': '（1万元',
  'one sentence': '收入10万元，支出5.5万元，',
  'lists in lists': '其中：1万元；',
  'words of the grammar': '收入支出预算决算增加减少其中占比为与上年',
  comparisons: '决算数大于预算数与上年持平',
  'unpaired surrogates': '\ud800',
  'mixed scripts': 'aЖ收1万元؟\u0300',
  numerals: '一二三',
  percents: '占5%',
};

const repeated = (unit: string, length: number) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

/** Promised for 10 kB, with room for the collection of garbage. Time of this process: other programs do not count. */
const MILLISECONDS_PER_10_KB = 100;

describe('strange text is read in bounded time', () => {
  test('a sentence of 200,000 characters', () => {
    const text = repeated(STRANGE['one sentence'] ?? '', 200_000);
    const begun = process.cpuUsage().user;
    expect(narrate(text).figures.length).toBeGreaterThan(20_000);
    expect((process.cpuUsage().user - begun) / 1000).toBeLessThan(20 * MILLISECONDS_PER_10_KB);
  });

  test.each(Object.entries(STRANGE))('%s', (_name, unit) => {
    const text = repeated(unit, 100_000);
    narrate('本年收入合计1万元，占2%。');
    const begun = process.cpuUsage().user;
    narrate(text);
    expect((process.cpuUsage().user - begun) / 1000).toBeLessThan(10 * MILLISECONDS_PER_10_KB);
  });
});
