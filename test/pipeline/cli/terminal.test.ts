import fc from 'fast-check';
import { expect, test } from 'vitest';
import { padEnd, padStart, printable, truncate, widthOf } from '../../../pipeline/cli/terminal.ts';

test('nothing printable can move the cursor or reorder text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(printable(text)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    }),
  );
});

test('full-width characters count as two columns', () => {
  expect(widthOf('决算2024')).toBe(8);
  expect(padEnd('决算', 6)).toBe('决算  ');
  expect(padStart('决算', 5)).toBe(' 决算');
});

test('text is never cut wider than asked for', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 40 }), (text, width) => {
      expect(widthOf(truncate(printable(text), width))).toBeLessThanOrEqual(width);
    }),
  );
  expect(truncate('一般公共预算财政拨款', 9)).toBe('一般公共…');
});
