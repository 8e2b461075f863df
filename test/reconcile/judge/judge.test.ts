import { describe, expect, test } from 'vitest';
import { judge } from '../../../extractors/reconcile/judge/index.ts';
import type { Operand, Relation } from '../../../schemas/index.ts';
import { relate } from '../relations.ts';

type Given = readonly (readonly [Operand['role'], string | null])[];

const sum = (whole: string, ...parts: string[]): Relation =>
  relate('sum', [...parts.map((part) => ['part', part] as const), ['whole', whole]]);
const equal = (left: string, right: string): Relation =>
  relate('equal', [
    ['left', left],
    ['right', right],
  ]);
const share = (part: string, whole: string, percent: string): Relation =>
  relate('share', [
    ['part', part],
    ['whole', whole],
    ['percent', percent],
  ]);
const outcome = (relation: Relation): string => judge(relation).outcome;

describe('sum', () => {
  test('printed numbers that add up hold', () => {
    expect(outcome(sum('212.85', '180.44', '32.41'))).toBe('holds');
  });
  test('a difference within half a unit of the last digit of every number is rounding', () => {
    expect(outcome(sum('251.25', '4.79', '0.00', '246.47'))).toBe('rounding');
  });
  test('a difference beyond that is broken, and says by how much', () => {
    expect(judge(sum('212.94', '180.44', '32.41'))).toMatchObject({
      outcome: 'broken',
      expected: '212.85',
      actual: '212.94',
      difference: '0.09',
      unit: '万元',
      formula: '180.44 + 32.41 = 212.94',
    });
  });
  test('negative parts and large amounts are exact', () => {
    expect(outcome(sum('999999999999.99', '1000000000000.00', '-0.01'))).toBe('holds');
  });
  test('13 decimals are kept', () => {
    expect(judge(sum('0.3', '0.1000000000001', '0.2000000000001'))).toMatchObject({ outcome: 'holds' });
    expect(outcome(sum('0.3000000000000', '0.1000000000001', '0.2000000000001'))).toBe('broken');
  });
  test('subtracted parts', () => {
    const [a, b, whole] = sum('7.00', '10.00', '3.00').operands as [Operand, Operand, Operand];
    const relation = { ...sum('0', '0'), operands: [a, { ...b, sign: -1 as const }, whole] };
    expect(judge(relation)).toMatchObject({ outcome: 'holds', formula: '10.00 - 3.00 = 7.00' });
  });
  test('head counts are exact: one too many is broken', () => {
    expect(outcome(sum('12人', '5人', '7人'))).toBe('holds');
    expect(outcome(sum('13人', '5人', '7人'))).toBe('broken');
  });
  test('whole 万元 may each be off by half', () => {
    expect(outcome(sum('13', '5', '7'))).toBe('rounding');
  });
});

describe('equal', () => {
  test('元 and 万元 are compared exactly', () => {
    expect(outcome(equal('1234567.00元', '123.4567万元'))).toBe('holds');
  });
  test('the coarser of two printed forms decides', () => {
    expect(outcome(equal('14206.35', '14206'))).toBe('holds');
    expect(outcome(equal('57.8', '57.84'))).toBe('holds');
    expect(outcome(equal('57.8', '57.85'))).toBe('rounding');
    expect(outcome(equal('57.8', '57.86'))).toBe('broken');
  });
  test('two printed forms that touch at an end are rounding', () => {
    expect(outcome(equal('86.60', '86.59'))).toBe('rounding');
    expect(outcome(equal('86.60', '86.58'))).toBe('broken');
  });
  test('the boundary of the last digit', () => {
    expect(outcome(equal('0.01', '0.0099'))).toBe('holds');
    expect(outcome(equal('0.01', '0.0100'))).toBe('holds');
    expect(outcome(equal('0.01', '0.0150'))).toBe('rounding');
    expect(outcome(equal('0.0100', '0.0101'))).toBe('rounding');
    expect(outcome(equal('0.0099', '0.0101'))).toBe('broken');
  });
  test('minus zero is zero', () => {
    expect(outcome(equal('-0.00', '0.00'))).toBe('holds');
  });
  test('万元 cannot be compared with 人', () => {
    expect(judge(equal('5万元', '5人'))).toMatchObject({ outcome: 'undetermined', reason: 'unit-unknown' });
  });
});

describe('share and completion', () => {
  test('the percentage recomputed from the printed numbers holds', () => {
    expect(outcome(share('335.24', '4295.98', '7.80'))).toBe('holds');
  });
  test('half is rounded up', () => {
    expect(outcome(share('1.00', '8.00', '12.5'))).toBe('holds');
    expect(outcome(share('1.00', '16.00', '6.3'))).toBe('holds');
    expect(outcome(share('1.00', '16.00', '6.2'))).toBe('rounding');
  });
  test('a percentage that only other digits of the numbers explain is rounding', () => {
    expect(outcome(share('2726.06', '2855.85', '95.45'))).toBe('rounding');
    expect(outcome(share('0.62', '0.50', '122.22'))).toBe('rounding');
  });
  test('any other percentage is broken', () => {
    expect(judge(share('335.24', '4295.98', '7.90'))).toMatchObject({
      outcome: 'broken',
      expected: '7.80',
      actual: '7.90',
      difference: '0.10',
      unit: '%',
    });
  });
  test('something of nothing is no percentage', () => {
    expect(judge(share('0.16', '0', '0'))).toMatchObject({ outcome: 'broken', reason: 'zero-base', expected: '' });
  });
  test('nothing of nothing is undetermined', () => {
    expect(judge(share('0', '0.00', '100'))).toMatchObject({ outcome: 'undetermined', reason: 'zero-base' });
  });
  test('a missing whole is undetermined', () => {
    const relation = relate('completion', [
      ['actual', '5.00'],
      ['budget', null],
      ['percent', '50'],
    ]);
    expect(judge(relation)).toMatchObject({ outcome: 'undetermined', reason: 'operand-missing' });
  });
});

describe('change', () => {
  const change = (direction: Relation['direction'], given: Given): Relation => relate('change', given, { direction });
  test('all four numbers', () => {
    const given: Given = [
      ['current', '14.01'],
      ['base', '12.00'],
      ['amount', '2.01'],
      ['percent', '16.75'],
    ];
    expect(outcome(change('up', given))).toBe('holds');
  });
  test('without the base: it is current less amount', () => {
    expect(
      outcome(
        change('up', [
          ['current', '6.35'],
          ['amount', '0.61'],
          ['percent', '10.63'],
        ]),
      ),
    ).toBe('holds');
    expect(
      judge(
        change('down', [
          ['current', '2995.39'],
          ['amount', '56.95'],
          ['percent', '1.78'],
        ]),
      ),
    ).toMatchObject({
      outcome: 'broken',
      expected: '1.87',
      actual: '1.78',
    });
  });
  test('without the amount', () => {
    expect(
      outcome(
        change('down', [
          ['current', '56.12'],
          ['base', '57.42'],
          ['percent', '2.26'],
        ]),
      ),
    ).toBe('holds');
  });
  test('the wrong word', () => {
    const given: Given = [
      ['current', '10.00'],
      ['base', '12.00'],
      ['amount', '2.00'],
    ];
    expect(judge(change('up', given))).toMatchObject({ outcome: 'broken', expected: 'down', actual: 'up' });
  });
  test('a decrease printed with a minus sign', () => {
    expect(
      outcome(
        change('down', [
          ['amount', '5.00'],
          ['base', '100.00'],
          ['percent', '-5%'],
        ]),
      ),
    ).toBe('holds');
    expect(
      outcome(
        change(null, [
          ['current', '95.00'],
          ['base', '100.00'],
          ['percent', '-5.00'],
        ]),
      ),
    ).toBe('holds');
    expect(
      outcome(
        change(null, [
          ['current', '95.00'],
          ['base', '100.00'],
          ['percent', '5.00'],
        ]),
      ),
    ).toBe('broken');
  });
  test('an unfinished template contradicts nothing', () => {
    expect(
      outcome(
        change('both', [
          ['current', '95.00'],
          ['base', '100.00'],
          ['amount', '5.00'],
        ]),
      ),
    ).toBe('holds');
  });
  test('growth from nothing is no percentage', () => {
    const given: Given = [
      ['current', '97.19'],
      ['base', '0'],
      ['amount', '97.19'],
      ['percent', '0'],
    ];
    expect(judge(change('up', given))).toMatchObject({ outcome: 'broken', reason: 'zero-base' });
  });
  test('nothing to compare with', () => {
    expect(
      judge(
        change('up', [
          ['current', '5.00'],
          ['base', null],
        ]),
      ),
    ).toMatchObject({
      outcome: 'undetermined',
      reason: 'operand-missing',
    });
  });
});

describe('bound, direction, absence', () => {
  const pair = (kind: 'bound' | 'direction', left: string, right: string, direction: Relation['direction'] = null) =>
    judge(
      relate(
        kind,
        [
          ['left', left],
          ['right', right],
        ],
        { direction },
      ),
    );
  test('at most', () => {
    expect(pair('bound', '0.70', '0.70').outcome).toBe('holds');
    expect(pair('bound', '246.48', '246.47').outcome).toBe('rounding');
    expect(pair('bound', '246.49', '246.47').outcome).toBe('broken');
  });
  test('the sign that words state', () => {
    expect(pair('direction', '84.65', '85.55', 'down').outcome).toBe('holds');
    expect(pair('direction', '80.38', '80.81', 'up')).toMatchObject({
      outcome: 'broken',
      expected: 'down',
      actual: 'up',
    });
    expect(pair('direction', '60.99', '62.29', 'flat')).toMatchObject({ outcome: 'broken', expected: 'down' });
    expect(pair('direction', '60.99', '61.00', 'flat').outcome).toBe('rounding');
  });
  test('none means zero', () => {
    expect(judge(relate('absence', [['value', '0.00']])).outcome).toBe('holds');
    expect(judge(relate('absence', [['value', '0.95']]))).toMatchObject({ outcome: 'broken', actual: '0.95' });
  });
});
