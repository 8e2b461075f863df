import { scalePoint } from 'd3-scale';

export interface YearTick {
  readonly year: number;
  readonly at: number;
  /** Whether there is room for its label. */
  readonly isLabelled: boolean;
}

export interface YearAxis {
  readonly ticks: readonly YearTick[];
  readonly at: (year: number) => number;
  /** Between a year and the one before. */
  readonly before: (year: number) => number;
}

/** Width that the label of a year wants for itself, in pixels. */
const LABEL_WIDTH = 42;

/** Every year from the first to the last, those too of which nothing is known: a gap is to be seen as one. */
export function yearAxis(years: readonly number[], { left, right }: { left: number; right: number }): YearAxis {
  const first = Math.min(...years);
  const last = Math.max(...years);
  const all = years.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, n) => first + n);
  const scale = scalePoint<number>().domain(all).range([left, right]).padding(0.5);
  const step = scale.step();
  const every = Math.max(1, Math.ceil(LABEL_WIDTH / step));
  const at = (year: number): number => scale(year) ?? left;
  return {
    // Counted from the latest, which is always labelled.
    ticks: all.map((year) => ({ year, at: at(year), isLabelled: (last - year) % every === 0 })),
    at,
    before: (year) => at(year) - step / 2,
  };
}
