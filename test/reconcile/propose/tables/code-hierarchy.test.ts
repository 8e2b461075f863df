import { expect, test } from 'vitest';
import { codeHierarchy } from '../../../../extractors/reconcile/propose/tables/code-hierarchy.ts';
import type { RowGiven } from '../../tables.ts';
import { extractionOf } from '../../tables.ts';
import { judged } from '../propose.ts';

const rowsOf = (
  ...rows: readonly (readonly [code: string, label: string, ...values: string[]])[]
): readonly RowGiven[] =>
  rows.map(([code, label, ...values]) => ({ code, label, values, role: code === '' ? 'total' : 'item' }));

test('each level is the sum of the next, the total the sum of the classes', () => {
  const rows = rowsOf(
    ['', '合计', '30.00'],
    ['201', '一般公共服务支出', '25.00'],
    ['20106', '财政事务', '25.00'],
    ['2010601', '行政运行', '15.00'],
    ['2010699', '其他财政事务支出', '10.00'],
    ['221', '住房保障支出', '5.00'],
    ['22102', '住房改革支出', '5.00'],
    ['2210201', '住房公积金', '5.01'],
  );
  expect(judged(codeHierarchy, extractionOf([{ kind: 'final.05', columns: ['合计'], rows }]))).toEqual([
    'holds: 25.00 = 25.00',
    'holds: 15.00 + 10.00 = 25.00',
    'holds: 5.00 = 5.00',
    'rounding: 5.01 = 5.00',
    'holds: 25.00 + 5.00 = 30.00',
  ]);
});

test('a 项 without its 款 counts for the class', () => {
  const rows = rowsOf(['205', '教育支出', '9.00'], ['20502', '普通教育', '6.00'], ['2050803', '培训支出', '3.00']);
  expect(judged(codeHierarchy, extractionOf([{ columns: ['合计'], rows }]))).toEqual(['holds: 6.00 + 3.00 = 9.00']);
});

test('the same codes for several units give no relation', () => {
  const rows = rowsOf(
    ['201', '一般公共服务支出', '9.00'],
    ['20106', '财政事务', '4.00'],
    ['20106', '财政事务', '5.00'],
    ['201', '一般公共服务支出', '7.00'],
  );
  expect(judged(codeHierarchy, extractionOf([{ columns: ['合计'], rows }]))).toEqual([]);
});

test('a code printed twice by mistake, with two names, counts twice', () => {
  const rows = rowsOf(
    ['302', '商品和服务支出', '60.00'],
    ['30208', '取暖费', '24.00'],
    ['30208', '物业管理费', '36.00'],
  );
  expect(judged(codeHierarchy, extractionOf([{ columns: ['合计'], rows }]))).toEqual(['holds: 24.00 + 36.00 = 60.00']);
});

test('each unit of a table of several units by itself', () => {
  const unit = (entity: string, values: readonly [string, string]): readonly RowGiven[] =>
    rowsOf(['201', '一般公共服务支出', values[0]], ['20106', '财政事务', values[1]]).map((row) => ({ ...row, entity }));
  const rows = [...unit('局本级', ['4.00', '4.00']), ...unit('下属中心', ['5.00', '4.00'])];
  expect(judged(codeHierarchy, extractionOf([{ columns: ['合计'], rows }]))).toEqual([
    'holds: 4.00 = 4.00',
    'broken: 4.00 = 5.00',
  ]);
});

test('blank is nothing beside printed parts; a cell that could not be read makes the sum undetermined', () => {
  const rows = rowsOf(['201', '类', '4.00', '4.00'], ['20106', '款', '4.00', '?'], ['20107', '款二', '', '4.00']);
  const table = { columns: ['基本支出', '项目支出'], rows, unread: ['2:2'] };
  expect(judged(codeHierarchy, extractionOf([table]))).toEqual([
    'holds: 4.00 = 4.00',
    'undetermined: 款·项目支出 + 4.00 = 4.00',
  ]);
});

test('percentages are not added up', () => {
  const rows = rowsOf(['201', '类', '4.00', '5.0'], ['20106', '款', '4.00', '7.0']);
  expect(judged(codeHierarchy, extractionOf([{ columns: ['合计', '增减%'], rows }]))).toEqual(['holds: 4.00 = 4.00']);
});

test('a total with an item that bears no code is left alone', () => {
  const rows = [...rowsOf(['', '合计', '9.00'], ['201', '类', '4.00']), { label: '结转下年', values: ['5.00'] }];
  expect(judged(codeHierarchy, extractionOf([{ kind: 'budget.03', columns: ['合计'], rows }]))).toEqual([]);
});

test('functional and economic codes in one table are not one classification', () => {
  const rows = rowsOf(['', '合计', '4.00'], ['201', '类', '4.00'], ['301', '工资福利支出', '4.00']);
  expect(judged(codeHierarchy, extractionOf([{ kind: 'budget.03', columns: ['合计'], rows }]))).toEqual([]);
});

test('a blank form says nothing', () => {
  const rows = rowsOf(['', '合计', ''], ['201', '类', ''], ['20106', '款', '']);
  expect(judged(codeHierarchy, extractionOf([{ kind: 'final.05', columns: ['合计'], rows }]))).toEqual([]);
});
