import { describe, expect, test } from 'vitest';
import { betweenLines, betweenPieces, closeBrokenNumbers, continuesNumber } from '../../extractors/text/joints.ts';

describe('between two pieces of one line', () => {
  test.each([
    ['ideographs set wide by justification', '收', '入', 0.4, ''],
    ['ideographs with a blank between', '单', '位', 1, ' '],
    ['an ideograph and a number', '2019', '年', 0.25, ''],
    ['Latin words', 'public', 'budget', 0.25, ' '],
    ['letters of one word', 'pub', 'lic', 0.02, ''],
    ['two numbers', '2018', '2019', 0.5, ' '],
    ['parts of one number', '1,3', '67.76', 0.5, ''],
    ['integer and decimals', '1367', '.76', 0.5, ''],
  ])('%s', (_, left, right, gap, between) => {
    expect(betweenPieces(left, right, gap)).toBe(between);
  });
});

describe('between two lines', () => {
  test.each([
    ['Chinese text', '灾害防治及应急管理支', '出', ''],
    ['a number cut in two', '支出1,3', '67.76万元', ''],
    ['a number cut between its digits', '支出合计12', '34.5万元', ''],
    ['English words', 'general public', 'budget', ' '],
    ['an English compound', 'off-', 'budget', ''],
  ])('%s', (_, above, below, between) => {
    expect(betweenLines(above, below)).toBe(between);
  });
});

describe('continuesNumber', () => {
  test.each([
    ['1,3', '67.76', true],
    ['12,', '345', true],
    ['1,234', '567', false],
    ['2018', '2019', false],
    ['12.50', '.3', false],
    ['12', '.5%', true],
  ])('%s + %s', (left, right, expected) => {
    expect(continuesNumber(left, right)).toBe(expected);
  });
});

describe('closeBrokenNumbers', () => {
  test('closes a group that only fits together', () => {
    expect(closeBrokenNumbers('合计1,3 67.76万元')).toBe('合计1,367.76万元');
  });

  test('leaves numbers that stand side by side', () => {
    expect(closeBrokenNumbers('1,367 2,000')).toBe('1,367 2,000');
  });

  test('takes time in proportion to its input', () => {
    const started = performance.now();
    for (const unit of ['1,3 ', '1', ' ', '1,', '万元']) closeBrokenNumbers(unit.repeat(100_000 / unit.length));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
