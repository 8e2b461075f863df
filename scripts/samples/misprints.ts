/** A misprint to plant: which slot of which sample, and how its printed number is spoilt. */
export interface Misprint {
  readonly slot: string;
  /** What an auditor would call it. */
  readonly kind:
    | 'sum'
    | 'share'
    | 'change'
    | 'completion'
    | 'narrative_vs_table'
    | 'cross_table'
    | 'direction'
    | 'unit';
  readonly spoil: (printed: string) => string;
  readonly note: string;
}

/** "1,234.56" → the digit at `place` from the right raised by `by` (mod 10); everything else stays. */
export function raiseDigit(place: number, by: number): (printed: string) => string {
  return (printed) => {
    let seen = 0;
    return [...printed]
      .reverse()
      .map((character) => {
        if (!/\d/.test(character)) return character;
        seen++;
        return seen === place ? String((Number.parseInt(character, 10) + by) % 10) : character;
      })
      .reverse()
      .join('');
  };
}

/** "12.34" → "21.34": two neighbouring different digits change places. */
export function swapDigits(printed: string): string {
  for (let index = 0; index + 1 < printed.length; index++) {
    const [left = '', right = ''] = [printed[index], printed[index + 1]];
    if (/\d\d/.test(left + right) && left !== right && !(index === 0 && right === '0')) {
      return printed.slice(0, index) + right + left + printed.slice(index + 2);
    }
  }
  return raiseDigit(1, 3)(printed);
}

/** "1234.56" → "123.456": the decimal point one place to the left, decimals cut to two. */
export function shiftPoint(printed: string): string {
  const [integer = '', fraction = ''] = printed.replaceAll(',', '').split('.');
  return `${integer.slice(0, -1) || '0'}.${(integer.slice(-1) + fraction).slice(0, 2)}`;
}
