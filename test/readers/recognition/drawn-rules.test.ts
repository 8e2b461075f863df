import { expect, test } from 'vitest';
import { isBlank } from '../../../extractors/readers/recognition/bitmap.ts';
import { findRules, withoutRules } from '../../../extractors/readers/recognition/drawn-rules.ts';
import { bitmapOf } from './drawn-page.ts';

const DPI = 75;

test('long thin dark runs are ruling lines, bars of text are none', () => {
  const rules = findRules(bitmapOf({ lines: 10, grid: { rows: 3, columns: 2 } }), DPI);
  const across = rules.filter(({ y0, y1 }) => y0 === y1).map(({ x0, x1, y0 }) => [x0, x1, y0]);
  const down = rules.filter(({ x0, x1 }) => x0 === x1).map(({ x0 }) => x0);
  expect(across.map(([, , y]) => y)).toEqual([601, 631, 661, 691]);
  expect(across.every(([from, to]) => from === 60 && (to === 460 || to === 462))).toBe(true);
  expect(down).toEqual([61, 261, 461]);
});

test('a line that is a little askew is still one line', () => {
  const rules = findRules(bitmapOf({ skew: 0.1, grid: { rows: 1, columns: 1 } }), DPI);
  expect(rules.filter(({ y0, y1 }) => y0 === y1)).toHaveLength(2);
});

test('without its ruling lines an empty table is a blank page', () => {
  const page = bitmapOf({ grid: { rows: 3, columns: 2 } });
  expect(isBlank(page)).toBe(false);
  expect(isBlank(withoutRules(page, findRules(page, DPI)))).toBe(true);
});

test('a dark margin left by the scanner is no line', () => {
  const page = bitmapOf({});
  const gray = page.gray.slice();
  for (let y = 0; y < page.height; y += 1) gray.fill(20, y * page.width, y * page.width + 12);
  expect(findRules({ ...page, gray }, DPI)).toEqual([]);
});
