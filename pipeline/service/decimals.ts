/**
 * A text that sorts as the size of a decimal string does, its sign aside, made without a number: thousands are sorted at once, and
 * each is compared many times.
 */
export function sizeKey(decimal: string): string {
  const digits = decimal.startsWith('-') ? decimal.slice(1) : decimal;
  const point = digits.indexOf('.');
  const whole = (point < 0 ? digits : digits.slice(0, point)).replace(/^0+/, '');
  const decimals = point < 0 ? '' : digits.slice(point + 1).replace(/0+$/, '');
  // Of more digits before the point is more; of as many, what comes later in the order of characters.
  return `${String.fromCharCode(whole.length)}${whole}.${decimals}`;
}
