import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chineseNumeral, decimalOf } from '../../extractors/numbers/prose-number.ts';

describe('decimalOf', () => {
  test.each([
    ['3,417.06', '3417.06'],
    ['0.00', '0.00'],
    ['007', '7'],
    ['-12.50', '-12.50'],
    ['-0.00', '0.00'],
    ['1,234,567', '1234567'],
  ])('%s is %s', (printed, value) => {
    expect(decimalOf(printed)).toBe(value);
  });

  test('keeps digits and precision of any grouped number', () => {
    fc.assert(
      fc.property(fc.nat(999_999_999), fc.stringMatching(/^\d{0,4}$/), (whole, fraction) => {
        const grouped = whole.toString().replace(/\B(?=(\d{3})+$)/g, ',');
        const printed = fraction === '' ? grouped : `${grouped}.${fraction}`;
        expect(decimalOf(printed)).toBe(fraction === '' ? String(whole) : `${whole}.${fraction}`);
      }),
    );
  });
});

describe('chineseNumeral', () => {
  test.each([
    ['零', 0],
    ['两', 2],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['一百零五', 105],
    ['三千四百二十一', 3421],
  ])('%s is %d', (text, value) => {
    expect(chineseNumeral(text)).toBe(value);
  });

  test.each(['', '十百', '二三', '万', '一二三四五六七八九'])('%s is none', (text) => {
    expect(chineseNumeral(text)).toBeNull();
  });
});
