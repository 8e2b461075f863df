import type { Document, Extraction, OnePlace, Place, RecognizedWord } from '../schemas/index.ts';

/** A word belongs to a number when at least this share of it lies in the number's place. */
const SHARE_OF_WORD = 0.2;

/**
 * Numbers of recognised pages carry how sure the recognition program was of them: of its least sure word. Numbers that a
 * document says of itself carry nothing.
 */
export function withConfidences(
  numbers: Pick<Extraction, 'facts' | 'figures'>,
  { recognized = [] }: Document,
): Pick<Extraction, 'facts' | 'figures'> {
  if (recognized.length === 0) return numbers;
  const words = Map.groupBy(recognized, ({ page }) => page);
  const sure = <Number extends { readonly place: Place }>(number: Number): Number => {
    const confidence = confidenceAt(number.place, words);
    return confidence === null ? number : { ...number, confidence };
  };
  return { facts: numbers.facts.map(sure), figures: numbers.figures.map(sure) };
}

type WordsOfPages = ReadonlyMap<number, readonly RecognizedWord[]>;

function confidenceAt(place: Place, words: WordsOfPages): number | null {
  const found = (Array.isArray(place) ? place : [place]).flatMap((part) => wordsAt(part, words));
  return found.length === 0 ? null : rounded(Math.min(...found.map(({ confidence }) => confidence)));
}

function wordsAt(place: OnePlace, words: WordsOfPages): readonly RecognizedWord[] {
  if (!('page' in place)) return [];
  const ofPage = words.get(place.page) ?? [];
  const within = ofPage.filter(({ bbox }) => shared(bbox, place.bbox) >= SHARE_OF_WORD * area(bbox));
  // A place inside a longer word holds no word in full, but its page was recognised all the same.
  return within.length > 0 ? within : ofPage.filter(({ bbox }) => shared(bbox, place.bbox) > 0);
}

type Box = RecognizedWord['bbox'];

function shared(a: Box, b: Box): number {
  const width = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const height = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  return Math.max(0, width) * Math.max(0, height);
}

function area(box: Box): number {
  return (box[2] - box[0]) * (box[3] - box[1]);
}

function rounded(confidence: number): number {
  return Math.round(confidence * 100) / 100;
}
