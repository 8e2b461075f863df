import { chineseNumeral } from '../../numbers/prose-number.ts';
import type { Quantity } from './quantity.ts';

/** "百分之五", "百分之十二点五", "百分之0.5". */
const PER_HUNDRED = /百分之([零一二两三四五六七八九十百]{1,5})(?:点([零〇一二三四五六七八九]{1,4}))?(?![几数多])/g;
const PER_HUNDRED_IN_DIGITS = /百分之(\d{1,3}(?:\.\d{1,4})?)/g;

/** "三成", "七成以上", "四成半", "两至三成": tenths, and no 成本, 成效, 成员. */
const TENTHS =
  /(?<![十百千万第年])([一二两三四五六七八九])(?:[至到~—-]([一二三四五六七八九]))?成(半)?(?=[多以左的用。，；：、）]|$)/g;

/** "占总数的一半", "减少一半"; "一半是…" counts nothing. */
const HALF = /(?<=[占近约超过达到少降减为成的])一半(?=[以左的多。，；：、）]|$)/g;

/** "翻一番", "翻了两番", "翻番": what doubles grows by 100 %. */
const DOUBLED = /翻了?(?:([一两二三四])番|番)/g;

const DIGITS = '零一二三四五六七八九';

/** Percentages in words. Tenths, halves and doublings say how much about: nothing can be worked out from them. */
export function spokenShares(text: string): readonly Quantity[] {
  const found: Quantity[] = [];
  for (const match of text.matchAll(PER_HUNDRED)) {
    const [, whole = '', fraction = ''] = match;
    const value = chineseNumeral(whole);
    const decimals = [...fraction.replaceAll('〇', '零')].map((digit) => DIGITS.indexOf(digit)).join('');
    if (value !== null) found.push(percent(match, decimals === '' ? String(value) : `${value}.${decimals}`, false));
  }
  for (const match of text.matchAll(PER_HUNDRED_IN_DIGITS)) found.push(percent(match, match[1] ?? '', false));
  for (const match of text.matchAll(TENTHS)) found.push(...tenths(match));
  for (const match of text.matchAll(HALF)) found.push(percent(match, '50', true));
  for (const match of text.matchAll(DOUBLED)) {
    const times = chineseNumeral(match[1] ?? '一') ?? 1;
    found.push(percent(match, String((2 ** times - 1) * 100), true));
  }
  return found.sort((a, b) => a.start - b.start);
}

/** "两至三成" is a range: its low end shares the unit. */
function tenths(match: RegExpExecArray): readonly Quantity[] {
  const [, low = '', high, half = ''] = match;
  const tens = (digit: string, more: string) => String((chineseNumeral(digit) ?? 0) * 10 + (more === '' ? 0 : 5));
  const whole = percent(match, tens(high ?? low, half), true);
  if (high === undefined) return [whole];
  return [
    { ...percent(match, tens(low, ''), true), end: match.index + 1, rawEnd: whole.rawEnd },
    { ...whole, start: match.index + 2 },
  ];
}

function percent(match: RegExpExecArray, value: string, loose: boolean): Quantity {
  const end = match.index + match[0].length;
  const grows = match[0].startsWith('翻');
  return { start: match.index, end, rawEnd: end, value, unit: '%', measures: 'percent', chinese: true, loose, grows };
}

export const spokenShareExpressions: readonly RegExp[] = [PER_HUNDRED, PER_HUNDRED_IN_DIGITS, TENTHS, HALF, DOUBLED];
