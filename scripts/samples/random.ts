/** A small seeded generator (mulberry32): the same seed gives the same samples on any machine. */
export interface Random {
  /** Integer in [low, high]. */
  readonly between: (low: number, high: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
  /** Splits `total` into `count` positive integers that add up to it. */
  readonly split: (total: number, count: number) => number[];
}

export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(list: readonly T[]): T => {
    const chosen = list[between(0, list.length - 1)];
    if (chosen === undefined) throw new RangeError('pick: expected a list with at least one element, found none');
    return chosen;
  };
  const split = (total: number, count: number): number[] => {
    const parts: number[] = [];
    let rest = total;
    for (let left = count; left > 1; left--) {
      const mean = Math.floor(rest / left);
      const part = Math.max(1, between(Math.ceil(mean / 2), Math.floor((mean * 3) / 2)));
      parts.push(part);
      rest -= part;
    }
    return [...parts, rest];
  };
  return { between, pick, split };
}
