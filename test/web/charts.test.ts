import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { barSpans } from '../../web/charts/bar-parts.ts';
import { type ChartLine, layOutLines } from '../../web/charts/line-layout.ts';
import { drawn, inUnit, moneyUnit } from '../../web/charts/measure.ts';
import { nearest, neighbour } from '../../web/charts/nearest.ts';
import { readoutOf } from '../../web/charts/readout.ts';
import { stretches } from '../../web/charts/stretches.ts';
import { textWidth } from '../../web/charts/text-width.ts';
import { valueAxis } from '../../web/charts/value-axis.ts';
import { yearAxis } from '../../web/charts/year-axis.ts';

const amount = fc
  .tuple(fc.bigInt({ min: -(10n ** 13n), max: 10n ** 13n }), fc.integer({ min: 0, max: 99 }))
  .map(([whole, cents]) => `${whole}.${String(cents).padStart(2, '0')}`);

function line(points: readonly (readonly [number, string])[], rest: Partial<ChartLine> = {}): ChartLine {
  return {
    key: 'row final',
    name: '公务接待费',
    series: 0,
    phase: 'final',
    points: points.map(([year, value]) => ({ year, value, printed: value, href: '/' })),
    cutBefore: new Set(),
    ...rest,
  };
}

describe('the unit of an axis', () => {
  test('is the one in which the largest amount has one to five digits before the point', () => {
    expect(moneyUnit(['3200', '-9999.99']).name).toBe('元');
    expect(moneyUnit(['3200', '-10000']).name).toBe('万元');
    expect(moneyUnit(['99999999.99']).name).toBe('万元');
    expect(moneyUnit(['100000000']).name).toBe('亿元');
    expect(moneyUnit([]).name).toBe('元');
  });

  test('changes no digit of an amount', () => {
    expect(inUnit('12345678901234567.89', { name: '亿元', exponent: 8 })).toBe('123456789.0123456789');
    expect(drawn('53000', { name: '万元', exponent: 4 })).toBe(5.3);
  });
});

describe('the axis of values', () => {
  const ends = { top: 20, bottom: 200 };

  test('begins at zero, and its ticks tell themselves apart in as few decimals as that takes', () => {
    expect(valueAxis([0.75, 1.6], ends).ticks.map(({ label }) => label)).toEqual(['0.0', '0.5', '1.0', '1.5', '2.0']);
    expect(valueAxis([152.3, 12300], ends).ticks.at(-1)?.label).toBe('14,000');
    expect(valueAxis([], ends).ticks[0]).toEqual({ at: 200, label: '0.0', isZero: true });
  });

  test('goes below zero where there are negative amounts, with a minus sign', () => {
    const { ticks, at } = valueAxis([-40, 60], ends);
    expect(ticks.map(({ label }) => label)).toContain('−40');
    expect(at(0)).toBeLessThan(at(-40));
  });

  test('any amounts stay inside the plot, larger ones higher, and no two ticks are called the same', () => {
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 12 }), (yuan) => {
        const unit = moneyUnit(yuan);
        const values = yuan.map((value) => drawn(value, unit));
        const { at, ticks } = valueAxis(values, ends);
        for (const value of values) {
          expect(at(value)).toBeGreaterThanOrEqual(ends.top - 1e-6);
          expect(at(value)).toBeLessThanOrEqual(ends.bottom + 1e-6);
        }
        expect(at(Math.max(...values))).toBeLessThanOrEqual(at(Math.min(...values)));
        expect(new Set(ticks.map(({ label }) => label)).size).toBe(ticks.length);
      }),
    );
  });
});

describe('the axis of years', () => {
  test('has the years of which nothing is known too', () => {
    expect(yearAxis([2018, 2022], { left: 0, right: 500 }).ticks.map(({ year }) => year)).toEqual([
      2018, 2019, 2020, 2021, 2022,
    ]);
  });

  test('labels the latest year and as many before it as there is room for', () => {
    const labelled = yearAxis([2010, 2025], { left: 40, right: 360 }).ticks.filter(({ isLabelled }) => isLabelled);
    expect(labelled.map(({ year }) => year)).toEqual([2010, 2013, 2016, 2019, 2022, 2025]);
    const gaps = labelled.slice(1).map(({ at }, n) => at - (labelled[n]?.at ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(42);
  });

  test('one year stands in the middle', () => {
    expect(yearAxis([2024], { left: 0, right: 300 }).at(2024)).toBe(150);
  });
});

describe('a line', () => {
  test('does not lead over a missing year, or over a year in which another quantity begins', () => {
    const points = [2018, 2019, 2021, 2022, 2023].map((year) => ({ year }));
    const years = stretches(points, new Set([2023])).map((part) => part.map(({ year }) => year));
    expect(years).toEqual([[2018, 2019], [2021, 2022], [2023]]);
  });

  test('keeps every point once, in order of years', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1990, max: 2100 })), (years) => {
        const kept = stretches(years.map((year) => ({ year }))).flat();
        expect(kept.map(({ year }) => year)).toEqual(years.toSorted((a, b) => a - b));
      }),
    );
  });
});

describe('the layout of a chart', () => {
  const unit = { name: '万元', exponent: 4 };
  const lines = [
    line([
      [2021, '15000'],
      [2022, '10500'],
      [2024, '12500'],
    ]),
    line([[2022, '14000']], { key: 'row budget' }),
  ];

  test('at 390 and at 1280 pixels nothing lies outside of the drawing', () => {
    for (const width of [358, 1240]) {
      const { points, plot, height } = layOutLines({ unit, lines, breaks: [] }, width);
      for (const { x, y } of points) {
        expect(x).toBeGreaterThan(plot.left);
        expect(x).toBeLessThan(width);
        expect(y).toBeGreaterThan(0);
        expect(y).toBeLessThan(height);
      }
    }
  });

  test('a point by itself has a marker and no line', () => {
    const { paths, points } = layOutLines({ unit, lines, breaks: [] }, 600);
    expect(paths).toHaveLength(1);
    expect(points).toHaveLength(4);
  });

  test('breaks at one place share a flag; one after the last year makes room for itself', () => {
    const breaks = [
      { number: 1, year: 2022, stands: 'on' as const },
      { number: 2, year: 2022, stands: 'on' as const },
      { number: 3, year: 2025, stands: 'before' as const },
    ];
    const layout = layOutLines({ unit, lines, breaks }, 600);
    expect(layout.breaks.map(({ numbers }) => numbers)).toEqual([[1, 2], [3]]);
    expect(layout.breaks[0]?.x).toBe(layout.years.at(2022));
    expect(layout.breaks[1]?.x).toBeGreaterThan(layout.years.at(2024));
    expect(layout.years.ticks.at(-1)?.year).toBe(2025);
  });

  test('there is room for the longest tick', () => {
    const wide = layOutLines({ unit: { name: '元', exponent: 0 }, lines, breaks: [] }, 600);
    expect(wide.plot.left).toBeGreaterThan(textWidth('15,000', 12));
  });
});

describe('points', () => {
  const { points, ...layout } = layOutLines(
    {
      unit: { name: '万元', exponent: 4 },
      lines: [
        line([
          [2021, '15000'],
          [2022, '10500'],
        ]),
        line(
          [
            [2021, '19000'],
            [2022, '20500'],
          ],
          { key: 'row budget' },
        ),
      ],
      breaks: [],
    },
    400,
  );

  test('the one nearest to the pointer is shown, of its year first', () => {
    const [low, , high] = points;
    expect(nearest(points, (low?.x ?? 0) + 5, 0)).toBe(high);
    expect(nearest(points, (low?.x ?? 0) + 5, 1000)).toBe(low);
    expect(nearest([], 3, 4)).toBeUndefined();
  });

  test('arrow keys lead along a line and between those of a year, and nowhere at the ends', () => {
    const [low, later, high] = points;
    if (!low || !later || !high) throw new Error('four points');
    expect(neighbour(points, low, 'ArrowRight')).toBe(later);
    expect(neighbour(points, later, 'ArrowLeft')).toBe(low);
    expect(neighbour(points, low, 'ArrowUp')).toBe(high);
    expect(neighbour(points, high, 'ArrowUp')).toBeUndefined();
    expect(neighbour(points, low, 'Enter')).toBeUndefined();
  });

  test('what is said of one stays inside the drawing, however long it is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...points), fc.array(fc.string(), { minLength: 1, maxLength: 3 }), (point, lines) => {
        const { x, y, width } = readoutOf(point, lines, layout);
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x + width).toBeLessThanOrEqual(400);
        expect(y).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('a bar of parts', () => {
  test('what is there is seen, and all parts together are never wider than the bar', () => {
    const [large, small, none] = barSpans([99_999, 1, 0], 100_000);
    expect(small?.width).toBe(0.6);
    expect(none?.width).toBe(0);
    expect((large?.width ?? 0) + 0.6).toBeCloseTo(100);
    fc.assert(
      fc.property(fc.array(fc.nat(100_000), { minLength: 1, maxLength: 6 }), (counts) => {
        const spans = barSpans(
          counts,
          counts.reduce((sum, count) => sum + count, 0),
        );
        const last = spans.at(-1) ?? { start: 0, width: 0 };
        expect(last.start + last.width).toBeLessThanOrEqual(100.0001);
        for (const [n, { start }] of spans.slice(1).entries()) {
          expect(start).toBeCloseTo((spans[n]?.start ?? 0) + (spans[n]?.width ?? 0));
        }
      }),
    );
  });
});
