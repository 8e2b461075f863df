import { scaleLinear } from 'd3-scale';
import { grouped } from '../components/amounts.ts';

export interface Tick {
  readonly at: number;
  readonly label: string;
  readonly isZero: boolean;
}

export interface ValueAxis {
  readonly ticks: readonly Tick[];
  readonly at: (value: number) => number;
}

/** Height that a tick wants for itself, in pixels. */
const TICK_HEIGHT = 38;

/** From zero, so that twice the amount is twice as high; below it where there are negative amounts. */
export function valueAxis(values: readonly number[], { top, bottom }: { top: number; bottom: number }): ValueAxis {
  const least = Math.min(0, ...values);
  const most = Math.max(0, ...values);
  const count = Math.max(2, Math.round((bottom - top) / TICK_HEIGHT));
  const scale = scaleLinear()
    .domain(least === most ? [0, 1] : [least, most])
    .range([bottom, top])
    .nice(count);
  const ticks = scale.ticks(count);
  const decimals = decimalsOf(ticks);
  return {
    ticks: ticks.map((value) => ({
      at: scale(value),
      label: grouped(plainZero(value.toFixed(decimals))),
      isZero: Math.abs(scale(value) - scale(0)) < 0.5,
    })),
    at: (value) => scale(value),
  };
}

/** As many decimals as tell neighbouring ticks apart, the same on all of them. */
function decimalsOf([first = 0, second = first + 1]: readonly number[]): number {
  const step = Math.abs(second - first);
  return Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
}

function plainZero(fixed: string): string {
  return /^-0(\.0+)?$/.test(fixed) ? fixed.slice(1) : fixed;
}
