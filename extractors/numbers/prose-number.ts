/**
 * The decimal of a number as printed in running text: thousands separators dropped, printed precision kept
 * ("2,860.07" → "2860.07", "0.00" → "0.00"), leading zeros dropped. Expects digits that were mapped to ASCII.
 */
export function decimalOf(printed: string): string {
  const negative = /^[-−]/.test(printed);
  const plain = printed.replace(/[-−+,\s]/g, '').replace(/^0+(?=\d)/, '');
  return negative && /[1-9]/.test(plain) ? `-${plain}` : plain;
}

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
};
const PLACES: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };

/** The value of a Chinese numeral below ten thousand ("十二" → 12, "两百零五" → 205), or null for any other text. */
export function chineseNumeral(text: string): number | null {
  if (text === '' || text.length > 8) return null;
  let total = 0;
  let digit: number | null = null;
  let lowestPlace = 10_000;
  for (const character of text) {
    const place = PLACES[character];
    if (place === undefined) {
      const value = DIGITS[character];
      if (value === undefined || (digit !== null && digit !== 0)) return null;
      digit = value;
      continue;
    }
    if (place >= lowestPlace || digit === 0) return null;
    total += (digit ?? 1) * place;
    lowestPlace = place;
    digit = null;
  }
  return total + (digit ?? 0);
}
