import { describe, expect, test } from 'vitest';
import { conceptOfColumn, conceptOfRow } from '../../extractors/tables/index.ts';

describe('concepts of rows', () => {
  test.each([
    ['本年收入合计', 'final.01', 'income_total'],
    ['一、本 年 收 入：', 'budget.04', 'income_total'],
    ['总计', 'final.01', 'grand_total'],
    ['总计：', 'budget.03', 'total'],
    ['年初财政拨款结转和结余', 'final.04', 'carry_over_in'],
    ['使用非财政拨款结余（含专用结余）', 'final.01', 'surplus_used'],
    ['其中：一般公共预算财政拨款', 'final.04', 'general'],
    ['（二）公务用车购置及运行维护费', 'budget.07', 'vehicle'],
    ['行政运行', 'final.03', null],
    ['__proto__', null, null],
  ])('%s in %s is %s', (label, form, concept) => {
    expect(conceptOfRow(label, form)).toBe(concept);
  });
});

describe('concepts of columns', () => {
  test('a subtotal takes the concept of what it sums', () => {
    expect(conceptOfColumn(['预算数', '公务用车购置及运行费', '小计'], 'final.09')).toEqual({
      concept: 'vehicle',
      phase: 'budget',
      within: [],
    });
    expect(conceptOfColumn(['本年支出', '小计'], 'final.07').concept).toBe('expenditure');
  });

  test('what stands above is told apart', () => {
    expect(conceptOfColumn(['上年结转结余', '基本支出'], 'budget.03')).toEqual({
      concept: 'basic',
      phase: null,
      within: ['carry_over_in'],
    });
  });

  test('收入|支出 of a balance is the side, not the concept', () => {
    expect(conceptOfColumn(['支出', '合计'], 'final.04')).toEqual({
      concept: 'total',
      phase: null,
      within: ['expenditure'],
    });
    expect(conceptOfColumn(['收入', '决算数'], 'final.01')).toEqual({
      concept: null,
      phase: 'final',
      within: ['income'],
    });
  });

  test('an earlier printed year is the prior year once the fiscal year is known', () => {
    expect(conceptOfColumn(['2023年预算数'], null, 2024).phase).toBe('prior');
    expect(conceptOfColumn(['2024年预算数'], null, 2024).phase).toBe('budget');
  });

  test('a unit or formula in the header does not hide its name', () => {
    expect(conceptOfColumn(['合计（万元）'], null).concept).toBe('total');
    expect(conceptOfColumn(['合计=1+2'], null).concept).toBe('total');
  });
});
