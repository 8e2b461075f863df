import fc from 'fast-check';
import { expect, test } from 'vitest';
import { grouped, inLargeUnits } from '../../web/components/amounts.ts';

test('thousands are grouped and printed decimals stay', () => {
  expect(grouped('1234567.80')).toBe('1,234,567.80');
  expect(grouped('0.00')).toBe('0.00');
  expect(grouped('-1234')).toBe('−1,234');
  expect(grouped('123')).toBe('123');
});

test('what is no plain decimal is left as it is', () => {
  for (const text of ['', '—', '1e5', '12万', '1,2']) expect(grouped(text)).toBe(text);
});

test('grouping adds separators and changes no digit', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{1,25}(\.\d{1,6})?$/), (value) => {
      expect(grouped(value).replaceAll(',', '')).toBe(value);
    }),
  );
});

test('yuan are told in the unit in which they are short', () => {
  expect(inLargeUnits('4000')).toEqual({ value: '4000', unit: '元' });
  expect(inLargeUnits('2790420.93')).toEqual({ value: '279.04', unit: '万元' });
  expect(inLargeUnits('-50000')).toEqual({ value: '-5', unit: '万元' });
  expect(inLargeUnits('123456789012')).toEqual({ value: '1234.57', unit: '亿元' });
  expect(inLargeUnits('100')).toEqual({ value: '100', unit: '元' });
  expect(inLargeUnits('10000000')).toEqual({ value: '1000', unit: '万元' });
});

test('an amount beyond the floats is scaled exactly', () => {
  expect(inLargeUnits('9007199254740993000000').value).toBe('90071992547409.93');
});
