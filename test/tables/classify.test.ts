import { describe, expect, test } from 'vitest';
import { isKnownTitle } from '../../extractors/tables/classify.ts';
import { allForms, formOf } from '../../extractors/tables/index.ts';
import { canonicalTitle } from '../../extractors/tables/names.ts';
import { lines, reading } from './blocks.ts';

function kindOf(title: string, kind: 'final_accounts' | 'budget' = 'final_accounts'): string | null {
  return reading(kind, title, lines('科目名称|备考', '教育支出|')).tables[0]?.kind ?? null;
}

describe('forms of data/forms', () => {
  test('are all read, and every title leads back to its form', () => {
    expect(allForms().size).toBeGreaterThan(40);
    for (const form of allForms().values()) {
      for (const title of form.titles) expect([title, isKnownTitle(title)]).toEqual([title, true]);
    }
  });

  test('are found by key', () => {
    expect(formOf('final.01')).toMatchObject({ name: '收入支出决算总表', layout: 'balance', financial: true });
    expect(formOf('no.such')).toBeNull();
    expect(formOf(null)).toBeNull();
  });
});

test('a list of projects with what each is to achieve is known by its header alone', () => {
  for (const head of ['预算单位|项目|预算数|绩效目标', '预算单位|一级项目名称|预算数（单位：万元）|绩效目标']) {
    const list = lines(head, '某市桥梁所|桥梁养护|12.50|桥面完好');
    expect(reading('budget', '重点项目如下：', list).tables[0]?.kind).toBe('performance.target-list');
  }
});

describe('by title', () => {
  test.each([
    ['收入支出决算总表', 'final.01'],
    ['收入决算表', 'final.02'],
    ['支出决算表', 'final.03'],
    ['财政拨款收入支出决算总表', 'final.04'],
    ['一般公共预算财政拨款支出决算表', 'final.05'],
    ['一般公共预算财政拨款基本支出决算明细表', 'final.06'],
    ['政府性基金预算财政拨款收入支出决算表', 'final.07'],
    ['国有资本经营预算财政拨款支出决算表', 'final.08'],
    ['一般公共预算财政拨款“三公”经费支出决算表', 'final.09'],
    ['项目支出绩效自评表', 'performance.project-self-evaluation'],
  ])('%s is %s: the longest title wins', (title, kind) => {
    expect(kindOf(title)).toBe(kind);
  });

  test.each([
    ['表1：2026年部门收支总体情况表', 'budget.01'],
    ['预算02表 收入总表', 'budget.02'],
    ['2025年市级部门支出预算总表', 'budget.03'],
    ['部门综合预算财政拨款收支总表', 'budget.04'],
    ['一般公共预算支出预算表（功能科目）', 'budget.05'],
    ['一般公共预算支出明细表（按支出经济分类科目-不含上年结转）', 'budget.05-economic'],
    ['一般公共预算基本支出部门预算经济分类预算表', 'budget.06'],
    ['“三公”经费、会议费、培训费支出预算表', 'budget.07-meetings'],
    ['政府性基金财政拨款支出预算表', 'budget.08'],
    ['国有资本经营预算支出情况表', 'budget.09'],
    ['项目支出绩效目标申报表', 'performance.project-target'],
  ])('%s is %s whatever year, number and owner stand around it', (title, kind) => {
    expect(kindOf(title, 'budget')).toBe(kind);
  });

  test('a title shared by budgets and final accounts goes by the document', () => {
    expect(kindOf('政府采购支出情况表', 'final_accounts')).toBe('final.procurement');
    expect(kindOf('政府采购支出情况表', 'budget')).toBe('budget.procurement');
  });

  test('a foreign word before a title is not an owner: 会议费支出预算表 is no 支出预算表', () => {
    expect(kindOf('乡村道路养护支出预算表', 'budget')).toBeNull();
  });

  test('an unknown title stays null, with no confidence', () => {
    const { tables } = reading('budget', '职工食堂菜谱表', lines('星期|菜名', '一|豆腐'));
    expect(tables[0]).toMatchObject({ kind: null, confidence: 0, financial: false });
  });

  test('一 of 一般公共预算 is no form number', () => {
    expect(canonicalTitle('表5一般公共预算支出情况表')).toBe('一般公共预算支出表');
  });
});

describe('by content, where the title is lost', () => {
  test('headers and rows that are all there are enough, with less confidence', () => {
    const form = lines(
      '科目编码|科目名称|本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出',
      '205|教育支出|1.00|1.00||||',
    );
    const { tables } = reading('final_accounts', form);
    expect(tables[0]?.kind).toBe('final.03');
    expect(tables[0]?.confidence).toBeLessThan(0.75);
  });

  test('a title that is there and names more than the form is believed: all expenditure by economic codes', () => {
    const body = lines(
      '科目编码|科目名称|金额|科目编码|科目名称|金额',
      '301|工资福利支出|8.00|302|商品和服务支出|3.00',
      '30101|基本工资|8.00|30201|办公费|3.00',
      '|人员经费合计|8.00||公用经费合计|3.00',
    );
    expect(reading('final_accounts', body).tables[0]?.kind).toBe('final.06');
    expect(reading('final_accounts', '2022年财政拨款决算表（二）', body).tables[0]?.kind).toBeNull();
  });

  test('a questionnaire is known by its words anywhere, and gives no facts', () => {
    const form = lines(
      '项目名称|河道清淤|||',
      '年度绩效目标|清淤三公里|||',
      '一级指标|二级指标|三级指标|指标值|',
      '产出指标|数量指标|清淤长度|3.00|公里',
      '效益指标|满意度指标|群众满意|95.00|%',
    );
    const { tables, facts } = reading('budget', form);
    expect(tables[0]).toMatchObject({ kind: 'performance.project-target', financial: false });
    expect(facts).toEqual([]);
  });

  test('an unknown table with a money unit and amounts is financial, a list of people is not', () => {
    const grants = reading('unknown', '单位：万元', lines('乡镇|补助金额', '东河乡|12.50'));
    expect(grants.tables[0]?.financial).toBe(true);
    const staff = reading('unknown', lines('单位|编制人数', '办公室|12'));
    expect(staff.tables[0]?.financial).toBe(false);
  });
});
