import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mendNumbers } from '../../../extractors/readers/recognition/misread-numbers.ts';

describe('numbers that can only have been misread are mended', () => {
  test.each([
    ['12,.954.16', '12,954.16'],
    ['9.270.40万元', '9,270.40万元'],
    ['4，209。23万元', '4,209.23万元'],
    ['3,683,76', '3,683.76'],
    ['12 ,954 .16', '12,954.16'],
    ['32,04万元', '32.04万元'],
    ['24,6%', '24.6%'],
    ['1O5.2', '105.2'],
    ['2l.50', '21.50'],
    ['18,.8万', '18.8万'],
  ])('%s → %s', (recognized, printed) => {
    expect(mendNumbers(recognized)).toBe(printed);
  });
});

describe('what may have been printed so stays', () => {
  test.each([
    '12,954.16',
    '8.50',
    '9.270',
    '2022.10.15',
    '10，20，30',
    '共3个。2022年',
    '1,234,567',
    '第1、2条',
    'Oil',
    'A1l',
    'l',
    '1.预算编制',
  ])('%s', (text) => {
    expect(mendNumbers(text)).toBe(text);
  });
});

test('a number with separators as they should be is never changed', () => {
  const group = fc.integer({ min: 0, max: 999 }).map((value) => String(value).padStart(3, '0'));
  const number = fc
    .tuple(fc.integer({ min: 1, max: 999 }), fc.array(group, { maxLength: 3 }), fc.integer({ min: 0, max: 99 }))
    .map(([first, groups, cents]) => `${[first, ...groups].join(',')}.${String(cents).padStart(2, '0')}`);
  fc.assert(
    fc.property(number, (text) => {
      expect(mendNumbers(`收入${text}万元`)).toBe(`收入${text}万元`);
    }),
  );
});

test('time grows with length, not with its square', () => {
  const started = performance.now();
  for (const part of ['1', '1.', ' ', '1,111', '万元', 'lO1']) mendNumbers(part.repeat(100_000 / part.length));
  expect(performance.now() - started).toBeLessThan(5_000);
});
