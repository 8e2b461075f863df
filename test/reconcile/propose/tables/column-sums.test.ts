import { expect, test } from 'vitest';
import { columnSums } from '../../../../extractors/reconcile/propose/tables/column-sums.ts';
import { extractionOf } from '../../tables.ts';
import { judged } from '../propose.ts';

const formulas = (columns: readonly string[], ...values: readonly (readonly string[])[]): readonly string[] =>
  judged(columnSums, extractionOf([{ columns, rows: values.map((row, i) => ({ label: `行${i}`, values: row })) }]));

test('合计 is the sum of the columns beside it', () => {
  expect(formulas(['合计', '基本支出', '项目支出'], ['9.00', '5.00', '4.00'], ['9.00', '5.00', '5.00'])).toEqual([
    'holds: 5.00 + 4.00 = 9.00',
    'broken: 5.00 + 5.00 = 9.00',
  ]);
});

test('小计 under a head is the sum of that head, and stands for it in the sum above', () => {
  const columns = ['合计', '当年预算>小计', '当年预算>基本支出', '当年预算>项目支出', '上年结转'];
  expect(formulas(columns, ['10.00', '9.00', '5.00', '4.00', '1.00'])).toEqual([
    'holds: 9.00 + 1.00 = 10.00',
    'holds: 5.00 + 4.00 = 9.00',
  ]);
});

test('a head without a sum of its own is summed by all its columns', () => {
  const columns = ['合计', '财政拨款>一般公共预算', '财政拨款>政府性基金', '其他收入'];
  expect(formulas(columns, ['10.00', '6.00', '3.00', '1.00'])).toEqual(['holds: 6.00 + 3.00 + 1.00 = 10.00']);
});

test('其中 columns are part of their neighbour and not added', () => {
  const columns = ['合计', '财政拨款收入', '事业收入>小计', '事业收入>其中：教育收费'];
  expect(formulas(columns, ['10.00', '6.00', '4.00', '3.00'])).toEqual(['holds: 6.00 + 4.00 = 10.00']);
});

test('an amount told once more without something is not added', () => {
  const columns = ['合计', '基本支出', '项目支出>总数', '项目支出>扣除基建项目后预算数'];
  expect(formulas(columns, ['9.00', '5.00', '4.00', '3.00'])).toEqual(['holds: 5.00 + 4.00 = 9.00']);
});

test('what is procured stands beside expenditure by nature, and is a sum where it is all there is', () => {
  const beside = ['支出总计', '基本支出', '项目支出', '政府采购项目>小计', '政府采购项目>其中：预留给中小企业'];
  expect(formulas(beside, ['9.00', '5.00', '4.00', '2.00', '1.00'])).toEqual(['holds: 5.00 + 4.00 = 9.00']);
  const alone = ['合计', '政府采购货物', '政府采购服务'];
  expect(formulas(alone, ['9.00', '5.00', '4.00'])).toEqual(['holds: 5.00 + 4.00 = 9.00']);
});

test('stages are summed apart', () => {
  const columns = ['合计>预算数', '合计>决算数', '出国费>预算数', '出国费>决算数', '接待费>预算数', '接待费>决算数'];
  expect(formulas(columns, ['3.00', '2.00', '1.00', '1.00', '2.00', '1.00'])).toEqual([
    'holds: 1.00 + 2.00 = 3.00',
    'holds: 1.00 + 1.00 = 2.00',
  ]);
});

test('columns without a sum among them give nothing', () => {
  expect(formulas(['年初结转和结余', '本年收入', '年末结转和结余'], ['1.00', '2.00', '3.00'])).toEqual([]);
});
