import { describe, expect, test } from 'vitest';
import { groupBroken } from '../../../extractors/reconcile/group/index.ts';
import { isSlip, slipsOf } from '../../../extractors/reconcile/group/slips.ts';
import { judge } from '../../../extractors/reconcile/judge/index.ts';
import type { Observation, Relation } from '../../../schemas/index.ts';
import { number, relate } from '../relations.ts';

const sum = (parts: readonly Observation[], whole: Observation): Relation =>
  relate('sum', [...parts.map((part) => ['part', part] as const), ['whole', whole]]);
const equal = (left: Observation, right: Observation): Relation =>
  relate('equal', [
    ['left', left],
    ['right', right],
  ]);

/** "main formula: suspect → correction (+ consequences)" of each group. */
function groups(...relations: readonly Relation[]): readonly string[] {
  return groupBroken(relations.map(judge)).map(({ main, suspect, correction, consequences }) => {
    const named = suspect ? `${suspect.label} → ${correction}` : 'no suspect';
    return `${main.formula}: ${named} (+ ${consequences.length})`;
  });
}

describe('one misprint, one group', () => {
  const basic = number('593.64', '万元', '工资福利支出');
  const subsidies = number('21.09', '万元', '对个人和家庭的补助');
  const personnel = number('604.73', '万元', '人员经费');
  const parts = [number('283.64', '万元', '基本工资'), number('300.00', '万元', '津贴补贴')];

  test('the number whose correction repairs most relations is the suspect', () => {
    expect(groups(sum(parts, basic), sum([basic, subsidies], personnel))).toEqual([
      '283.64 + 300.00 = 593.64: 工资福利支出 → 583.64 (+ 1)',
    ]);
  });

  test('relations that hold speak for their numbers', () => {
    const stated = number('593.64', '万元', '正文', 'figure:f1');
    const other = number('583.64', '万元', '另一表');
    expect(groups(equal(basic, stated), equal(other, basic))).toEqual(['583.64 = 593.64: 另一表 → 593.64 (+ 0)']);
  });

  test('where each side is borne out by another relation there is no suspect', () => {
    const stated = number('593.64', '万元', '正文', 'figure:f1');
    const other = number('583.64', '万元', '另一表');
    expect(groups(equal(basic, stated), sum(parts, other), equal(other, basic))).toEqual([
      '583.64 = 593.64: no suspect (+ 0)',
    ]);
  });

  test('two misprints are two groups', () => {
    const a = [number('1.00', '万元', 'a'), number('9.00', '万元', 'b')] as const;
    expect(groups(sum(parts, basic), equal(...a))).toHaveLength(2);
  });

  test('a misprint copied into another table is corrected in both', () => {
    const first = { total: number('10.00', '万元', '合计1'), base: number('10.00', '万元', '基本1') };
    const second = { total: number('10.00', '万元', '合计2'), base: number('10.00', '万元', '基本2') };
    const project = number('70.00', '万元', '项目1');
    const copy = number('70.00', '万元', '项目2');
    const column = number('30.00', '万元', '项目合计');
    expect(
      groups(
        sum([first.base, project], first.total),
        sum([second.base, copy], second.total),
        equal(project, copy),
        equal(first.total, second.total),
        sum([project, number('30.00', '万元', '其他项目')], column),
      ),
    ).toEqual(['10.00 + 70.00 = 10.00: 项目1 → 0.00 (+ 2)']);
  });

  test('the same numbers again in other columns are the same group', () => {
    const column = (name: string): Relation =>
      sum([number('3.00', '万元', `${name}a`), number('4.00', '万元', `${name}b`)], number('8.00', '万元', `${name}c`));
    expect(groups(column('合计'), column('小计'), column('人员'))).toEqual(['3.00 + 4.00 = 8.00: no suspect (+ 2)']);
  });
});

describe('several numbers that explain a misprint equally well', () => {
  /** Labels of the numbers in doubt, the likeliest last. */
  const inDoubt = (...relations: readonly Relation[]): readonly string[] | undefined =>
    groupBroken(relations.map(judge))[0]?.suspects.map(({ label }) => label);

  test('prose is no more in doubt than the table that it contradicts, only likelier', () => {
    const table = number('593.64', '万元', '表', 'cell:t1:1:1');
    expect(inDoubt(equal(number('583.64', '万元', '正文', 'figure:f1'), table))).toEqual(['表', '正文']);
  });
  test('a number too short to tell what it should read may be the wrong one too', () => {
    const relation = relate('completion', [
      ['actual', number('5.47', '万元', '决算')],
      ['budget', number('6.18', '万元', '预算')],
      ['percent', number('41.23', '%', '完成率')],
    ]);
    expect(inDoubt(relation)).toEqual(['决算', '预算', '完成率']);
  });
  test('what a relation that holds vouches for is not in doubt', () => {
    const budget = number('6.18', '万元', '预算');
    const relation = relate('completion', [
      ['actual', number('5.47', '万元', '决算')],
      ['budget', budget],
      ['percent', number('41.23', '%', '完成率')],
    ]);
    expect(inDoubt(relation, equal(budget, number('6.18', '万元', '表')))).toEqual(['决算', '完成率']);
  });
});

describe('slips of the hand', () => {
  test('the point moved and the decimals that had no room cut or rounded; the unit mistaken', () => {
    expect(isSlip('8.22', '82.26')).toBe(true);
    expect(isSlip('8.23', '82.26')).toBe(true);
    expect(isSlip('8.24', '82.26')).toBe(false);
    expect(isSlip('18.65', '186500.00')).toBe(true);
    expect(isSlip('8', '82.26')).toBe(false);
  });
  test('another digit, two digits swapped, the point moved', () => {
    expect(isSlip('593.64', '583.64')).toBe(true);
    expect(isSlip('25.65', '25.56')).toBe(true);
    expect(isSlip('124.378', '1243.78')).toBe(true);
    expect(isSlip('111.68', '111.77')).toBe(false);
    expect(slipsOf('5')).not.toContain('5');
  });
  test('among numbers that explain it equally well, the one slip is the suspect', () => {
    const goods = number('52.56', '万元', '货物');
    const works = number('32.04', '万元', '工程');
    expect(groups(sum([goods, works], number('57.60', '万元', '采购')))).toEqual([
      '52.56 + 32.04 = 57.60: 货物 → 25.56 (+ 0)',
    ]);
  });
  test('a base that a percentage contradicts, one slip away from agreeing', () => {
    const relation = relate('completion', [
      ['actual', number('52.82', '万元', '决算')],
      ['budget', number('86.66', '万元', '预算')],
      ['percent', number('93.22', '%', '完成率')],
    ]);
    expect(groups(relation)).toEqual(['52.82 ÷ 86.66 = 93.22%: 预算 → 56.66 (+ 0)']);
  });
});

test('a heap of broken relations does not take long', () => {
  const whole = number('1.00', '万元', 'whole');
  const relations = Array.from({ length: 3000 }, (_, i) => equal(number('2.00', '万元', `n${i}`), whole));
  const start = performance.now();
  expect(groups(...relations)).toHaveLength(3000);
  expect(performance.now() - start).toBeLessThan(3000);
});
