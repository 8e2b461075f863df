import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type {
  CoverageCell,
  SeriesValue,
  ServedDocument,
  ServedSeries,
  UnitDetail,
} from '../../schemas/service/index.ts';
import { cellKey, coverageMatrix, shadeOf } from '../../web/views/overview/coverage-matrix.ts';
import { findingsByType, isOfState } from '../../web/views/overview/findings-by-type.ts';
import { pieces } from '../../web/views/search/marked.ts';
import { spanOf, whenText } from '../../web/views/sources/times.ts';
import { chosenIn, seriesPath, withChosen } from '../../web/views/unit/chosen.ts';
import { formMatrices, yearsOf } from '../../web/views/unit/form-matrix.ts';
import { seriesCharts } from '../../web/views/unit/series-charts.ts';
import { statedIn } from '../../web/views/unit/stated-in.ts';

describe('passages that were found', () => {
  test('are cut at their marks', () => {
    expect(
      pieces('国内公务接待58批次', [
        [2, 6],
        [8, 10],
      ]),
    ).toEqual([
      { text: '国内', isMarked: false },
      { text: '公务接待', isMarked: true },
      { text: '58', isMarked: false },
      { text: '批次', isMarked: true },
    ]);
  });

  test('lose and gain no character, whatever the marks are', () => {
    const mark = fc.tuple(fc.integer({ min: -5, max: 40 }), fc.integer({ min: -5, max: 40 }));
    fc.assert(
      fc.property(fc.string(), fc.array(mark), (text, marks) => {
        expect(
          pieces(text, marks)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});

describe('findings by type', () => {
  const findings = [
    { type: 'sum', severity: 'error', state: 'open', count: 2 },
    { type: 'sum', severity: 'error', state: 'stale', count: 1 },
    { type: 'sum', severity: 'notice', state: 'dismissed', count: 9 },
    { type: 'share', severity: 'warning', state: 'open', count: 4 },
  ] as const;

  test('are what the inbox shows under the same state: without one, what is still to be decided', () => {
    expect(findingsByType(findings, '')).toEqual([
      { type: 'share', counts: { error: 0, warning: 4, notice: 0 }, total: 4 },
      { type: 'sum', counts: { error: 3, warning: 0, notice: 0 }, total: 3 },
    ]);
    expect(findingsByType(findings, 'any')[0]).toEqual({
      type: 'sum',
      counts: { error: 3, warning: 0, notice: 9 },
      total: 12,
    });
    expect(isOfState({ state: 'stale' }, 'stale')).toBe(true);
    expect(isOfState({ state: 'open' }, 'stale')).toBe(false);
  });
});

describe('the matrix of kinds and years', () => {
  const cell = (kind: CoverageCell['kind'], year: number | null, documents = 1): CoverageCell => {
    return { kind, year, documents, readInFull: documents, units: 1, forms: [] };
  };

  test('has the latest year first, what names no year last, and only kinds that there are', () => {
    const { kinds, rows } = coverageMatrix([
      cell('unknown', null),
      cell('final_accounts', 2022),
      cell('budget', 2024, 7),
    ]);
    expect(kinds).toEqual(['budget', 'final_accounts', 'unknown']);
    expect(rows.map(({ year }) => year)).toEqual([2024, 2022, null]);
    expect(rows[0]?.cells.map((one) => one?.documents)).toEqual([7, undefined, undefined]);
    expect(cellKey(cell('unknown', null))).toBe('unknown:');
  });

  test('is shaded darker the more documents there are', () => {
    expect([1, 3, 10, 30, 100, 5000].map(shadeOf)).toEqual([1, 2, 3, 4, 5, 5]);
  });
});

describe('coverage of forms', () => {
  const document = (kind: string, year: number | null) => ({ kind, year }) as ServedDocument;
  const detail: Pick<UnitDetail, 'documents' | 'coverage'> = {
    documents: [document('budget', 2023), document('budget', null), document('final_accounts', 2022)],
    coverage: [
      {
        kind: 'budget',
        form: 'budget.01',
        name: '收支总表',
        years: [{ year: null, document: 'a', tables: 1, readInFull: true }],
      },
    ],
  };

  test('a form is missing where there is a disclosure without it, and not where there is no disclosure', () => {
    expect(yearsOf(detail.documents)).toEqual([2022, 2023, null]);
    const [matrix] = formMatrices(detail);
    expect(matrix?.lines[0]?.cells.map(({ isMissing, has }) => [isMissing, has.length])).toEqual([
      [false, 0],
      [true, 0],
      [false, 1],
    ]);
  });
});

describe('which rows are drawn', () => {
  test('stands in the URL and comes back from it, beside whatever else stands there', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 5 }),
        fc.boolean(),
        (quantities, together) => {
          const chosen = { quantities, isTogether: together };
          const url = withChosen('/units/%E6%A1%A3?from=inbox&quantity=old', chosen);
          expect(chosenIn(url)).toEqual(chosen);
          expect(new URLSearchParams(url.split('?')[1]).get('from')).toBe('inbox');
        },
      ),
    );
    expect(chosenIn('/units/x')).toEqual({ quantities: [], isTogether: false });
  });

  test('is asked for one by one', () => {
    expect(seriesPath('甲/乙', ['general|expenditure|total|', 'a b'])).toBe(
      '/api/units/%E7%94%B2%2F%E4%B9%99/series?quantity=general%7Cexpenditure%7Ctotal%7C&quantity=a+b',
    );
  });
});

describe('charts of series', () => {
  const value = (amount: string, unit = '万元', valueYuan: string | null = `${amount}0000`): SeriesValue => {
    return { value: amount, unit, valueYuan, name: '', code: '', form: '', document: 'd', source: '', place: [] };
  };
  const series = (quantity: string, rest: Partial<ServedSeries>): ServedSeries => {
    return { quantity, name: quantity, code: '', points: [], breaks: [], ...rest };
  };
  const money = series('a', {
    points: [
      { year: 2022, budget: value('5'), final: value('4') },
      { year: 2023, budget: null, final: value('6') },
    ],
    breaks: [
      { kind: 'recoded', year: 2023, from: '1', to: '2' },
      { kind: 'several-values', year: 2022, from: '', to: '' },
    ],
  });
  const people = series('b', { points: [{ year: 2022, budget: null, final: value('31', '人', null) }] });
  const nothing = series('c', {});

  test('a row with its budget and its final accounts, each where there is one', () => {
    const [chart] = seriesCharts([money, nothing], false);
    expect(chart?.data.lines.map(({ phase, points }) => [phase, points.map((point) => point.printed)])).toEqual([
      ['budget', ['5 万元']],
      ['final', ['4 万元', '6 万元']],
    ]);
    expect(chart?.data.unit.name).toBe('万元');
  });

  test('breaks are numbered by year; a line is cut where another quantity goes on', () => {
    const [chart] = seriesCharts([money], false);
    expect(chart?.data.breaks).toEqual([
      { number: 1, year: 2022, stands: 'on' },
      { number: 2, year: 2023, stands: 'before' },
    ]);
    expect(chart?.data.lines[1]?.cutBefore).toEqual(new Set([2023]));
  });

  test('amounts of money share an axis with each other only', () => {
    const charts = seriesCharts([money, people, { ...money, quantity: 'd' }], true);
    expect(charts.map(({ data }) => data.unit.name)).toEqual(['万元', '人']);
    expect(charts[0]?.data.lines.map(({ series: which }) => which)).toEqual([0, 0, 2, 2]);
  });

  test('a value that a break states is told from where it stands', () => {
    expect(statedIn('5.75万元 (files/2022 (2).pdf)')).toEqual({ amount: '5.75万元', source: 'files/2022 (2).pdf' });
    expect(statedIn('2012604')).toBeUndefined();
  });
});

describe('times of crawls', () => {
  test('are said to the minute, and as they are where they are no times', () => {
    expect(whenText('2026-03-01T08:05:00Z', 'zh')).toMatch(/^2026\/0[123]\/\d\d \d\d:05$/);
    expect(whenText('soon', 'en')).toBe('soon');
  });

  test('a run took hours and minutes; one that ends before it starts took none', () => {
    expect(spanOf('2026-03-01T08:00:00Z', '2026-03-01T10:05:10Z')).toEqual({ hours: 2, minutes: 5 });
    expect(spanOf('2026-03-01T08:00:00Z', '2026-03-01T07:00:00Z')).toBeUndefined();
  });
});
