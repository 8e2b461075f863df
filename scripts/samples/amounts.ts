/**
 * Amounts of the samples are integers in hundredths of 万元, so that sums are exact.
 */
export function wan(hundredths: number): string {
  const sign = hundredths < 0 ? '-' : '';
  const digits = String(Math.abs(hundredths)).padStart(3, '0');
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** "1,234.50" */
export function wanGrouped(hundredths: number): string {
  const [integer = '', fraction = ''] = wan(hundredths).split('.');
  return `${integer.replace(/\B(?=(?:\d{3})+$)/g, ',')}.${fraction}`;
}

/** part / whole in percent with two decimals, rounded half up, in integers only. */
export function percent(part: number, whole: number): string {
  if (whole <= 0) throw new RangeError(`percent: expected a whole above zero, found ${whole}`);
  const hundredthsOfPercent = Math.floor((Math.abs(part) * 20_000 + whole) / (2 * whole));
  return wan(hundredthsOfPercent);
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
