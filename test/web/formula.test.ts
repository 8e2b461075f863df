import { expect, test } from 'vitest';
import { formulaOrder, formulaParts, formulaRanks } from '../../web/views/document/formula.ts';
import { lettersOf } from '../../web/views/document/original/marks.ts';

test('the numbers of a formula are linked with the operands they are', () => {
  expect(formulaParts('1373.53 + 152.39 = 1525.52', ['152.39', '1525.52', '1373.53'])).toEqual([
    { kind: 'operand', text: '1373.53', operand: 2 },
    { kind: 'text', text: ' + ' },
    { kind: 'operand', text: '152.39', operand: 0 },
    { kind: 'text', text: ' = ' },
    { kind: 'operand', text: '1525.52', operand: 1 },
  ]);
});

test('the same value twice is two operands, in order', () => {
  const parts = formulaParts('80.28 = 80.28', ['80.28', '80.28']);
  expect(parts.flatMap((part) => (part.kind === 'operand' ? [part.operand] : []))).toEqual([0, 1]);
});

test('of equal values, the suspect one and those that the message names are meant', () => {
  const operands = [
    { label: '接待费', isSuspect: false },
    { label: '表7·公车/小计', isSuspect: false },
    { label: '表7·接待费', isSuspect: true },
    { label: '表6·接待费', isSuspect: false },
  ].map((one) => ({
    ...one,
    value: '',
    unit: '',
    ref: '',
    place: [],
    otherDocument: null,
    otherSource: null,
    excerpt: null,
  }));
  const message = { zh: '「接待费」0.70万元与「表7·接待费」0.80万元应相等', en: '' };
  expect(formulaRanks({ operands, message })).toEqual([1, 0, 2, 1]);
  const parts = formulaParts('0.70 = 0', ['0', '0.70', '0.70', '0.70'], [1, 0, 2, 1]);
  expect(parts.flatMap((part) => (part.kind === 'operand' ? [part.operand] : []))).toEqual([2, 0]);
});

test('a computed number that no operand has stays text, and so does a formula without operands', () => {
  expect(formulaParts('2 × 3 = 6', ['2', '3'])).toContainEqual({ kind: 'text', text: ' = 6' });
  expect(formulaParts('—', ['1'])).toEqual([{ kind: 'text', text: '—' }]);
});

test('thousands separators and signs do not part a number from its operand', () => {
  expect(formulaParts('−1,234.50 = 7', ['-1234.50'])).toContainEqual({ kind: 'operand', text: '1,234.50', operand: 0 });
});

test('letters go by the formula as it is read, then to what it does not show', () => {
  expect(formulaOrder('3 + 1 = 4', ['1', '9', '4', '3'])).toEqual([3, 0, 2, 1]);
  expect(lettersOf('3 + 1 = 4', ['1', '9', '4', '3'])).toEqual(['B', 'D', 'C', 'A']);
});
