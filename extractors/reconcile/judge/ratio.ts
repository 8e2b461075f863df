import Big from 'big.js';
import type { Quantity } from './quantity.ts';

/**
 * Percentages without division. part/whole·100 = percent is judged as 100·part − percent·whole = 0. The expression is
 * of the first degree in each of its variables, so over the box of printed intervals it takes its least and greatest
 * value at corners, and it is zero somewhere inside exactly when those two have opposite signs (or one is zero).
 */
export type Residual = (corner: readonly Big[]) => Big;

const HUNDRED = new Big(100);

/** Whether `residual`, of the first degree in each variable, is zero for some values inside the intervals. */
export function hasZero(quantities: readonly Quantity[], residual: Residual): boolean {
  let negative = false;
  let positive = false;
  for (let corner = 0; corner < 1 << quantities.length; corner++) {
    const values = quantities.map((quantity, i) => ((corner >> i) & 1 ? quantity.high : quantity.low));
    const value = residual(values);
    if (value.lte(0)) negative = true;
    if (value.gte(0)) positive = true;
    if (negative && positive) return true;
  }
  return false;
}

/** Whether part/whole·100, from the printed numbers, is the printed percent when rounded half up to its decimals. */
export function percentAsPrinted(part: Big, whole: Big, percent: Quantity): boolean {
  return percentOf(part, whole, percent).eq(percent.printed);
}

/** part/whole·100, rounded half away from zero to as many decimals as the printed percent has. */
export function percentOf(part: Big, whole: Big, percent: Quantity): Big {
  return quotient(part.times(HUNDRED), whole, -(percent.digit ?? 0));
}

/** big.js keeps the number of decimals of a division on the constructor: this one is only used here. */
const Rounded = Big();

/** numerator/denominator with the given number of decimals, half away from zero (decided on the exact remainder). */
export function quotient(numerator: Big, denominator: Big, decimals: number): Big {
  Rounded.DP = Math.max(0, decimals);
  Rounded.RM = Big.roundHalfUp;
  return new Big(new Rounded(numerator).div(denominator));
}
