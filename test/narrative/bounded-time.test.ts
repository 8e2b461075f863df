import { describe, expect, test } from 'vitest';
import { narrativeExpressions } from '../../extractors/narrative/expressions.ts';
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

/** 50 ms for 10 kB is promised; tests on a busy machine get four times that. */
const MILLISECONDS_PER_10_KB = 200;

describe('strange text is read in bounded time', () => {
  test.each(Object.entries(STRANGE))('%s', (_name, unit) => {
    const text = repeated(unit, 100_000);
    narrate('本年收入合计1万元，占2%。');
    const begun = performance.now();
    narrate(text);
    expect(performance.now() - begun).toBeLessThan(10 * MILLISECONDS_PER_10_KB);
  });
});

describe('every expression is linear in its input', () => {
  test.each(narrativeExpressions().map((expression) => [expression.source.slice(0, 60), expression] as const))(
    '%s',
    (_source, expression) => {
      for (const unit of Object.values(STRANGE)) {
        const text = repeated(unit, 50_000);
        const begun = performance.now();
        if (expression.global) for (const _match of text.matchAll(expression));
        else expression.exec(text);
        expression.lastIndex = 0;
        expect(performance.now() - begun).toBeLessThan(400);
      }
    },
  );
});
