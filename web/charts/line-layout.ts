import { line } from 'd3-shape';
import { type AxisUnit, drawn } from './measure.ts';
import { stretches } from './stretches.ts';
import { textWidth } from './text-width.ts';
import { type ValueAxis, valueAxis } from './value-axis.ts';
import { type YearAxis, yearAxis } from './year-axis.ts';

export type Phase = 'budget' | 'final';

export interface ChartPoint {
  readonly year: number;
  /** Decimal: yuan, or what is no money in its own unit. */
  readonly value: string;
  /** As it is printed, with its unit. */
  readonly printed: string;
  readonly href: string;
}

export interface ChartLine {
  readonly key: string;
  readonly name: string;
  /** Which colour and shape, from 0. */
  readonly series: number;
  readonly phase: Phase;
  readonly points: readonly ChartPoint[];
  readonly cutBefore: ReadonlySet<number>;
}

/** A year that may not be read on without thought; its number leads to what is said of it beneath. */
export interface ChartBreak {
  readonly number: number;
  readonly year: number;
  /** On the year itself, or between it and the one before. */
  readonly stands: 'on' | 'before';
}

export interface LineChartData {
  readonly unit: AxisUnit;
  readonly lines: readonly ChartLine[];
  readonly breaks: readonly ChartBreak[];
}

export interface PlacedPoint extends ChartPoint {
  readonly x: number;
  readonly y: number;
  readonly line: string;
  readonly name: string;
  readonly series: number;
  readonly phase: Phase;
}

export interface LineLayout {
  readonly width: number;
  readonly height: number;
  readonly plot: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  readonly values: ValueAxis;
  readonly years: YearAxis;
  readonly paths: readonly {
    readonly key: string;
    readonly series: number;
    readonly phase: Phase;
    readonly d: string;
  }[];
  /** In order of lines, each in order of years. */
  readonly points: readonly PlacedPoint[];
  readonly breaks: readonly { readonly x: number; readonly numbers: readonly number[] }[];
}

export const FONT_SIZE = 12;
const NARROW = 480;
/** Room for the name of the unit, for the numbers of breaks, for the years. */
const HEAD = 28;
const FLAGS = 22;
const FOOT = 24;

export function layOutLines({ unit, lines, breaks }: LineChartData, width: number): LineLayout {
  const height = (width < NARROW ? 220 : 250) + (breaks.length > 0 ? FLAGS : 0);
  const top = HEAD + (breaks.length > 0 ? FLAGS : 0);
  const bottom = height - FOOT;
  const values = valueAxis(
    lines.flatMap(({ points }) => points.map(({ value }) => drawn(value, unit))),
    { top, bottom },
  );
  const left = Math.max(24, ...values.ticks.map(({ label }) => textWidth(label, FONT_SIZE))) + 10;
  const right = width - 8;
  const years = yearAxis(
    [...lines.flatMap(({ points }) => points.map(({ year }) => year)), ...breaks.map(({ year }) => year)],
    { left, right },
  );
  const placed = lines.map((one) => ({
    one,
    points: one.points
      .toSorted((a, b) => a.year - b.year)
      .map((point): PlacedPoint => {
        const { name, series, phase } = one;
        const y = values.at(drawn(point.value, unit));
        return { ...point, x: years.at(point.year), y, line: one.key, name, series, phase };
      }),
  }));
  const path = line<PlacedPoint>()
    .x(({ x }) => x)
    .y(({ y }) => y);
  return {
    width,
    height,
    plot: { left, right, top, bottom },
    values,
    years,
    paths: placed.flatMap(({ one: { key, series, phase, cutBefore }, points }) =>
      stretches(points, cutBefore)
        .filter(({ length }) => length > 1)
        .map((stretch) => ({ key: `${key} ${stretch[0]?.year}`, series, phase, d: path(stretch) ?? '' })),
    ),
    points: placed.flatMap(({ points }) => points),
    breaks: placedBreaks(breaks, years),
  };
}

/** Those at one place share a flag. */
function placedBreaks(breaks: readonly ChartBreak[], years: YearAxis): LineLayout['breaks'] {
  const places = Map.groupBy(breaks, ({ year, stands }) => (stands === 'on' ? years.at(year) : years.before(year)));
  return [...places]
    .map(([x, those]) => ({ x, numbers: those.map(({ number }) => number) }))
    .toSorted((a, b) => a.x - b.x);
}
