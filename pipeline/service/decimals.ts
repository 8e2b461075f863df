/** Compares two decimal strings by size, signs aside, without making numbers of them: thousands are sorted at once. */
export function compareSizes(a: string, b: string): number {
  const [wholeA, decimalsA] = partsOf(a);
  const [wholeB, decimalsB] = partsOf(b);
  if (wholeA.length !== wholeB.length) return wholeA.length - wholeB.length;
  return compareText(wholeA, wholeB) || compareText(decimalsA, decimalsB);
}

/** Digits before and after the point, without what does not count. */
function partsOf(decimal: string): readonly [string, string] {
  const digits = decimal.startsWith('-') ? decimal.slice(1) : decimal;
  const point = digits.indexOf('.');
  const whole = point < 0 ? digits : digits.slice(0, point);
  return [whole.replace(/^0+/, ''), point < 0 ? '' : digits.slice(point + 1).replace(/0+$/, '')];
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
