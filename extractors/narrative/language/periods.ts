/**
 * The fiscal year a number is about. An explicit year holds until another one, except where it names the base of a
 * comparison; 上年, 去年 and 本年 are counted from the year of the document.
 */
const YEARS = /(?<!\d)((?:19|20)\d{2})年/g;
const PRIOR = /(?:上一?年度?|去年)(?=决算|预算|执行|为|[，（：]?$|同期)(?!预算数?相比|决算数?相比)/;
const CURRENT = /今年|本年度/;

/** Whether a clause sets the time of what follows: "截至2025年12月31日", "2019年3月"; years in reasons do not. */
export function setsTime(clause: string): boolean {
  return DATES_WHAT_FOLLOWS.test(clause);
}

const DATES_WHAT_FOLLOWS =
  /^(?:截至|截止|于|自|到|在|其中)?(?:到|至)?(?:19|20)\d{2}年|截至|截止|^[^，；。]{0,20}(?:19|20)\d{2}年(?:度)?$/;

/** The year that words before a number name, or null. Words of a comparison must have been taken out by the caller. */
export function yearNamed(words: string, fiscalYear: number | null): string | null {
  let year: string | null = null;
  for (const match of words.matchAll(YEARS)) year = match[1] ?? year;
  const last = year === null ? -1 : words.lastIndexOf(year);
  if (fiscalYear === null) return year;
  if (PRIOR.test(words.slice(last + 1))) return String(fiscalYear - 1);
  if (CURRENT.test(words.slice(last + 1)) && last < 0) return String(fiscalYear);
  return year;
}

export const periodExpressions: readonly RegExp[] = [YEARS, PRIOR, CURRENT, DATES_WHAT_FOLLOWS];
