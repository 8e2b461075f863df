import { tag } from 'jieba-wasm';

/** One word of a phrase with jieba's part of speech: n… nouns, v… verbs, d adverbs, p prepositions, m numerals. */
export interface Word {
  readonly text: string;
  readonly part: string;
  readonly start: number;
}

/** Longer phrases are cut: the segmenter's cost is linear, but nothing that long is a name. */
const LONGEST_PHRASE = 80;

export function wordsOf(phrase: string): readonly Word[] {
  const words: Word[] = [];
  let start = 0;
  for (const { word, tag: part } of tag(phrase.slice(0, LONGEST_PHRASE).toWellFormed(), true)) {
    words.push({ text: word, part, start });
    start += word.length;
  }
  return words;
}
