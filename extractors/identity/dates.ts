/** Dates as published pages print them. */

const PATTERNS: readonly RegExp[] = [
  /(20\d{2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{1,2})(?!\d)/,
  /(20\d{2})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})(?:\s?日|$)/,
];
const IDEOGRAPHIC =
  /([〇○零一二三四五六七八九]{4})\s?年\s?([一二三四五六七八九十]{1,3})\s?月\s?([一二三四五六七八九十]{1,3})\s?日/;
const COMPACT = /^(20\d{2})(\d{2})(\d{2})/;

/** The first full date of a text as YYYY-MM-DD, null where there is none; a month without a day is no date. */
export function readDate(text: string): string | null {
  for (const pattern of [...PATTERNS, COMPACT]) {
    const [, year, month, day] = pattern.exec(text) ?? [];
    if (year !== undefined && month !== undefined && day !== undefined)
      return isoDate(Number(year), Number(month), Number(day));
  }
  const [, year, month, day] = IDEOGRAPHIC.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const digits = [...year.replace(/[〇○]/g, '零')].map((char) => '零一二三四五六七八九'.indexOf(char)).join('');
  return isoDate(Number(digits), smallNumber(month), smallNumber(day));
}

function isoDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

function smallNumber(text: string): number {
  const value = (char: string | undefined): number => '零一二三四五六七八九'.indexOf(char ?? '');
  if (!text.includes('十')) return value(text);
  const [tens, ones] = text.split('十');
  return (tens === '' ? 1 : value(tens)) * 10 + (ones === '' ? 0 : value(ones));
}
