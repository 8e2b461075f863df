import Big from 'big.js';
import { scaled } from '../judge/quantity.ts';

/**
 * What a printed number may have been before one slip of the hand: another digit, two neighbouring digits the other way
 * round, the decimal point elsewhere. Misprints are mostly of these kinds.
 */
export function slipsOf(value: string): readonly string[] {
  const slips = new Set<string>();
  for (const [at, digit] of [...value].entries()) {
    if (!/\d/.test(digit)) continue;
    for (let other = 0; other <= 9; other++) slips.add(replaced(value, at, String(other)));
    const next = value.charAt(at + 1);
    if (/\d/.test(next)) slips.add(replaced(replaced(value, at, next), at + 1, digit));
  }
  for (const places of [-2, -1, 1, 2]) {
    const moved = withPointMoved(value, places);
    if (moved !== null) slips.add(moved);
  }
  slips.delete(value);
  return [...slips].filter((slip) => /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(slip));
}

/** Whether `correct` is what was meant by `value`, one slip apart; trailing zeros do not count. */
export function isSlip(value: string, correct: string): boolean {
  const wanted = withoutTrailingZeros(correct);
  return slipsOf(value).some((slip) => withoutTrailingZeros(slip) === wanted) || isScaled(value, correct);
}

/** Of a shorter number the point may as well have moved by chance. */
const TELLING_DIGITS = 3;

/** How far the point may move: by a place or two, or as far as 万元 and 亿元 are from 元. */
const SHIFTS = [-8, -4, -2, -1, 1, 2, 4, 8];

/** The point moved, and decimals that then had no room cut or rounded (82.26 printed as 8.22 or 8.23); or the unit mistaken. */
function isScaled(value: string, correct: string): boolean {
  const [printed, meant] = [new Big(value), new Big(correct)];
  if (printed.eq(0) || value.replace(/\D|^[0.]+/g, '').length < TELLING_DIGITS) return false;
  const decimals = value.split('.')[1]?.length ?? 0;
  return SHIFTS.some((places) => {
    const moved = scaled(meant, places);
    return moved.round(decimals, Big.roundDown).eq(printed) || moved.round(decimals, Big.roundHalfUp).eq(printed);
  });
}

function withPointMoved(value: string, places: number): string | null {
  const [integer = '', fraction = ''] = value.split('.');
  const digits = integer + fraction;
  const point = integer.length + places;
  if (point < 1 || point > digits.length) return null;
  const moved = point === digits.length ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
  return moved.replace(/^(-?)0+(?=\d)/, '$1');
}

function replaced(text: string, at: number, character: string): string {
  return text.slice(0, at) + character + text.slice(at + 1);
}

function withoutTrailingZeros(value: string): string {
  return value.includes('.') ? value.replace(/\.?0+$/, '') : value;
}
