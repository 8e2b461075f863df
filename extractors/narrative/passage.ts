import type { Block, Words } from '../../schemas/index.ts';
import { placeOf } from '../text/place.ts';
import type { Readable } from './language/readable.ts';
import { blockEnd, blockStart, printedForm } from './language/readable.ts';
import type { Stretch } from './language/sentences.ts';
import type { Reading } from './reading.ts';

/** A block that was read: its readable text, its sentences and the readings of its quantities. */
export interface Passage {
  readonly block: Block;
  readonly readable: Readable;
  readonly sentences: readonly Stretch[];
  readonly readings: readonly Reading[];
  /** What the block is about, "" where nothing says. */
  readonly topic: string;
}

/** The words [start, end) of the readable text, with their place in the document. */
export function wordsIn({ block, readable }: Passage, start: number, end: number): Words {
  const from = blockStart(readable, start);
  const to = Math.max(from, blockEnd(readable, end));
  return {
    text: printedForm(readable, start, end),
    block: block.index,
    start: from,
    end: to,
    place: placeOf(block, from, to),
  };
}

/** No paragraph claims more than this many things of one kind; what has more is no prose. */
const MOST_MATCHES = 200;

interface Found {
  readonly match: RegExpMatchArray;
  /** Offset in the readable text. */
  readonly start: number;
}

/** The matches of an expression in a passage's sentences. */
export function* matchesIn(passage: Passage, expression: RegExp): Generator<Found> {
  let found = 0;
  for (const sentence of passage.sentences) {
    for (const match of passage.readable.text.slice(sentence.start, sentence.end).matchAll(expression)) {
      found += 1;
      if (found > MOST_MATCHES) return;
      yield { match, start: sentence.start + match.index };
    }
  }
}

/** The matches of an expression in the whole text of a passage, ends of sentences included. */
export function* matchesInText(passage: Passage, expression: RegExp): Generator<Found> {
  let found = 0;
  for (const match of passage.readable.text.matchAll(expression)) {
    found += 1;
    if (found > MOST_MATCHES) return;
    yield { match, start: match.index };
  }
}

/** The clause that the character at `at` stands in, up to it. */
export function clauseBefore(text: string, at: number): string {
  return /[^，；。：！？]{0,60}$/.exec(text.slice(Math.max(0, at - 60), at))?.[0] ?? '';
}
