import type { TextLine } from './cell-text.ts';
import { intervalOf } from './grid-shape.ts';
import { type Phrase, phrasesOf } from './phrases.ts';

/** A header of two levels without a rule between them. */
export interface HeaderLevels {
  /** Height of the border between the levels. */
  readonly y: number;
  /** Columns under one heading of the upper level. Columns under none have one name over both levels. */
  readonly spans: readonly ColumnRange[];
}

/** Columns from the first to the last, both included. */
interface ColumnRange {
  readonly first: number;
  readonly last: number;
}

/** More lines than this over the first rule are rows of data. */
const MOST_LINES = 5;
/** The middle of a heading stands this close, in em, to the middle of the names under it. */
const CENTRED_WITHIN = 1;

/**
 * Levels of the header of a three-line table, from the lines over its first inner rule: what stands in the middle over several
 * names heads them. Names of columns under no heading may stand in any height.
 */
export function headerLevels(lines: readonly TextLine[], xs: readonly number[]): HeaderLevels | null {
  if (lines.length < 2 || lines.length > MOST_LINES) return null;
  const phrases = lines.map(phrasesOf);
  for (const [upper, headings] of phrases.entries()) {
    for (let lower = upper + 1; lower < lines.length; lower++) {
      const spans = spansOf(headings, phrases[lower] ?? [], xs);
      if (spans === null) continue;
      const [above, below] = [lines[upper], lines.slice(upper + 1).find((one) => standsIn(phrasesOf(one), spans, xs))];
      if (above === undefined || below === undefined) continue;
      return { y: (above.baseline + 0.25 * above.size + below.baseline - 0.85 * below.size) / 2, spans };
    }
  }
  return null;
}

/** Null when the line is no line of headings: something in it stands over a name and heads nothing. */
function spansOf(
  headings: readonly Phrase[],
  names: readonly Phrase[],
  xs: readonly number[],
): readonly ColumnRange[] | null {
  const spans: ColumnRange[] = [];
  for (const [index, heading] of headings.entries()) {
    const from = headings[index - 1]?.x1 ?? Number.NEGATIVE_INFINITY;
    const to = headings[index + 1]?.x0 ?? Number.POSITIVE_INFINITY;
    const near = names.filter((name) => middle(name) > from && middle(name) < to);
    const [first, last] = heading.numeric ? [] : widestCentred(heading, near);
    if (first !== undefined && last !== undefined)
      spans.push({ first: intervalOf(xs, middle(first)), last: intervalOf(xs, middle(last)) });
    else if (names.some(({ x0, x1 }) => x0 < heading.x1 && x1 > heading.x0)) return null;
  }
  const apart = spans.every(({ first, last }, index) => first < last && first > (spans[index - 1]?.last ?? -1));
  return spans.length > 0 && apart ? spans : null;
}

/** First and last of the most neighbouring names, two at least, that the heading stands in the middle over. */
function widestCentred(heading: Phrase, names: readonly Phrase[]): readonly Phrase[] {
  for (let count = names.length; count > 1; count--) {
    for (let at = 0; at + count <= names.length; at++) {
      const [first, last] = [names[at], names[at + count - 1]];
      if (first === undefined || last === undefined) continue;
      const off = Math.abs((first.x0 + last.x1) / 2 - middle(heading));
      const outer = Math.abs((middle(first) + middle(last)) / 2 - middle(heading));
      if (Math.min(off, outer) <= CENTRED_WITHIN * heading.size) return [first, last];
    }
  }
  return [];
}

function standsIn(phrases: readonly Phrase[], spans: readonly ColumnRange[], xs: readonly number[]): boolean {
  return phrases.some((phrase) => {
    const c = intervalOf(xs, middle(phrase));
    return spans.some(({ first, last }) => c >= first && c <= last);
  });
}

function middle({ x0, x1 }: Phrase): number {
  return (x0 + x1) / 2;
}
