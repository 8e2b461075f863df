import { describe, expect, test } from 'vitest';
import type { Figure, Finding } from '../../schemas/index.ts';
import { scoreFigures } from '../../scripts/evaluate/figures.ts';
import { scoreFindings } from '../../scripts/evaluate/findings.ts';
import { fallenFigures, roundAccuracy } from '../../scripts/evaluate/ratchet.ts';
import { scoreFacts, scoreTables } from '../../scripts/evaluate/tables.ts';

const place = { page: 1, bbox: [0, 0, 1, 1] as [number, number, number, number] };

function figure(over: Partial<Figure>): Figure {
  return {
    id: 'f1',
    raw: '10.50万元',
    value: '10.50',
    unit: '万元',
    label: '基本支出',
    qualifier: '',
    period: '2023',
    measure: 'amount',
    section: '',
    place,
    ...over,
  };
}

const goldFigure = {
  id: 'g1',
  raw: '10.5万元',
  value: '10.5',
  unit: '万元',
  label: '基本支出',
  qualifier: '',
  period: '2023',
  measure: 'amount',
};

describe('figures', () => {
  test('a figure is found when value and unit agree, whatever its printed zeros', () => {
    expect(scoreFigures([goldFigure], [figure({})])).toMatchObject({
      all: { f1: 1 },
      core: { f1: 1 },
      label: 1,
      measure: 1,
      period: 1,
    });
  });

  test('a name that is contained in the other is right; another is not', () => {
    expect(scoreFigures([goldFigure], [figure({ label: '本年基本支出' })]).label).toBe(1);
    expect(scoreFigures([goldFigure], [figure({ label: '接待批次' })]).label).toBe(0);
  });

  test('an extra figure costs precision, a missing one recall', () => {
    const score = scoreFigures(
      [goldFigure, { ...goldFigure, id: 'g2', value: '7' }],
      [figure({}), figure({ id: 'f2', value: '8', raw: '8万元' })],
    );
    expect(score.all).toMatchObject({ precision: 0.5, recall: 0.5 });
    expect(score.mistakes).toEqual(['missed figure g2 10.5万元 基本支出', 'extra figure f2 8万元 基本支出']);
  });

  test('quantities in Chinese numerals are neither a miss nor an alarm', () => {
    expect(scoreFigures([{ ...goldFigure, raw: '两批' }], []).all.f1).toBe(1);
  });
});

describe('tables', () => {
  const rows = [
    ['项目', '决算数'],
    ['基本支出', '1.00'],
  ];

  test('the same grid scores 1; a shifted value loses its neighbours', () => {
    const cells = (texts: string[][]) => ({
      cells: texts.flatMap((row, r) => row.map((text, c) => ({ r, c, rs: 1, cs: 1, text }))),
    });
    expect(scoreTables([{ rows }], [cells(rows)])?.f1).toBe(1);
    expect(
      scoreTables(
        [{ rows }],
        [
          cells([
            ['项目', '决算数'],
            ['1.00', '基本支出'],
          ]),
        ],
      )?.f1,
    ).toBeLessThan(0.5);
  });

  test('facts compare row, last part of the column path and value', () => {
    const fact = { table: 't1', row: '基本 支出', code: '', column: '支出/决算数', value: '1.0', unit: '万元', place };
    expect(scoreFacts([{ row: '基本支出', column: '决算数', value: '1.00' }], [fact])?.f1).toBe(1);
    expect(scoreFacts([], [fact])).toBeNull();
  });
});

describe('findings', () => {
  const finding: Finding = {
    id: 'a',
    rule: 'r',
    type: 'sum',
    status: 'mismatch',
    severity: 'error',
    message: '',
    formula: '',
    expected: '212.85',
    actual: '212.94',
    difference: '0.09',
    unit: '万元',
    operands: [],
  };
  const gold = {
    id: 'm1',
    type: 'sum',
    status: 'mismatch',
    statement: '',
    confidence: 'certain',
    operands: ['180.44', '32.41'],
    expected: '212.85',
    actual: '212.94',
  };

  test('two numbers in common make it the same contradiction', () => {
    expect(scoreFindings([gold], [finding])).toMatchObject({ certainFound: 1, certain: 1, unknown: 0 });
  });

  test('rounding is neither expected nor an alarm', () => {
    expect(scoreFindings([{ ...gold, status: 'rounding' }], [{ ...finding, status: 'rounding' }])).toMatchObject({
      all: 0,
      alarms: 0,
    });
  });

  test('an alarm that shares one number only is unknown', () => {
    expect(scoreFindings([gold], [{ ...finding, expected: '1.00' }]).unknown).toBe(1);
  });
});

describe('ratchet', () => {
  test('holds a figure that fell by more than 0.002 or is gone', () => {
    expect(fallenFigures({ a: 0.99, b: 0.9, c: 0.8 }, { a: 0.9885, b: 0.88 })).toEqual([
      'b: was 0.9, is now 0.88',
      'c: was 0.8, is no longer measured',
    ]);
  });

  test('keeps figures sorted and rounded', () => {
    expect(JSON.stringify(roundAccuracy({ b: 1 / 3, a: 1 }))).toBe('{"a":1,"b":0.3333}');
  });
});
