import { describe, expect, it } from 'vitest';
import { partitions } from '../../../extractors/reconcile/propose/prose/partitions.ts';
import { parts } from '../../../extractors/reconcile/propose/prose/parts.ts';
import { subjectIdentities } from '../../../extractors/reconcile/propose/prose/subject-identities.ts';
import type { ExtractedFigure } from '../../../schemas/index.ts';
import { ask, outcomes } from './ask.ts';
import { disclosure, figure, words } from './disclosure.ts';

function listed(complete: boolean, whole: ExtractedFigure, ...members: readonly ExtractedFigure[]) {
  const link = {
    kind: 'parts',
    whole: whole.id,
    parts: members.map(({ id }) => id),
    complete,
    words: words(),
  } as const;
  return disclosure({ figures: [whole, ...members], links: [link] });
}

describe('a list of parts', () => {
  const whole = figure('f1', '530.20万元', { label: '本年支出合计' });
  const basic = figure('f2', '410.15万元', { label: '基本支出', qualifier: '本年支出合计' });

  it('adds up to the whole where it is complete', () => {
    const project = figure('f3', '120.50万元', { label: '项目支出', qualifier: '本年支出合计' });
    expect(outcomes(ask(parts, listed(true, whole, basic, project)))).toEqual(['broken 410.15 + 120.50 = 530.20']);
  });

  it('has no part greater than the whole where it is not', () => {
    expect(outcomes(ask(parts, listed(false, whole, basic)))).toEqual(['holds 410.15 ≤ 530.20']);
    const greater = figure('f2', '610.15万元', { label: '基本支出', qualifier: '本年支出合计' });
    expect(outcomes(ask(parts, listed(false, whole, greater)))).toEqual(['broken 610.15 ≤ 530.20']);
  });

  it('is complete where it ends with the rest: 其他用车', () => {
    const cars = ['机要通信用车', '应急保障用车', '其他用车'].map((label, i) =>
      figure(`f${i + 2}`, '1辆', { label, qualifier: '车辆', measure: 'count' }),
    );
    const total = figure('f1', '4辆', { label: '车辆', measure: 'count' });
    expect(outcomes(ask(parts, listed(false, total, ...cars)))).toEqual(['broken 1 + 1 + 1 = 4']);
  });

  it('is misread where several of its parts are greater than the whole', () => {
    const others = ['培训经费', '宣传经费'].map((label, i) =>
      figure(`f${i + 2}`, '900.00万元', { label, qualifier: '本年支出合计' }),
    );
    expect(ask(parts, listed(false, whole, ...others))).toEqual([]);
  });

  it('is complete where it says 具体包括', () => {
    const projects = ['设施维护项目', '信息系统项目', '宣传项目'].map((label, i) =>
      figure(`f${i + 2}`, '20.00万元', { label, qualifier: '项目支出' }),
    );
    const { figures, links } = listed(false, figure('f1', '61.00万元', { label: '项目支出' }), ...projects);
    const said = links.map((link) => ({ ...link, words: words('项目支出61.00万元，具体包括：') }));
    expect(outcomes(ask(parts, disclosure({ figures, links: said })))).toEqual([
      'broken 20.00 + 20.00 + 20.00 = 61.00',
    ]);
  });

  it('is no list where the parts are of another kind than the whole', () => {
    const offices = figure('f1', '23家', { label: '接入单位', measure: 'count' });
    const nodes = figure('f2', '297个', { label: '点位', measure: 'count' });
    expect(ask(parts, listed(true, offices, nodes))).toEqual([]);
  });

  it('is not compared when one of its parts is lost', () => {
    const { figures, links } = listed(true, whole, basic, figure('f3', '120.05万元'));
    expect(ask(parts, disclosure({ figures: figures.slice(0, 2), links }))).toEqual([]);
  });
});

describe('sums by definition', () => {
  const basic = figure('f1', '665.49万元', { label: '一般公共预算财政拨款基本支出' });
  const around = { qualifier: '一般公共预算财政拨款基本支出' };
  const personnel = figure('f2', '604.73万元', { label: '人员经费', ...around });
  const daily = figure('f3', '60.74万元', { label: '公用经费', ...around });

  it('hold where no sentence lists the parts', () => {
    const extraction = disclosure({ figures: [basic, personnel, daily] });
    expect(outcomes(ask(subjectIdentities, extraction))).toEqual(['broken 604.73 + 60.74 = 665.49']);
  });

  it('are left to the sentence that lists the parts itself', () => {
    const { links } = listed(true, basic, daily, personnel);
    expect(ask(subjectIdentities, disclosure({ figures: [basic, personnel, daily], links }))).toEqual([]);
  });

  it('are not taken when a part is not stated, or is that of another year', () => {
    expect(ask(subjectIdentities, disclosure({ figures: [basic, personnel] }))).toEqual([]);
    const before = { ...daily, period: '2022' };
    expect(ask(subjectIdentities, disclosure({ figures: [basic, personnel, before] }))).toEqual([]);
  });
});

describe('people and units divided without remainder', () => {
  const staff = figure('f1', '48人', { label: '在职人员编制', measure: 'headcount' });
  const part = (id: string, raw: string, label: string): ExtractedFigure =>
    figure(id, raw, { label, qualifier: '在职人员编制', measure: 'headcount' });

  it('编制 is 行政, 工勤 and 事业', () => {
    const figures = [
      staff,
      part('f2', '40人', '行政编制'),
      part('f3', '5人', '工勤人员编制'),
      part('f4', '0人', '事业编制'),
    ];
    expect(outcomes(ask(partitions, disclosure({ figures })))).toEqual(['broken 40 + 5 + 0 = 48']);
  });

  it('a list whose whole is named by 中', () => {
    const one = figure('f1', '1个', { label: '全额供给单位', measure: 'count' });
    const figures = [
      one,
      ...['全额供给单位中行政单位', '参公单位', '事业单位'].map((label, i) =>
        figure(`f${i + 2}`, '0个', { label, measure: 'count' }),
      ),
    ];
    expect(outcomes(ask(partitions, disclosure({ figures })))).toEqual(['broken 0 + 0 + 0 = 1']);
  });

  it('is no division when some part is named in other words', () => {
    const figures = [staff, part('f2', '30人', '行政编制'), part('f3', '12人', '党员')];
    expect(ask(partitions, disclosure({ figures }))).toEqual([]);
  });

  it.each([
    ['named under the whole', '发现问题', ''],
    ['standing behind it', '', '绩效评价共发现问题'],
  ])('problems found are those rectified and those in progress: states %s', (_, qualifier, label) => {
    const found = figure('f1', '12个', { label: label || '发现问题', measure: 'count' });
    const figures = [
      found,
      figure('f2', '8个', { label: '已完成整改', measure: 'count', qualifier }),
      figure('f3', '3个', { label: '整改中', measure: 'count', qualifier }),
    ];
    expect(outcomes(ask(partitions, disclosure({ figures })))).toEqual(['broken 8 + 3 = 12']);
  });

  it('problems found are not divided where only those rectified are told, or other kinds too', () => {
    const found = figure('f1', '12个', { label: '发现问题', measure: 'count' });
    const done = figure('f2', '8个', { label: '已整改', measure: 'count' });
    expect(ask(partitions, disclosure({ figures: [found, done] }))).toEqual([]);
    const handed = figure('f3', '3个', { label: '移送线索', measure: 'count' });
    expect(ask(partitions, disclosure({ figures: [found, done, handed] }))).toEqual([]);
  });
});
