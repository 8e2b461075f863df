import { expect, test } from 'vitest';
import { groupBroken } from '../../../extractors/reconcile/group/index.ts';
import { judge } from '../../../extractors/reconcile/judge/index.ts';
import { findingsOf } from '../../../extractors/reconcile/words/index.ts';
import { type Finding, type Relation, suspectOf } from '../../../schemas/index.ts';
import { number, relate } from '../relations.ts';

function findings(lang: 'zh' | 'en', ...relations: readonly Relation[]): readonly Finding[] {
  return findingsOf(groupBroken(relations.map(judge)), [], [], { lang });
}

const basic = relate(
  'sum',
  [
    ['part', number('180.44', '万元', '基本支出·人员经费')],
    ['part', number('32.41', '万元', '基本支出·公用经费')],
    ['whole', number('212.94', '万元', '基本支出·合计')],
  ],
  { why: { zh: '基本支出＝人员经费＋公用经费', en: 'basic = personnel + running costs' } },
);

test('a sum, in Chinese and in English, with the difference in 元', () => {
  expect(findings('zh', basic)[0]?.message).toBe(
    '基本支出：「人员经费」180.44万元 + 「公用经费」32.41万元，合计212.85万元，而「合计」212.94万元，相差0.09万元（900元）；依据：基本支出＝人员经费＋公用经费',
  );
  expect(findings('en', basic)[0]?.message).toBe(
    '基本支出: 「人员经费」180.44万元 + 「公用经费」32.41万元 add up to 212.85万元, but 「合计」212.94万元: a difference of 0.09万元 (900 元); because basic = personnel + running costs',
  );
});

test('the parts of a finding', () => {
  expect(findings('zh', basic)[0]).toMatchObject({
    rule: 'test',
    type: 'sum',
    status: 'mismatch',
    severity: 'error',
    formula: '180.44 + 32.41 = 212.94',
    expected: '212.85',
    actual: '212.94',
    difference: '0.09',
    unit: '万元',
  });
});

const shareOf = (printed: string): Relation =>
  relate('share', [
    ['part', number('335.24', '万元', '设备')],
    ['whole', number('4295.98', '万元', '总额')],
    ['percent', number(printed, '%', '占比')],
  ]);

test('the suspect comes last and its right value is suggested', () => {
  const [finding] = findings('zh', shareOf('7.08'));
  expect(finding?.message).toContain('应为7.80%，印作7.08%，相差0.72个百分点');
  expect(finding?.message).toContain('「占比」7.08%疑应为7.80%');
  expect(finding && suspectOf(finding)).toMatchObject({ value: '7.08', label: '占比' });
  expect(finding).toMatchObject({ expected: '7.80', actual: '7.08' });
});

test('of two numbers, each one slip away from agreeing, neither is the suspect: both are said', () => {
  const total = relate('equal', [
    ['left', number('4295.98', '万元', '表')],
    ['right', number('4295.98', '万元', '总额')],
  ]);
  const [finding] = findings('zh', shareOf('7.90'), total);
  expect(finding?.message).toContain('「设备」335.24万元、「占比」7.90%之一有误');
  expect(finding && suspectOf(finding)).toBeNull();
  expect(finding?.operands.map(({ label }) => label)).toEqual(['总额', '占比', '设备']);
  expect(finding).toMatchObject({ expected: '7.80', actual: '7.90' });
});

test('any number of a lone sum may be the wrong one', () => {
  const [finding] = findings('zh', basic);
  expect(finding && suspectOf(finding)).toBeNull();
  expect(finding?.message).not.toMatch(/疑应为|有误/);
});

test('a part of a sum that reads 元 for 万元 has the wrong unit', () => {
  const relation = relate('sum', [
    ['part', number('48.63', '元', '甲')],
    ['part', number('31.27', '万元', '乙')],
    ['whole', number('79.90', '万元', '合计')],
  ]);
  const [finding] = findings('zh', relation);
  expect(finding).toMatchObject({ status: 'unit_error', actual: '48.63' });
  expect(finding?.message).toContain('「甲」48.63元的单位疑应为万元');
});

test('a number off by 10⁴ has the wrong unit', () => {
  const relation = relate('equal', [
    ['left', number('1682.76', '万元', '表')],
    ['right', number('1682.76', '元', '正文', 'figure:f1')],
  ]);
  expect(findings('zh', relation)[0]).toMatchObject({ status: 'unit_error', type: 'unit' });
  expect(findings('zh', relation)[0]?.message).toContain('单位疑应为万元');
});

test('a percentage off by 10⁴ says which amount has the wrong unit', () => {
  const completion = relate('completion', [
    ['actual', number('1251.39', '万元', '决算')],
    ['budget', number('1243.78', '元', '预算')],
    ['percent', number('100.61', '%', '完成率')],
  ]);
  const [finding] = findings('zh', completion);
  expect(finding).toMatchObject({ status: 'unit_error' });
  expect(finding?.operands.at(-1)?.label).toBe('预算');
});

test('something of nothing is implausible', () => {
  const relation = relate('completion', [
    ['actual', '0.16'],
    ['budget', '0'],
    ['percent', '0'],
  ]);
  expect(findings('zh', relation)[0]).toMatchObject({ status: 'implausible', expected: '', actual: '0' });
});

test('names of findings do not depend on places, and are unique', () => {
  const twice = findings(
    'zh',
    basic,
    relate('equal', [
      ['left', '1.00'],
      ['right', '2.00'],
    ]),
  );
  expect(findings('en', basic)[0]?.id).toBe(twice[0]?.id);
  expect(new Set(twice.map(({ id }) => id)).size).toBe(2);
});

test('a soft relation warns', () => {
  expect(findings('zh', { ...basic, strength: 'soft' })[0]?.severity).toBe('warning');
});

test('what is off by one unit of the last decimal warns: cut off instead of rounded, shares that add up to 100', () => {
  const cutOff = relate('equal', [
    ['left', number('877080', '元', '表')],
    ['right', number('87.70', '万元', '正文')],
  ]);
  expect(findings('zh', cutOff)[0]?.severity).toBe('warning');
  expect(findings('zh', shareOf('7.81'))[0]?.severity).toBe('warning');
  expect(findings('zh', shareOf('7.83'))[0]?.severity).toBe('error');
  const vehicles = relate('equal', [
    ['left', number('4', '辆', '共有')],
    ['right', number('3', '辆', '各类合计')],
  ]);
  expect(findings('zh', vehicles)[0]?.severity).toBe('error');
});

test('a sum of one part is an equality: nothing is added up', () => {
  const relation = relate('sum', [
    ['part', number('321.81', '万元', '合计行·项目支出')],
    ['whole', number('231.81', '万元', '合计行·合计')],
  ]);
  expect(findings('zh', relation)[0]?.message).toContain(
    '「合计」231.81万元的各项中只有「项目支出」321.81万元，二者应相等，相差90.00万元（900000元）',
  );
  expect(findings('en', relation)[0]?.message).toContain(
    '「项目支出」321.81万元 is the only amount among the parts of 「合计」231.81万元, so the two should be equal',
  );
});

test('a change says which number is which, and percentages differ by points', () => {
  const relation = relate(
    'change',
    [
      ['current', number('2007.01', '万元', '总计')],
      ['amount', number('27.50', '万元', '增加')],
      ['percent', number('1.29', '%', '增长')],
    ],
    { direction: 'up' },
  );
  expect(findings('zh', relation)[0]?.message).toContain(
    '本期「总计」2007.01万元，增减额「增加」27.50万元，应为增长1.39%，印作增长1.29%，相差0.10个百分点',
  );
  expect(findings('en', relation)[0]?.message).toContain('off by 0.10 percentage points');
});

test('a completion rate is no share', () => {
  const relation = relate('completion', [
    ['actual', number('16.68', '万元', '支出决算')],
    ['budget', number('18.16', '万元', '预算')],
    ['percent', number('19.85', '%', '完成预算')],
  ]);
  const message = findings('zh', relation)[0]?.message;
  expect(message).toContain(
    '「支出决算」16.68万元，「预算」18.16万元，完成率应为91.85%，印作19.85%，相差72.00个百分点',
  );
  expect(message).not.toContain('占');
});
