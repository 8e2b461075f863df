import type { Phrase } from './phrases.ts';

/** The middle of a heading stands this close, in em, to the middle of the columns it heads. */
const CENTRED_WITHIN = 0.8;

interface Range {
  readonly first: number;
  readonly last: number;
}

/**
 * Columns that each phrase of a header line is the heading of, where no rule says it: a heading stands in the middle of
 * its columns, its own line is blank over them, and each of them has a name in the line below.
 */
export function headingSpans(line: readonly Phrase[], below: readonly Phrase[], xs: readonly number[]): Range[] {
  const own = line.map((phrase) => columnsUnder(phrase, xs));
  const named = new Set(below.flatMap((phrase) => columnsIn(columnsUnder(phrase, xs))));
  return line.flatMap((phrase, index) => {
    const at = own[index];
    if (!at || phrase.numeric) return [];
    const from = (own[index - 1]?.last ?? -1) + 1;
    const to = (own[index + 1]?.first ?? xs.length - 1) - 1;
    const range = widestCentred(phrase, at, { first: from, last: to }, xs, named);
    return range ? [range] : [];
  });
}

function widestCentred(
  phrase: Phrase,
  at: Range,
  room: Range,
  xs: readonly number[],
  named: ReadonlySet<number>,
): Range | null {
  const middle = (phrase.x0 + phrase.x1) / 2;
  let widest: Range | null = null;
  for (let first = at.first; first >= room.first && (first === at.first || named.has(first)); first--) {
    for (let last = at.last; last <= room.last && (last === at.last || named.has(last)); last++) {
      const off = Math.abs(((xs[first] ?? 0) + (xs[last + 1] ?? 0)) / 2 - middle);
      const wider = last - first > (widest ? widest.last - widest.first : 0);
      if (wider && off <= CENTRED_WITHIN * phrase.size) widest = { first, last };
    }
  }
  return widest && columnsIn(widest).every((c) => named.has(c)) ? widest : null;
}

function columnsUnder(phrase: Phrase, xs: readonly number[]): Range {
  const slack = Math.min(phrase.size * 0.3, (phrase.x1 - phrase.x0) * 0.2);
  let first = 0;
  while (first < xs.length - 2 && (xs[first + 1] ?? 0) <= phrase.x0 + slack) first++;
  let last = first;
  while (last < xs.length - 2 && (xs[last + 1] ?? 0) < phrase.x1 - slack) last++;
  return { first, last };
}

function columnsIn({ first, last }: Range): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
