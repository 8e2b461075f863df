import Big from 'big.js';

/** What an axis counts in: yuan in a larger unit, or what is no money in its own. */
export interface AxisUnit {
  readonly name: string;
  /** Values are divided by ten to this power. */
  readonly exponent: number;
}

/** The unit in which the largest amount has one to five digits before the point. */
export function moneyUnit(yuan: readonly string[]): AxisUnit {
  const largest = yuan.reduce(
    (most, value) => (new Big(value).abs().gt(most) ? new Big(value).abs() : most),
    new Big(0),
  );
  if (largest.gte('100000000')) return { name: '亿元', exponent: 8 };
  if (largest.gte('10000')) return { name: '万元', exponent: 4 };
  return { name: '元', exponent: 0 };
}

/** Exact: an amount of yuan as a decimal of the unit. */
export function inUnit(value: string, { exponent }: AxisUnit): string {
  return new Big(value).div(new Big(10).pow(exponent)).toFixed();
}

/** For pixels only: nothing is ever added up or compared as such a number. */
export function drawn(value: string, unit: AxisUnit): number {
  return Number(inUnit(value, unit));
}
