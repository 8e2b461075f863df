/** A stretch of readable text: [start, end). */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const SENTENCE_END = /[。！？!?\n]/;

/** A half-width stop between words, typed so or recognised so on a scan. Behind a numeral it numbers something ("一.收入"). */
const BARE_STOP = /(?<=[\p{Script=Han}）%])(?<![一二三四五六七八九十])[.．](?=[\p{Script=Han}（])/gu;

/**
 * Sentences of readable text, in order, blank ones left out. A full stop inside brackets does not end the sentence
 * that the brackets stand in ("（…。）比上年增加…").
 */
export function sentencesOf(text: string): readonly Stretch[] {
  const sentences: Stretch[] = [];
  const closings = matchingBrackets(text);
  const stops = new Set(Array.from(text.matchAll(BARE_STOP), ({ index }) => index));
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const closing = closings.get(at);
    if (closing !== undefined && closing - at <= LONGEST_ASIDE && !text.startsWith('。', closing + 1)) {
      at = closing;
      continue;
    }
    if (!SENTENCE_END.test(text.charAt(at)) && !stops.has(at)) continue;
    if (at > start) sentences.push({ start, end: at + 1 });
    start = at + 1;
  }
  if (start < text.length) sentences.push({ start, end: text.length });
  return sentences;
}

/** Brackets longer than this are taken as unbalanced. */
const LONGEST_ASIDE = 300;

/** For each opening bracket the offset of its closing one, where both stand near enough. */
export function matchingBrackets(text: string): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '（') open.push(at);
    if (character !== '）') continue;
    const opening = open.pop();
    if (opening !== undefined && at - opening <= LONGEST_ASIDE) pairs.set(opening, at);
  }
  return pairs;
}
