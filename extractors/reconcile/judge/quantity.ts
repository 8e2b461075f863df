import Big from 'big.js';
import type { Observation } from '../../../schemas/index.ts';
import type { Scale } from './units.ts';
import { scaleOf } from './units.ts';

/** A printed number as the set of values it may stand for, in the base unit of its dimension (元, %, one). */
export interface Quantity {
  readonly printed: Big;
  /** printed − ½·10⁻ᵈ and printed + ½·10⁻ᵈ, both ends included; both equal `printed` for an exact count. */
  readonly low: Big;
  readonly high: Big;
  /** The last printed digit stands for 10^exponent; null for an exact count, which has no last digit to round. */
  readonly digit: number | null;
  readonly scale: Scale;
}

const known = new WeakMap<Observation, Quantity>();

/**
 * What an observation's printed form says about the value. "22118861" 元 may be off by half a 元, "20" 万元 by half a
 * 万元: trailing zeros that are not printed are not known. An integer number of people or cars is exact.
 */
export function quantityOf(observation: Observation): Quantity {
  const before = known.get(observation);
  if (before) return before;
  const scale = scaleOf(observation.unit);
  const quantity = readQuantity(observation.value, scale);
  known.set(observation, quantity);
  return quantity;
}

export function readQuantity(value: string, scale: Scale): Quantity {
  const point = value.indexOf('.');
  const decimals = point < 0 ? 0 : value.length - point - 1;
  const printed = scaled(new Big(value), scale.exponent);
  if (scale.dimension === 'count' && decimals === 0) {
    return { printed, low: printed, high: printed, digit: null, scale };
  }
  const digit = scale.exponent - decimals;
  const half = scaled(new Big(5), digit - 1);
  return { printed, low: printed.minus(half), high: printed.plus(half), digit, scale };
}

/** value · 10^exponent, exactly. */
export function scaled(value: Big, exponent: number): Big {
  if (exponent === 0) return value;
  const result = new Big(value);
  if (!result.eq(0)) result.e += exponent;
  return result;
}
