import { expect, test } from 'vitest';
import { printedFormula } from '../../../../extractors/reconcile/propose/tables/printed-formula.ts';
import { readFormulas } from '../../../../extractors/reconcile/propose/tables/read-formula.ts';
import { extractionOf } from '../../tables.ts';
import { judged } from '../propose.ts';

const read = (text: string): readonly string[] =>
  readFormulas(text).map(({ axis, result, terms }) => {
    const sum = terms.map(({ name, sign }) => (sign === 1 ? `+${name}` : `-${name}`)).join('');
    return `${axis} ${result} = ${sum}`;
  });

test('formulas over rows and columns, as forms print them', () => {
  expect(read('注：9行=(1+2+3)行；12行=（9+10+11）行；')).toEqual(['row 9 = +1+2+3', 'row 12 = +9+10+11']);
  expect(read('1栏各行 = (2+3) 栏各行')).toEqual(['column 1 = +2+3']);
  expect(read('6栏各行=(1+2－3)栏各行; 3栏各行=(4+5)栏各行。')).toEqual(['column 6 = +1+2-3', 'column 3 = +4+5']);
});

test.each([
  ['24行=(1+2+3+4+5+6+7)行', ['row 24 = +1+2+3+4+5+6+7']],
  ['1栏各行=（2+3）栏各行', ['column 1 = +2+3']],
  ['7栏=（8+9+12）栏', ['column 7 = +8+9+12']],
])('%s', (printed, wanted) => {
  expect(read(printed)).toEqual(wanted);
});

test('51行=(28+29+...+49)行', () => {
  const lines = Array.from({ length: 22 }, (_, n) => `+${28 + n}`).join('');
  expect(read('51行=(28+29+...+49)行')).toEqual([`row 51 = ${lines}`]);
});

test('dots stand for the numbers between their neighbours', () => {
  expect(read('8行=（3+4+…+7）行')).toEqual(['row 8 = +3+4+5+6+7']);
  expect(read('8行=(3+4+...+7)行')).toEqual(['row 8 = +3+4+5+6+7']);
});

test('a percentage or a date is no formula', () => {
  expect(read('完成率=100%，2023年1行')).toEqual([]);
});

test('reading takes linear time', () => {
  for (const text of [
    '1'.repeat(100_000),
    '1行=('.repeat(20_000),
    `1行=(${'1+'.repeat(50_000)}`,
    ' '.repeat(100_000),
  ]) {
    const start = performance.now();
    readFormulas(text);
    expect(performance.now() - start).toBeLessThan(500);
  }
});

test('rows by their printed number, in every column', () => {
  const rows = [
    { label: '一、财政拨款收入', line: '1', values: ['10.00'] },
    { label: '二、其他收入', line: '2', values: ['2.00'] },
    { label: '本年收入合计', line: '3', values: ['12.50'], role: 'total' as const },
  ];
  const extraction = extractionOf([{ columns: ['决算数'], rows, note: '注：3行=(1+2)行' }]);
  expect(judged(printedFormula, extraction)).toEqual(['broken: 10.00 + 2.00 = 12.50']);
});

test('columns by their printed number, in every row', () => {
  const rows = [
    { label: '合计', values: ['7.00', '4.00', '3.00'] },
    { label: '行政运行', values: ['4.00', '4.00', ''] },
  ];
  const extraction = extractionOf([
    { columns: ['合计#1', '基本支出#2', '项目支出#3'], rows, note: '1栏各行=（2+3）栏各行' },
  ]);
  expect(judged(printedFormula, extraction)).toEqual(['holds: 4.00 + 3.00 = 7.00', 'holds: 4.00 = 4.00']);
});

test('a formula that names a row the table does not have is of another edition of the form', () => {
  const rows = [
    { label: '合计', line: '3', values: ['7.00'] },
    { label: '其中', line: '1', values: ['7.00'] },
  ];
  expect(judged(printedFormula, extractionOf([{ columns: ['金额'], rows, note: '3行=(1+2)行' }]))).toEqual([]);
});
