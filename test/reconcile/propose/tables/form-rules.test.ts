import { describe, expect, test } from 'vitest';
import { judge } from '../../../../extractors/reconcile/judge/index.ts';
import { formRules } from '../../../../extractors/reconcile/propose/tables/form-rules.ts';
import { parseRules } from '../../../../extractors/reconcile/rules/index.ts';
import type { TableGiven } from '../../tables.ts';
import { extractionOf } from '../../tables.ts';

/** "rule outcome: formula" of the rules of data/rules that apply to these tables. */
function apply(...tables: readonly TableGiven[]): readonly string[] {
  const extraction = extractionOf(tables);
  const relations = formRules.propose({ extraction, others: [], options: { lang: 'zh', all: false } });
  return relations
    .map(judge)
    .map(({ relation, outcome, formula }) => `${relation.rule.slice(5)} ${outcome}: ${formula}`);
}

const overall: TableGiven = {
  kind: 'final.01',
  columns: ['收入>决算数', '支出>决算数'],
  lanes: [0, 1],
  rows: [
    { lane: 0, label: '一、一般公共预算财政拨款收入', values: ['90.00'] },
    { lane: 0, label: '二、其他收入', values: ['10.00'] },
    { lane: 0, label: '本年收入合计', values: ['100.00'], role: 'total' },
    { lane: 0, label: '使用非财政拨款结余', values: [''] },
    { lane: 0, label: '年初结转和结余', values: ['5.00'] },
    { lane: 0, label: '总计', values: ['105.00'], role: 'total' },
    { lane: 1, label: '一、一般公共服务支出', values: ['80.00'] },
    { lane: 1, label: '二、外交支出', values: [''] },
    { lane: 1, label: '三、住房保障支出', values: ['22.00'] },
    { lane: 1, label: '本年支出合计', values: ['102.00'], role: 'total' },
    { lane: 1, label: '结余分配', values: [''] },
    { lane: 1, label: '年末结转和结余', values: ['3.00'] },
    { lane: 1, label: '总计', values: ['105.00'], role: 'total' },
  ],
};

const expenditure: TableGiven = {
  kind: 'final.03',
  columns: ['本年支出合计', '基本支出', '项目支出'],
  rows: [
    { label: '合计', values: ['102.00', '70.00', '32.00'], role: 'total' },
    { code: '201', label: '一般公共服务支出', values: ['81.00', '50.00', '31.00'] },
    { code: '221', label: '住房保障支出', values: ['21.00', '20.00', '1.00'] },
  ],
};

describe('收入支出决算总表', () => {
  test('sources, classes and both balances', () => {
    expect(apply(overall)).toEqual([
      'final.01.income holds: 90.00 + 10.00 = 100.00',
      'final.01.expenditure holds: 80.00 + 22.00 = 102.00',
      'final.01.income-grand-total holds: 100.00 + 5.00 = 105.00',
      'final.01.expenditure-grand-total holds: 102.00 + 3.00 = 105.00',
      'final.01.balance holds: 105.00 = 105.00',
    ]);
  });
  test('classes are the same in 支出决算表, by name and by code', () => {
    expect(apply(overall, expenditure).slice(5)).toEqual([
      'final.01-03.expenditure holds: 102.00 = 102.00',
      'final.01-03.classes broken: 80.00 = 81.00',
      'final.01-03.classes broken: 22.00 = 21.00',
    ]);
  });
  test('classes beside items of classes, whose indent was not read, are not summed', () => {
    const rows = overall.rows.toSpliced(8, 0, { lane: 1, label: '行政事业单位养老支出', values: ['9.00'] });
    expect(apply({ ...overall, rows }).filter((line) => line.startsWith('final.01.expenditure '))).toEqual([]);
  });
  test('a form that is there twice gives no relation between forms', () => {
    expect(apply(overall, expenditure, expenditure)).toHaveLength(5);
  });
});

describe('general expenditure is part of all expenditure', () => {
  const general = (values: readonly string[]): TableGiven => ({
    kind: 'final.05',
    columns: ['本年支出>合计', '本年支出>基本支出', '本年支出>项目支出'],
    rows: [{ code: '221', label: '住房保障支出', values }],
  });
  test('less is no contradiction: other funds explain the rest', () => {
    expect(apply(expenditure, general(['20.00', '20.00', '0.00']))).toEqual([
      'final.03-05.codes holds: 20.00 ≤ 21.00',
      'final.03-05.codes holds: 20.00 ≤ 20.00',
      'final.03-05.codes holds: 0.00 ≤ 1.00',
    ]);
  });
  test('more is', () => {
    expect(apply(expenditure, general(['22.00', '20.00', '2.00']))).toContain(
      'final.03-05.codes broken: 22.00 ≤ 21.00',
    );
  });
});

describe('“三公”经费', () => {
  const heads = [
    '合计',
    '因公出国（境）费',
    '公务用车购置及运行维护费>小计',
    '公务用车购置及运行维护费>公务用车购置费',
    '公务用车购置及运行维护费>公务用车运行维护费',
    '公务接待费',
  ];
  const wanted = [
    'final.09.total-final broken: 0.00 + 2.00 + 1.00 = 2.00',
    'final.09.total-budget holds: 0.00 + 3.00 + 1.00 = 4.00',
    'final.09.vehicles-final holds: 0.00 + 2.00 = 2.00',
    'final.09.vehicles-budget holds: 0.00 + 3.00 = 3.00',
  ];
  test('six numbers of the budget, then six of the accounts', () => {
    const columns = ['预算数', '决算数'].flatMap((stage) => heads.map((head) => `${stage}>${head}`));
    const values = ['4.00', '0.00', '3.00', '0.00', '3.00', '1.00', '2.00', '0.00', '2.00', '0.00', '2.00', '1.00'];
    expect(apply({ kind: 'final.09', columns, rows: [{ label: '', values }] })).toEqual(wanted);
  });
  test('budget and accounts side by side for each item', () => {
    const columns = heads.flatMap((head) => [`${head}>预算数`, `${head}>决算数`]);
    const values = ['4.00', '2.00', '0.00', '0.00', '3.00', '2.00', '0.00', '0.00', '3.00', '2.00', '1.00', '1.00'];
    expect(apply({ kind: 'final.09', columns, rows: [{ label: '', values }] })).toEqual(wanted);
  });
  test('items as rows', () => {
    const rows = [
      { label: '合计', values: ['4.00', '2.00'], role: 'total' as const },
      { label: '1.因公出国（境）费', values: ['0.00', '0.00'] },
      { label: '2.公务用车购置及运行维护费', values: ['3.00', '2.00'] },
      { label: '（1）公务用车购置费', values: ['0.00', '0.00'] },
      { label: '（2）公务用车运行维护费', values: ['3.00', '2.00'] },
      { label: '3.公务接待费', values: ['1.00', '1.00'] },
    ];
    expect(apply({ kind: 'final.09', columns: ['预算数', '决算数'], rows })).toEqual(wanted);
  });
  test('economic details may be less than the item, never more', () => {
    const basic = (value: string): TableGiven => ({
      kind: 'final.06',
      columns: ['决算数'],
      rows: [{ code: '30217', label: '公务接待费', values: [value] }],
    });
    const columns = heads.map((head) => `决算数>${head}`);
    const table: TableGiven = {
      kind: 'final.09',
      columns,
      rows: [{ label: '', values: ['2.00', '', '1.00', '', '1.00', '1.00'] }],
    };
    expect(apply(basic('0.40'), table)).toContain('final.06-09.reception holds: 0.40 ≤ 1.00');
    expect(apply(basic('1.40'), table)).toContain('final.06-09.reception broken: 1.40 ≤ 1.00');
  });
});

describe('财政拨款收支总表 of a budget that ends in 支出总计 alone', () => {
  const classes = [
    { lane: 1, label: '教育支出', values: ['60.00'], level: 0 },
    { lane: 1, label: '职业教育', values: ['60.00'], level: 1 },
    { lane: 1, label: '住房保障支出', values: ['30.00'], level: 0 },
  ];
  const budget = (...below: TableGiven['rows'][number][]): TableGiven => ({
    kind: 'budget.04',
    columns: ['收入>预算数', '支出>预算数'],
    lanes: [0, 1],
    rows: [{ lane: 0, label: '一、财政拨款', values: ['20.00'] }, ...classes, ...below],
  });
  const total = { lane: 1, label: '支出总计', values: ['20.00'], role: 'total' } as const;

  test('the total is the sum of the classes', () => {
    expect(apply(budget(total))).toEqual(['budget.04.expenditure-without-carry-over broken: 60.00 + 30.00 = 20.00']);
  });
  test('not where something is carried over, or a sum of this year stands above', () => {
    expect(apply(budget({ lane: 1, label: '结转下年', values: [''] }, total))).toEqual([]);
    const year = { lane: 1, label: '本年支出合计', values: ['90.00'], role: 'total' } as const;
    expect(apply(budget(year, total)).map((line) => line.split(' ')[0])).not.toContain(
      'budget.04.expenditure-without-carry-over',
    );
  });
});

test('the sum of what is procured is not that of the form', () => {
  const balance: TableGiven = {
    kind: 'budget.01',
    columns: ['收入>预算数', '支出>预算数'],
    lanes: [0, 1],
    rows: [{ lane: 1, label: '一、教育支出', values: ['9.00'] }],
  };
  const list: TableGiven = {
    kind: 'budget.03',
    columns: ['支出总计', '基本支出', '项目支出', '政府采购项目>小计'],
    rows: [{ code: '205', label: '教育支出', values: ['9.00', '5.00', '4.00', '2.00'] }],
  };
  expect(apply(balance, list)).toEqual(['budget.01-03.classes holds: 9.00 = 9.00']);
});

describe('funds beside the general budget', () => {
  const fiscal = (carriedIn: readonly [string, string, string]): TableGiven => ({
    kind: 'final.04',
    columns: [
      '收入>金额',
      '支出>合计',
      '支出>一般公共预算财政拨款',
      '支出>政府性基金预算财政拨款',
      '支出>国有资本经营预算财政拨款',
    ],
    lanes: [0, 1, 1, 1, 1],
    rows: [
      { lane: 0, label: '一、一般公共预算财政拨款', values: ['80.00'] },
      { lane: 0, label: '二、政府性基金预算财政拨款', values: ['12.00'] },
      { lane: 0, label: '三、国有资本经营预算财政拨款', values: ['3.00'] },
      { lane: 0, label: '本年收入合计', values: ['95.00'], role: 'total' },
      { lane: 0, label: '年初财政拨款结转和结余', values: ['6.00'] },
      { lane: 0, label: '一般公共预算财政拨款', values: [carriedIn[0]] },
      { lane: 0, label: '政府性基金预算财政拨款', values: [carriedIn[1]] },
      { lane: 0, label: '国有资本经营预算财政拨款', values: [carriedIn[2]] },
      { lane: 0, label: '总计', values: ['101.00'], role: 'total' },
      { lane: 1, label: '本年支出合计', values: ['97.00', '81.00', '13.00', '3.00'], role: 'total' },
      { lane: 1, label: '年末财政拨款结转和结余', values: ['4.00', '2.00', '1.00', '1.00'] },
      { lane: 1, label: '总计', values: ['101.00', '83.00', '14.00', '4.00'], role: 'total' },
    ],
  });
  const ofFund = (kind: 'final.07' | 'final.08', values: readonly string[]): TableGiven => ({
    kind,
    columns: ['年初结转和结余', '本年收入', '本年支出>小计', '年末结转和结余'],
    rows: [{ label: '合计', values, role: 'total' }],
  });
  test('each fund balances by itself, with what it carries over', () => {
    expect(apply(fiscal(['3.00', '2.00', '1.00']))).toEqual(
      expect.arrayContaining([
        'final.04.balance-general holds: 80.00 + 3.00 = 83.00',
        'final.04.balance-fund holds: 12.00 + 2.00 = 14.00',
        'final.04.balance-state-capital holds: 3.00 + 1.00 = 4.00',
      ]),
    );
    expect(apply(fiscal(['3.00', '1.00', '2.00']))).toContain(
      'final.04.balance-state-capital broken: 3.00 + 2.00 = 4.00',
    );
  });
  test('the forms of the funds give the same income, expenditure and carry-overs', () => {
    const made = apply(
      fiscal(['3.00', '2.00', '1.00']),
      ofFund('final.07', ['2.00', '12.00', '13.00', '1.00']),
      ofFund('final.08', ['1.00', '30.00', '3.00', '1.00']),
    );
    expect(made.filter((line) => line.startsWith('final.04-07'))).toEqual([
      'final.04-07.fund holds: 13.00 = 13.00',
      'final.04-07.fund-brought-forward holds: 2.00 = 2.00',
      'final.04-07.fund-carried-forward holds: 1.00 = 1.00',
      'final.04-07.fund-income holds: 12.00 = 12.00',
    ]);
    expect(made).toContain('final.04-08.state-capital-income broken: 3.00 = 30.00');
    expect(made).toContain('final.08.carry-over broken: 1.00 + 30.00 - 3.00 = 1.00');
  });
  test('together they are part of all expenditure: other income explains the rest', () => {
    const general: TableGiven = {
      kind: 'final.05',
      columns: ['本年支出>合计', '本年支出>基本支出', '本年支出>项目支出'],
      rows: [{ label: '合计', values: ['95.00', '70.00', '25.00'], role: 'total' }],
    };
    const fund = (spent: string) => ofFund('final.07', ['', spent, spent, '']);
    expect(apply(expenditure, general, fund('7.00'))).toContain('final.03.funds holds: 95.00 + 7.00 ≤ 102.00');
    expect(apply(expenditure, general, fund('8.00'))).toContain('final.03.funds broken: 95.00 + 8.00 ≤ 102.00');
  });
});

test('rules of the user’s own are applied beside those of the package', () => {
  const { rules } = parseRules(
    'rules: [{ name: mine, relation: "final.03[total, basic] = final.03[201, basic] + final.03[221, basic]", why: 我的 }]',
  );
  const extraction = extractionOf([expenditure]);
  const made = formRules.propose({ extraction, others: [], options: { lang: 'zh', all: false, rules } });
  expect(made.map((relation) => [relation.rule, judge(relation).outcome])).toEqual([['form:mine', 'holds']]);
});

test('a rule is not applied where a cell of `unless` is not zero', () => {
  const text = (cell: string) =>
    parseRules(
      `rules: [{ name: mine, relation: "final.03[201, basic] = final.03[221, basic]", why: 我的, unless: "final.03[${cell}, project]" }]`,
    ).rules;
  const made = (cell: string) =>
    formRules.propose({
      extraction: extractionOf([expenditure]),
      others: [],
      options: { lang: 'zh', all: false, rules: text(cell) },
    });
  expect(made('201')).toHaveLength(0);
  expect(made('205')).toHaveLength(1);
});
