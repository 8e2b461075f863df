import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { subjectKey, subjectsOf } from '../../../extractors/reconcile/subjects/index.ts';
import { readLabel } from '../../../extractors/reconcile/subjects/read-label.ts';
import { similarNames } from '../../../extractors/reconcile/subjects/similar-names.ts';
import { subjectVocabulary } from '../../../extractors/reconcile/subjects/vocabulary.ts';
import type { ExtractedFigure, Extraction } from '../../../schemas/index.ts';
import { disclosure, figure, section, table } from '../prose/disclosure.ts';

function keys(extraction: Extraction, named: Partial<ExtractedFigure>): readonly string[] {
  const one = figure('f1', '1.00万元', named);
  return (
    subjectsOf(extraction)
      .ofFigure({ ...one, id: extraction.figures[0]?.id ?? 'f1' })
      ?.alternatives.map(subjectKey) ?? []
  );
}

function subjectOf(named: Partial<ExtractedFigure>, spec: Parameters<typeof disclosure>[0] = {}): readonly string[] {
  return keys(disclosure({ ...spec, figures: [figure('f1', '1.00万元', named)] }), named);
}

describe('the words of a label', () => {
  it.each([
    ['收、支总计', 'all|both|grand_total||final|2023'],
    ['收入总计、支出总计', 'all|both|grand_total||final|2023'],
    ['本年度财政拨款收入总计', 'fiscal|income|grand_total||final|2023'],
    ['本年收入合计', 'all|income|total||final|2023'],
    ['财政拨款收入', 'fiscal|income|total||final|2023'],
    ['一般公共预算财政拨款基本支出', 'general|expenditure|total|basic|final|2023'],
    ['一般公共预算财政拨款支出年初预算', 'general|expenditure|total||budget|2023'],
    ['事业收入', 'all|income|income_operating||final|2023'],
    ['年末财政拨款结转和结余', 'all||carry_over_out||final|2023'],
    ['“三公”经费财政拨款支出决算', '||three_public||final|2023'],
    ['公务用车购置及运行维护费支出决算', '||vehicle||final|2023'],
    ['政府采购货物支出', '||procurement_goods||final|2023'],
    ['资产总额', '||assets||final|2023'],
    ['授予小微企业合同金额', '||procurement_small||final|2023'],
  ])('%s', (label, key) => {
    expect(subjectOf({ label })).toEqual([key]);
  });

  it('a budget that is not said to be 年初 or 全年 may be either in final accounts', () => {
    expect(subjectOf({ label: '“三公”经费预算数' })).toEqual([
      '||three_public||budget|2023',
      '||three_public||adjusted|2023',
    ]);
    expect(subjectOf({ label: '“三公”经费预算数' }, { kind: 'budget' })).toEqual(['||three_public||budget|2023']);
  });

  it.each(['因公出国（境）费、公务接待费支出决算', '新增设备购置尾款', '资产使用收入', '固定资产支出', '合同金额', ''])(
    'not understood: %s',
    (label) => {
      expect(subjectOf({ label })).toEqual([]);
    },
  );

  it('a code is no year: 2080501', () => {
    expect(readLabel('行政单位离退休（2080501）')).toMatchObject({ code: '2080501', years: [] });
    expect(readLabel('公共安全支出（204类）司法（06款）行政运行（01项）').code).toBe('2040601');
  });

  it('are read in bounded time, and every word of the vocabulary by itself in full', () => {
    for (const word of subjectVocabulary().words.keys()) expect(readLabel(word).rest).toBe('');
    fc.assert(fc.property(fc.string(), (text) => typeof readLabel(text).rest === 'string'));
    expect(readLabel('万元'.repeat(50_000)).rest).toBe('');
  });
});

describe('what a label leaves open', () => {
  it('the qualifier says: fund, item, nature', () => {
    expect(subjectOf({ label: '支出决算', qualifier: '一般公共预算财政拨款' })).toEqual([
      'general|expenditure|total||final|2023',
    ]);
    expect(subjectOf({ label: '人员经费', qualifier: '一般公共预算财政拨款基本支出' })).toEqual([
      'general|expenditure|personnel|basic|final|2023',
    ]);
  });

  it('else the section, the innermost first', () => {
    const sections = [section('s1', '五、一般公共预算财政拨款支出决算情况说明'), section('s2', '（三）具体情况', 2)];
    expect(subjectOf({ label: '项目支出', section: 's2' }, { sections })).toEqual([
      'general|expenditure|total|project|final|2023',
    ]);
  });

  it('is not taken from a whole that the label is a nameless part of', () => {
    expect(subjectOf({ label: '支出', qualifier: '本年支出合计' })).toEqual([]);
    expect(subjectOf({ label: '支出', qualifier: '收入、支出总计' })).not.toEqual([]);
  });

  it('income beside what was carried over is not the carry-over', () => {
    expect(subjectOf({ label: '收入决算', qualifier: '政府性基金预算财政拨款年初结转和结余' })).toEqual([
      'government_fund|income|total||final|2023',
    ]);
  });

  it('sections on performance speak of what was evaluated', () => {
    const sections = [section('s1', '（四）预算绩效管理工作开展情况')];
    expect(subjectOf({ label: '一般公共预算支出', section: 's1' }, { sections })).toEqual([]);
  });
});

describe('what a cell measures', () => {
  const values = (title: string, heads: readonly string[], label: string): readonly string[] => {
    const made = table('t1', { title, heads, rows: [{ label, values: heads.map((_, i) => `${i + 1}.00`) }] });
    const subjects = subjectsOf(
      disclosure({ kind: 'budget', tables: [made], figures: [figure('f1', '1万元', { label: '支出总计' })] }),
    );
    const named = subjects.ofName({ label: '支出总计', qualifier: '', period: '2023' }, '');
    return (named?.alternatives ?? []).flatMap((one) => subjects.cells(one).map(({ fact }) => fact.value));
  };

  it('合计 beside what was carried over is the grand total, 小计 of this year is not', () => {
    expect(values('支出总表', ['合计', '当年预算/小计', '上年结转结余/小计'], '总计')).toEqual(['1.00']);
  });

  it('a column of what was carried over, broken down, measures nothing of its own', () => {
    expect(values('支出总表', ['上年结转结余/基本支出'], '总计')).toEqual([]);
  });
});

describe('names that stand in two kinds of form', () => {
  it('公务接待费 is an item of 三公 in its form, a row of the classification in others', () => {
    const cellsOf = (title: string, head: string): readonly string[] => {
      const made = table('t1', {
        title,
        heads: [head],
        rows: [
          { label: '公务接待费', values: ['3.00'] },
          { label: '会议费', values: ['1.00'] },
        ],
      });
      const subjects = subjectsOf(disclosure({ tables: [made] }));
      const named = subjects.ofName({ label: '公务接待费', qualifier: '', period: '2023' }, '');
      return (named?.alternatives ?? []).flatMap((one) => subjects.cells(one).map(({ fact }) => fact.value));
    };
    expect(cellsOf('财政拨款“三公”经费支出决算表', '决算数')).toEqual(['3.00']);
    expect(cellsOf('财政拨款“三公”经费支出决算表', '政府性基金预算财政拨款')).toEqual([]);
    expect(cellsOf('基本支出总表', '财政拨款')).toEqual([]);
  });

  it('what was carried over for one item is no carry-over of the whole', () => {
    const made = table('t1', {
      title: '支出表',
      heads: ['合计'],
      rows: [{ label: '技工教育', code: '2050303', values: ['9.00'] }],
    });
    expect(subjectOf({ label: '上年结转资金', qualifier: '技工教育' }, { tables: [made] })).toEqual([]);
  });
});

describe('names alike', () => {
  const names = similarNames(['市场局临聘人员经费', '信息系统运行维护费', '信息系统建设费', '业务用房维修费']);

  it('share most of their words, and say how much', () => {
    expect(names.find('临聘人员经费')).toMatchObject({ name: '市场局临聘人员经费' });
    expect(names.find('临聘人员经费')?.confidence).toBeGreaterThan(0.6);
  });

  it('are not guessed: too unlike, or several alike', () => {
    expect(names.find('信息系统')).toBeNull();
    expect(names.find('公务用车购置')).toBeNull();
  });
});
