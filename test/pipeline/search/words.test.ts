import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexedWords, queriedWords } from '../../../pipeline/search/words.ts';

const isFoundBy = (text: string, query: string) => {
  const words = new Set(indexedWords(text).split(' '));
  return queriedWords(query).every((word) => words.has(word));
};

test('whatever stands literally in a text finds it, however the words around it are segmented', () => {
  const text =
    '信息化运维费2870.29万元，一般公共预算财政拨款基本支出决算明细表；因公出国（境）费用、公务用车购置及运行维护费，机关事业单位基本养老保险缴费。';
  const runs = [...text.matchAll(/\p{Script=Han}+/gu)].map(([run]) => run);
  fc.assert(
    fc.property(fc.constantFrom(...runs), fc.nat(30), fc.integer({ min: 1, max: 12 }), (run, start, length) => {
      const query = run.slice(start % run.length, (start % run.length) + length);
      expect(isFoundBy(text, query)).toBe(true);
    }),
  );
});

test('characters that stand apart do not find a text', () => {
  expect(isFoundBy('公务用车运行维护费', '运维')).toBe(false);
  expect(isFoundBy('信息化系统运维', '运维')).toBe(true);
});

test('numbers are found as they are printed, with or without separators', () => {
  expect(isFoundBy('合计2,870.29万元', '2870.29')).toBe(true);
  expect(isFoundBy('合计２８７０.29万元', '2,870.29')).toBe(true);
  expect(isFoundBy('合计2870.29万元', '2870')).toBe(false);
});

test('punctuation and signs of the query language are no words', () => {
  expect(queriedWords('" * ( ) - NEAR/2 ：')).toEqual(['near', '2']);
  expect(queriedWords('、。')).toEqual([]);
});

test('a long text takes time in proportion', () => {
  expect(indexedWords('公务用车'.repeat(25_000)).length).toBeLessThan(100);
  expect(indexedWords('1'.repeat(100_000))).toHaveLength(100_000);
});
