import { describe, expect, it } from 'vitest';
import { narrativeTable } from '../../../extractors/reconcile/propose/prose/narrative-table.ts';
import { ask, outcomes } from './ask.ts';
import { disclosure, figure, section, table } from './disclosure.ts';

const expenditure = table('t3', {
  title: '2023年度支出决算表',
  kind: 'final.03',
  heads: ['本年支出合计', '基本支出', '项目支出'],
  rows: [
    { label: '合计', values: ['530.20', '410.15', '120.05'] },
    { label: '一般公共服务支出', code: '201', values: ['480.20', '360.15', '120.05'] },
    { label: '档案事务', code: '20126', values: ['480.20', '360.15', '120.05'] },
    { label: '行政运行', code: '2012601', values: ['360.15', '360.15', ''] },
    { label: '档案馆', code: '2012604', values: ['120.05', '', '120.05'] },
    { label: '住房保障支出', code: '221', values: ['50.00', '50.00', ''] },
  ],
});

const general = table('t5', {
  title: '一般公共预算财政拨款支出决算表',
  kind: 'final.05',
  heads: ['本年支出/合计', '本年支出/基本支出', '本年支出/项目支出'],
  rows: [
    { label: '合计', values: ['520.20', '400.15', '120.05'] },
    { label: '一般公共服务支出', code: '201', values: ['470.20', '350.15', '120.05'] },
    { label: '档案事务', code: '20126', values: ['470.20', '350.15', '120.05'] },
    { label: '行政运行', code: '2012601', values: ['350.15', '350.15', ''] },
  ],
});

const inGeneral = section('s5', '五、一般公共预算财政拨款支出决算情况说明');

describe('a figure and the cell that measures the same', () => {
  it('takes 基本支出 from the form its section is about', () => {
    const extraction = disclosure({
      tables: [expenditure, general],
      sections: [section('s3', '三、支出决算情况说明'), inGeneral],
      figures: [
        figure('f1', '410.15万元', { label: '基本支出', qualifier: '本年支出合计', section: 's3' }),
        figure('f2', '400.15万元', { label: '基本支出', section: 's5' }),
      ],
    });
    expect(outcomes(ask(narrativeTable, extraction))).toEqual(['holds 410.15 = 410.15', 'holds 400.15 = 400.15']);
  });

  it('finds 基本 and 项目 swapped (a documented miss of others)', () => {
    const extraction = disclosure({
      tables: [expenditure],
      figures: [
        figure('f1', '120.05万元', { label: '基本支出', qualifier: '本年支出合计' }),
        figure('f2', '410.15万元', { label: '项目支出', qualifier: '本年支出合计' }),
      ],
    });
    expect(ask(narrativeTable, extraction).map(({ outcome }) => outcome)).toEqual(['broken', 'broken']);
  });

  it('finds a class by its name, written with or without （类） and 支出', () => {
    const extraction = disclosure({
      tables: [general],
      sections: [inGeneral],
      figures: ['一般公共服务支出（类）', '一般公共服务（类）支出', '一般公共服务支出'].map((label, i) =>
        figure(`f${i}`, '470.20万元', { label, qualifier: '一般公共预算财政拨款支出', section: 's5' }),
      ),
    });
    expect(ask(narrativeTable, extraction).map(({ outcome }) => outcome)).toEqual(['holds', 'holds', 'holds']);
  });

  it('finds an item by its path of names, and its final amount by the phase in the label', () => {
    const extraction = disclosure({
      tables: [general],
      sections: [inGeneral],
      figures: [
        figure('f1', '351.05万元', {
          label: '支出决算',
          qualifier: '一般公共服务支出（类）档案事务（款）行政运行（项）',
          section: 's5',
        }),
      ],
    });
    expect(outcomes(ask(narrativeTable, extraction))).toEqual(['broken 350.15 = 351.05']);
  });

  it('compares no budget with a table that prints final amounts only', () => {
    const extraction = disclosure({
      tables: [general],
      sections: [inGeneral],
      figures: [figure('f1', '355.00万元', { label: '年初预算', qualifier: '行政运行（项）', section: 's5' })],
    });
    expect(ask(narrativeTable, extraction)).toEqual([]);
  });

  it('says a unit error is one: the same digits, ten thousand times apart', () => {
    const extraction = disclosure({
      tables: [expenditure],
      figures: [figure('f1', '530.20元', { label: '本年支出合计' })],
    });
    expect(outcomes(ask(narrativeTable, extraction))).toEqual(['broken 530.20万元 = 530.20元']);
  });
});

describe('what is not compared', () => {
  const silent = (label: string, qualifier = ''): readonly string[] => {
    const figures = [figure('f1', '1.00万元', { label, qualifier })];
    return outcomes(ask(narrativeTable, disclosure({ tables: [expenditure, general], figures })));
  };

  it('a label with words that nothing explains', () => {
    expect(silent('新购档案密集架支出')).toEqual([]);
    expect(silent('基本支出', '编报绩效目标的项目')).toEqual([]);
  });

  it('an amount of another year than the table', () => {
    const figures = [figure('f1', '500.00万元', { label: '本年支出合计', period: '2022' })];
    expect(ask(narrativeTable, disclosure({ tables: [expenditure], figures }))).toEqual([]);
  });

  it('a change or a share', () => {
    const figures = [figure('f1', '12.00万元', { label: '本年支出合计', measure: 'change_amount' })];
    expect(ask(narrativeTable, disclosure({ tables: [expenditure], figures }))).toEqual([]);
  });

  it('a part of something that has no place in the forms', () => {
    expect(silent('培训费', '机关运行经费')).toEqual([]);
  });

  it('the rows of one of several units', () => {
    const ofUnits = table('t9', {
      title: '支出总表',
      heads: ['合计'],
      rows: [{ label: '合计', entity: '河阳市方志办', values: ['7.00'] }],
    });
    const figures = [figure('f1', '9.00万元', { label: '本年支出合计' })];
    expect(ask(narrativeTable, disclosure({ tables: [ofUnits], figures }))).toEqual([]);
  });

  it('an ambiguous subject: the relation is undetermined, not a guess', () => {
    const two = ['12.00', '15.00'].map((value, i) =>
      table(`t${i}`, { title: '支出决算表', heads: ['本年支出合计'], rows: [{ label: '合计', values: [value] }] }),
    );
    const figures = [figure('f1', '13.00万元', { label: '本年支出合计' })];
    const [judgement, ...others] = ask(narrativeTable, disclosure({ tables: two, figures }));
    expect(others).toEqual([]);
    expect(judgement).toMatchObject({ outcome: 'undetermined', reason: 'ambiguous-subject' });
  });

  it('leaves open whose money a class is of where nothing at the number says so', () => {
    const all = table('t3', {
      title: '2023年度支出决算表',
      kind: 'final.03',
      heads: ['本年支出合计'],
      rows: [total, education('9365.43')],
    });
    const fiscal = table('t5', {
      title: '一般公共预算财政拨款支出决算表',
      kind: 'final.05',
      heads: ['本年支出/合计'],
      rows: [total, education('8214.91')],
    });
    const outcomeOf = (raw: string) => {
      const figures = [figure('f1', raw, { label: '教育支出' })];
      return ask(narrativeTable, disclosure({ tables: [all, fiscal], figures })).map(({ outcome }) => outcome);
    };
    expect(outcomeOf('8215万元')).toEqual(['holds']);
    expect(outcomeOf('7777万元')).toEqual(['undetermined']);
  });
});

const total = { label: '合计', values: ['9999.00'] };
const education = (value: string) => ({ label: '教育支出', code: '205', values: [value] });
