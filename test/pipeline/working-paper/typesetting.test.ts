import { expect, test } from 'vitest';
import { openTypesetting } from '../../../pipeline/working-paper/pdf/typesetting.ts';

const type = openTypesetting();

test('a character of Chinese is as wide as its type is high', () => {
  expect(type.widthOf('预算', 10)).toBe(20);
});

test('the font sets what messages of findings are written with', () => {
  const text = '「本年收入合计」2105.34万元＋12.42－3＝99.14% ÷ × → ≈ “三公”《表》（类）①…—·';
  expect(type.settable(text)).toBe(text);
});

test('a character the font lacks is marked as missing, and nothing reorders the line', () => {
  expect(type.settable('龘䶮')).toMatch(/〓/);
  expect(type.settable('12\u202e34')).not.toContain('\u202e');
});

test('lines break between characters, never before closing or after opening punctuation', () => {
  const text = '一般公共预算财政拨款“三公”经费支出决算，其中：公务接待费（含外宾接待）。'.repeat(4);
  const lines = type.lines(text, 10, 83);
  expect(lines.join('')).toBe(text);
  for (const line of lines) {
    expect(line).not.toMatch(/^[，。：）”]/);
    expect(line).not.toMatch(/[（“]$/);
    expect(type.widthOf(line, 10)).toBeLessThanOrEqual(83);
  }
});

test('numbers and words stay whole; what is longer than a line is broken', () => {
  const lines = type.lines('决算数为1,234,567.89万元', 10, 75);
  expect(lines.some((line) => line.includes('1,234,567.89'))).toBe(true);
  const hash = 'a'.repeat(64);
  expect(type.lines(hash, 10, 100).join('')).toBe(hash);
});

test('a hundred kilobytes of text are broken at once', () => {
  const text = '12345 万元'.repeat(15_000);
  expect(type.lines(text, 9, 400).join('').replace(/ /g, '').length).toBe(text.replace(/ /g, '').length);
});
