import Big from 'big.js';
import type { Quantity } from './quantity.ts';

/** One term of a linear relation: it is added or subtracted. */
export interface Term {
  readonly quantity: Quantity;
  readonly sign: 1 | -1;
}

/** Sum of terms: what is printed, and the least and the greatest value that the printed numbers allow. */
export interface Total {
  readonly printed: Big;
  readonly low: Big;
  readonly high: Big;
  /** Place value of the coarsest last digit among the terms; null when all are exact. */
  readonly digit: number | null;
}

const ZERO = new Big(0);

export function totalOf(terms: readonly Term[]): Total {
  let printed = ZERO;
  let low = ZERO;
  let high = ZERO;
  let digit: number | null = null;
  for (const { quantity, sign } of terms) {
    if (sign === 1) {
      printed = printed.plus(quantity.printed);
      low = low.plus(quantity.low);
      high = high.plus(quantity.high);
    } else {
      printed = printed.minus(quantity.printed);
      low = low.minus(quantity.high);
      high = high.minus(quantity.low);
    }
    if (quantity.digit !== null && (digit === null || quantity.digit > digit)) digit = quantity.digit;
  }
  return { printed, low, high, digit };
}

/** Whether both totals read the same when written with the coarsest last digit that was printed among their terms. */
export function printedAlike(left: Total, right: Total): boolean {
  if (left.printed.eq(right.printed)) return true;
  const digit = coarser(left.digit, right.digit);
  if (digit === null) return false;
  return roundHalfUp(left.printed, -digit).eq(roundHalfUp(right.printed, -digit));
}

/** Whether some true values inside the printed intervals make both totals equal. */
export function mayBeEqual(left: Total, right: Total): boolean {
  return left.low.lte(right.high) && right.low.lte(left.high);
}

/** Half away from zero, as spreadsheets do; `decimals` may be negative. */
export function roundHalfUp(value: Big, decimals: number): Big {
  return value.round(decimals, Big.roundHalfUp);
}

function coarser(a: number | null, b: number | null): number | null {
  if (a === null) return b;
  return b === null || a > b ? a : b;
}
