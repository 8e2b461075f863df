import { expect, test } from 'vitest';
import type { RecognizedWord } from '../../../extractors/readers/aids.ts';
import { runsOfWords } from '../../../extractors/readers/recognition/line-runs.ts';

/** Words of one line on the baseline 100, given as text, left and right edge. */
function line(words: readonly (readonly [string, number, number])[], confidence = 0.9): RecognizedWord[] {
  return words.map(([text, x0, x1]) => ({ text, bbox: [x0, 60, x1, 97], confidence, line: 0 }));
}

const texts = (words: readonly RecognizedWord[], dividers: Parameters<typeof runsOfWords>[1] = []) =>
  runsOfWords(words, dividers).map(({ text }) => text);

test('words of a sentence are put together, and each number is a run of its own', () => {
  const words = line([
    ['支出', 0, 80],
    ['合计', 84, 160],
    ['12', 170, 205],
    [',954', 210, 270],
    ['.16', 272, 310],
    ['万元', 320, 400],
  ]);
  expect(texts(words)).toEqual(['支出合计', '12,954.16', '万元']);
});

test('runs of a sentence touch, so that no blank arises between narrow boxes of ideographs', () => {
  const [first, second] = runsOfWords(
    line([
      ['共', 0, 20],
      ['12', 35, 70],
    ]),
    [],
  );
  expect(first?.x1).toBe(second?.x0);
});

test('numbers of neighbouring cells stay apart, and so does what a ruling line parts', () => {
  expect(
    texts(
      line([
        ['12.50', 0, 90],
        ['13.50', 115, 205],
      ]),
    ),
  ).toEqual(['12.50', '13.50']);
  const close = line([
    ['小计', 0, 70],
    ['中央', 80, 150],
  ]);
  expect(texts(close)).toEqual(['小计中央']);
  expect(texts(close, [{ x: 75, y0: 0, y1: 200 }])).toEqual(['小计', '中央']);
});

test('a mended number is at most half sure, an untouched one as sure as its least sure word', () => {
  const [mended] = runsOfWords(line([['9.270.40', 0, 150]]), []);
  expect(mended).toMatchObject({ text: '9,270.40', confidence: 0.5 });
  const [plain] = runsOfWords([...line([['12', 0, 40]], 0.8), ...line([['.50', 42, 90]], 0.6)], []);
  expect(plain).toMatchObject({ text: '12.50', confidence: 0.6 });
});

test('the dashes around a page number are no numerals', () => {
  expect(
    texts(
      line([
        ['一', 0, 40],
        ['3', 45, 60],
        ['一', 65, 105],
      ]),
    ),
  ).toEqual(['— 3 —']);
});

test('lines whose sizes differ by measurement only have one size', () => {
  const lines = [40, 41, 39, 60].map(
    (height, n): RecognizedWord => ({
      text: '预算',
      bbox: [0, n * 100, 80, n * 100 + height],
      confidence: 1,
      line: n,
    }),
  );
  const sizes = runsOfWords(lines, []).map(({ size }) => Math.round(size));
  expect(new Set(sizes.slice(0, 3)).size).toBe(1);
  expect(sizes[3]).toBeGreaterThan(sizes[0] ?? 0);
});
