import type { SeriesBreak, SeriesValue, ServedSeries } from '../../../schemas/service/index.ts';
import type { ChartBreak, ChartLine, LineChartData, Phase } from '../../charts/line-layout.ts';
import { type AxisUnit, moneyUnit } from '../../charts/measure.ts';
import { grouped } from '../../components/amounts.ts';
import { documentLink } from '../../components/place-link.tsx';

export interface NumberedBreak extends SeriesBreak {
  readonly number: number;
  readonly quantity: string;
}

export interface SeriesChart {
  readonly key: string;
  readonly series: readonly ServedSeries[];
  readonly data: LineChartData;
  readonly breaks: readonly NumberedBreak[];
  readonly firstYear: number;
  readonly lastYear: number;
}

const PHASES: readonly Phase[] = ['budget', 'final'];
/** After these it is another quantity that goes on: no line leads over them. */
const CUTS: ReadonlySet<SeriesBreak['kind']> = new Set(['recoded', 'scope']);
/** These are about a year itself; the others stand between it and the year before. */
const ON_YEAR: ReadonlySet<SeriesBreak['kind']> = new Set(['prior-year-disagrees', 'several-values']);

/** A chart for each row, or one for all that can share an axis: amounts of money, and each unit of what is none. */
export function seriesCharts(series: readonly ServedSeries[], isTogether: boolean): SeriesChart[] {
  const drawable = series.filter((one) => valuesOf(one).length > 0);
  const groups = isTogether
    ? [...Map.groupBy(drawable, (one) => (isMoney(one) ? '' : (valuesOf(one)[0]?.unit ?? ''))).values()]
    : drawable.map((one) => [one]);
  let number = 0;
  return groups.map((members) => {
    const breaks = members
      .flatMap(({ quantity, breaks: own }) => own.map((one) => ({ ...one, quantity })))
      .toSorted((a, b) => a.year - b.year)
      .map((one): NumberedBreak => {
        number += 1;
        return { ...one, number };
      });
    return chartOf(members, breaks, isTogether ? drawable : members);
  });
}

function chartOf(
  members: readonly ServedSeries[],
  breaks: readonly NumberedBreak[],
  colours: readonly ServedSeries[],
): SeriesChart {
  const lines = members.flatMap((one) =>
    PHASES.map((phase) => lineOf(one, phase, colours.indexOf(one))).filter(({ points }) => points.length > 0),
  );
  const years = lines.flatMap(({ points }) => points.map(({ year }) => year));
  return {
    key: members.map(({ quantity }) => quantity).join(' '),
    series: members,
    data: { unit: unitOf(members), lines, breaks: breaks.map(markOf) },
    breaks,
    firstYear: Math.min(...years),
    lastYear: Math.max(...years),
  };
}

function lineOf(one: ServedSeries, phase: Phase, series: number): ChartLine {
  const { quantity, name, points, breaks } = one;
  const money = isMoney(one);
  return {
    key: `${quantity} ${phase}`,
    name,
    series,
    phase,
    points: points.flatMap(({ year, [phase]: value }) => {
      const drawn = value && (money ? value.valueYuan : value.value);
      if (!value || drawn === null) return [];
      const href = documentLink(value.document, { place: value.place });
      return [{ year, value: drawn, printed: `${grouped(value.value)} ${value.unit}`.trim(), href }];
    }),
    cutBefore: new Set(breaks.filter(({ kind }) => CUTS.has(kind)).map(({ year }) => year)),
  };
}

function markOf({ number, kind, year }: NumberedBreak): ChartBreak {
  return { number, year, stands: ON_YEAR.has(kind) ? 'on' : 'before' };
}

function unitOf(members: readonly ServedSeries[]): AxisUnit {
  const values = members.flatMap(valuesOf);
  const yuan = values.flatMap(({ valueYuan }) => valueYuan ?? []);
  return yuan.length > 0 ? moneyUnit(yuan) : { name: values[0]?.unit ?? '', exponent: 0 };
}

function isMoney(one: ServedSeries): boolean {
  return valuesOf(one).some(({ valueYuan }) => valueYuan !== null);
}

function valuesOf({ points }: ServedSeries): SeriesValue[] {
  return points.flatMap(({ budget, final }) => [budget, final].filter((value) => value !== null));
}
