import Big from 'big.js';
import { scaled } from '../judge/quantity.ts';
import { scaleOf } from '../judge/units.ts';

/** "9.75万元（97500元）": an amount in its printed unit, and in 元 where that is another one; percentages differ by points. No sign. */
export function amountInWords(value: string, unit: string, lang: 'zh' | 'en'): string {
  const magnitude = value.replace(/^-/, '');
  if (unit === '%') return lang === 'zh' ? `${magnitude}个百分点` : `${magnitude} percentage points`;
  const { dimension, exponent } = scaleOf(unit);
  if (dimension !== 'money' || exponent === 0 || !/^\d/.test(magnitude)) return withUnit(magnitude, unit);
  const yuan = scaled(new Big(magnitude), exponent).toFixed();
  return lang === 'zh' ? `${withUnit(magnitude, unit)}（${yuan}元）` : `${withUnit(magnitude, unit)} (${yuan} 元)`;
}

export function withUnit(value: string, unit: string): string {
  return `${value}${unit}`;
}
