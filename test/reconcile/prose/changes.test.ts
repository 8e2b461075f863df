import { describe, expect, it } from 'vitest';
import { absences } from '../../../extractors/reconcile/propose/prose/absences.ts';
import { agencyOperation } from '../../../extractors/reconcile/propose/prose/agency-operation.ts';
import { changes } from '../../../extractors/reconcile/propose/prose/changes.ts';
import { comparisons } from '../../../extractors/reconcile/propose/prose/comparisons.ts';
import { procurement } from '../../../extractors/reconcile/propose/prose/procurement.ts';
import { repeatedSubject } from '../../../extractors/reconcile/propose/prose/repeated-subject.ts';
import type { Link } from '../../../schemas/index.ts';
import { ask, outcomes } from './ask.ts';
import { disclosure, figure, table, words } from './disclosure.ts';

const change = (rest: Partial<Extract<Link, { kind: 'change' }>>): Link => ({
  kind: 'change',
  current: 'f1',
  base: null,
  amount: 'f2',
  percent: 'f3',
  against: '上年',
  direction: 'down',
  subject: '',
  words: words('', 0),
  ...rest,
});

const current = figure('f1', '300.00万元', { label: '本年收入合计' });
const amount = figure('f2', '20.00万元', { label: '本年收入合计', measure: 'change_amount' });
const percent = figure('f3', '6.25%', { label: '本年收入合计', measure: 'change_percent' });

describe('a change', () => {
  it('follows from the current amount', () => {
    const figures = [current, amount, percent];
    expect(outcomes(ask(changes, disclosure({ figures, links: [change({})] })))).toEqual([
      'holds 20.00 ÷ (300.00 + 20.00) = 6.25%',
    ]);
    expect(ask(changes, disclosure({ figures, links: [change({ direction: 'up' })] }))[0]?.outcome).toBe('broken');
  });

  it('finds what it is about by its subject where the sentence does not repeat the amount', () => {
    const links = [change({ current: null, subject: '本年收入合计' })];
    expect(ask(changes, disclosure({ figures: [current, amount, percent], links }))[0]?.outcome).toBe('holds');
  });

  it('is held against the amount of the year before, stated elsewhere', () => {
    const prior = figure('f4', '330.00万元', { label: '本年收入合计', period: '2022' });
    const figures = [current, amount, percent, prior];
    expect(ask(changes, disclosure({ figures, links: [change({})] })).map(({ outcome }) => outcome)).toEqual([
      'holds',
      'broken',
    ]);
  });

  it('contradicts a sentence that there was nothing the year before', () => {
    const none = figure('f2', '0万元', { measure: 'change_amount' });
    const links: Link[] = [
      change({ percent: null, direction: 'both', against: '上年决算数', words: words('', 0) }),
      { kind: 'absence', subject: '2022年决算数', words: words('无2022年决算数', 30) },
    ];
    expect(outcomes(ask(changes, disclosure({ figures: [current, none], links })))).toEqual(['broken 300.00 - 0 = ±0']);
  });

  it('is not compared with the reason given for another change', () => {
    const links: Link[] = [
      change({ percent: null }),
      { kind: 'absence', subject: '2022年决算数', words: words('无2022年决算数', 400) },
    ];
    expect(ask(changes, disclosure({ figures: [current, amount], links }))).toEqual([]);
  });
});

describe('words that compare final amount and budget', () => {
  const comparison = (text: string, direction: 'up' | 'down' | 'flat'): Link => ({
    kind: 'comparison',
    left: 'f1',
    right: 'f2',
    direction,
    words: words(text),
  });
  const final = figure('f1', '80.38万元', { label: '支出决算' });
  const budget = figure('f2', '80.81万元', { label: '年初预算' });
  const says = (link: Link): readonly string[] =>
    ask(comparisons, disclosure({ figures: [final, budget], links: [link] })).map(({ outcome }) => outcome);

  it('must say what the numbers say', () => {
    expect(says(comparison('决算数大于预算数', 'up'))).toEqual(['broken']);
    expect(says(comparison('决算数等于预算数', 'flat'))).toEqual(['broken']);
    expect(says(comparison('决算数小于预算数', 'down'))).toEqual(['holds']);
  });

  it('leave room where they say 基本持平', () => {
    expect(says(comparison('决算数与预算数基本持平', 'flat'))).toEqual([]);
  });
});

describe('what there is said to be none of', () => {
  const funds = table('t7', {
    title: '政府性基金预算财政拨款收入支出决算表',
    heads: ['年初结转和结余', '本年收入', '本年支出/小计'],
    rows: [{ label: '合计', values: ['0.00', '12.00', '12.00'] }],
  });
  const denies = (subject: string): readonly string[] =>
    outcomes(
      ask(
        absences,
        disclosure({ tables: [funds], links: [{ kind: 'absence', subject, words: words(`无${subject}`) }] }),
      ),
    );

  it('has no amount in the form that prints it', () => {
    expect(denies('政府性基金预算财政拨款收入和支出')).toEqual(['broken 12.00 = 0', 'broken 12.00 = 0']);
    expect(denies('国有资本经营预算财政拨款收入和支出')).toEqual([]);
  });

  it('is not guessed from the section when the words do not say whose money', () => {
    expect(denies('项目支出')).toEqual([]);
    expect(denies('变化')).toEqual([]);
  });
});

describe('the same subject stated twice', () => {
  it('is stated with the same number', () => {
    const figures = [
      figure('f1', '356.49万元', { label: '一般公共预算财政拨款支出' }),
      figure('f2', '365.49万元', { label: '支出决算', qualifier: '一般公共预算财政拨款支出' }),
    ];
    expect(outcomes(ask(repeatedSubject, disclosure({ figures })))).toEqual(['broken 356.49 = 365.49']);
  });

  it('is not the same in another year, at another stage, or where the words leave it open', () => {
    const figures = [
      figure('f1', '356.49万元', { label: '一般公共预算财政拨款支出' }),
      figure('f2', '1.00万元', { label: '一般公共预算财政拨款支出', period: '2022' }),
      figure('f3', '2.00万元', { label: '一般公共预算财政拨款支出年初预算' }),
      figure('f4', '3.00万元', { label: '支出' }),
      figure('f5', '4.00万元', { label: '支出' }),
    ];
    expect(ask(repeatedSubject, disclosure({ figures }))).toEqual([]);
  });
});

describe('procurement', () => {
  it('contracts with small firms do not exceed those with small and medium ones', () => {
    const figures = [
      figure('f1', '90.00万元', { label: '政府采购支出总额' }),
      figure('f2', '40.00万元', { label: '授予中小企业合同金额' }),
      figure('f3', '50.00万元', { label: '授予小微企业合同金额' }),
    ];
    expect(outcomes(ask(procurement, disclosure({ figures })))).toEqual([
      'broken 50.00 ≤ 40.00',
      'holds 50.00 ≤ 90.00',
      'holds 40.00 ≤ 90.00',
    ]);
  });
});

describe('what it takes to run an office', () => {
  const operation = (raw: string) => [
    figure('f1', '60.74万元', { label: '公用经费', qualifier: '一般公共预算财政拨款基本支出' }),
    figure('f2', raw, { label: '机关运行经费支出' }),
  ];

  it('is the public expenditure where the digits agree: then the units must', () => {
    expect(outcomes(ask(agencyOperation, disclosure({ figures: operation('60.74元') })))).toEqual([
      'broken 60.74万元 = 60.74元',
    ]);
    expect(outcomes(ask(agencyOperation, disclosure({ figures: operation('60.74万元') })))).toEqual([
      'holds 60.74 = 60.74',
    ]);
  });

  it('may be a part of it', () => {
    expect(ask(agencyOperation, disclosure({ figures: operation('41.20万元') }))).toEqual([]);
  });
});
