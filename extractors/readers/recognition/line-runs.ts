import type { RecognizedWord } from '../aids.ts';
import { mendNumbers } from './misread-numbers.ts';

/** A stretch of one recognised line, in pixels of the upright picture. */
export interface RecognizedRun {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly baseline: number;
  /** Type size in pixels. */
  readonly size: number;
  readonly confidence: number;
}

/** An upright ruling line parts what stands at its two sides. */
export interface Divider {
  readonly x: number;
  readonly y0: number;
  readonly y1: number;
}

/** Ink of an ideograph in em, and how far it reaches below the baseline of the type. */
const INK_OF_EM = 0.93;
const BELOW_BASELINE = 0.1;
/** Sizes closer than this share are one size: programs measure ink, which differs from character to character. */
const SAME_SIZE = 0.15;
/** Words this far apart (em) are no longer one stretch. */
const APART = 1.2;
/** Digits and marks this close (em) are one number that the program has cut. */
const CUT_NUMBER = 0.4;
/** A number that had to be mended is at most this sure. */
const MENDED = 0.5;

/** Words as a recognition program gives them, put together to the stretches of text that a page layout starts from. */
export function runsOfWords(words: readonly RecognizedWord[], dividers: readonly Divider[]): readonly RecognizedRun[] {
  const lines = Map.groupBy(words, (word) => word.line);
  const measured = [...lines.values()].map((line) => ({ line, size: sizeOf(line), bottom: bottomOf(line) }));
  const usual = median(measured.flatMap(({ line, size }) => line.map(() => size)));
  return measured.flatMap(({ line, size, bottom }) => {
    const em = Math.abs(size - usual) <= SAME_SIZE * usual ? usual : size;
    return withPageNumber(runsOfLine(line, em, bottom - BELOW_BASELINE * em, dividers));
  });
}

function runsOfLine(
  line: readonly RecognizedWord[],
  size: number,
  baseline: number,
  dividers: readonly Divider[],
): RecognizedRun[] {
  const sorted = line.toSorted((a, b) => a.bbox[0] - b.bbox[0]);
  const stretches: RecognizedWord[][] = [];
  for (const word of sorted) {
    const stretch = stretches.at(-1);
    const last = stretch?.at(-1);
    if (stretch && last && isNext(last, word, size) && !isParted(last, word, baseline - size / 2, dividers))
      stretch.push(word);
    else stretches.push([word]);
  }
  return stretches.flatMap((stretch) => runsOfStretch(stretch, size, baseline));
}

function isNext(left: RecognizedWord, right: RecognizedWord, size: number): boolean {
  const gap = right.bbox[0] - left.bbox[2];
  const bothNumbers = /\d[)）%％]?$/.test(left.text) && /^[-(（]?\d/.test(right.text);
  return gap <= (bothNumbers ? CUT_NUMBER : APART) * size;
}

function isParted(left: RecognizedWord, right: RecognizedWord, y: number, dividers: readonly Divider[]): boolean {
  const [from, to] = [middle(left), middle(right)];
  return dividers.some((divider) => divider.x > from && divider.x < to && divider.y0 <= y && divider.y1 >= y);
}

/** Numbers are runs of their own, so that each has its own place; what lies between them is one run. */
function runsOfStretch(stretch: readonly RecognizedWord[], size: number, baseline: number): RecognizedRun[] {
  const parts: RecognizedWord[][] = [];
  for (const word of stretch) {
    const part = parts.at(-1);
    const last = part?.at(-1);
    if (part && last && belongTogether(last, word, size)) part.push(word);
    else parts.push([word]);
  }
  const text = parts.map((part) => part.map((word) => word.text).join(''));
  return parts.map((part, index) => {
    const own = text[index] ?? '';
    const mended = mendedOf(own, text[index + 1] ?? '');
    return {
      text: mended,
      x0: part[0]?.bbox[0] ?? 0,
      // Boxes of single ideographs are narrower than their em: a run reaches to the next one, so that no blank arises.
      x1: parts[index + 1]?.[0]?.bbox[0] ?? Math.max(...part.map((word) => word.bbox[2])),
      baseline,
      size,
      confidence: Math.min(...part.map((word) => word.confidence), mended === own ? 1 : MENDED),
    };
  });
}

/** What follows a number tells how its marks are meant. */
function mendedOf(own: string, follower: string): string {
  const rest = follower.slice(0, 3);
  const mended = mendNumbers(own + rest);
  return mended.endsWith(rest) ? mended.slice(0, mended.length - rest.length) : own;
}

function belongTogether(left: RecognizedWord, right: RecognizedWord, size: number): boolean {
  const isNumeric = (word: RecognizedWord) => /^[-(（]?[\dOolI|.,，。．]*\d[\dOolI|.,．]*[%％)）]?$/.test(word.text);
  const isMark = (word: RecognizedWord) => /^[.,．]+\d*$/.test(word.text);
  const close = right.bbox[0] - left.bbox[2] <= CUT_NUMBER * size;
  if (isNumeric(left) && (isNumeric(right) || isMark(right) || /^[%％]$/.test(right.text))) return close;
  if (isMark(left) && isNumeric(right)) return close;
  return !isNumeric(left) && !isNumeric(right);
}

/** "— 12 —" at the foot of a page: its dashes are read as the numeral 一. */
function withPageNumber(line: RecognizedRun[]): RecognizedRun[] {
  const [first, last] = [line[0], line.at(-1)];
  const number = /^[一—–-]{1,2}(\d{1,4})[一—–-]{1,2}$/.exec(line.map((run) => run.text).join(''))?.[1];
  if (number === undefined || first === undefined || last === undefined) return line;
  return [{ ...first, text: `— ${number} —`, x1: last.x1 }];
}

function sizeOf(line: readonly RecognizedWord[]): number {
  const ideographs = line.filter((word) => /\p{Script=Han}/u.test(word.text) && !/^[一二三日口]$/.test(word.text));
  const heights = (ideographs.length > 0 ? ideographs : line).map(({ bbox }) => bbox[3] - bbox[1]);
  return median(heights) / (ideographs.length > 0 ? INK_OF_EM : 0.75);
}

function bottomOf(line: readonly RecognizedWord[]): number {
  return median(line.map(({ bbox }) => bbox[3]));
}

function middle({ bbox }: RecognizedWord): number {
  return (bbox[0] + bbox[2]) / 2;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[(sorted.length - 1) >> 1] ?? 0;
}
