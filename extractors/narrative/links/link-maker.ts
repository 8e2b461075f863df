import type { Link, Words } from '../../../schemas/index.ts';
import type { Passage } from '../passage.ts';
import type { Reading } from '../reading.ts';

/** What a maker of links sees: every reading in order, and a way to say where words stand. */
export interface LinkContext {
  readonly readings: readonly Reading[];
  readonly passages: readonly Passage[];
  readonly fiscalYear: number | null;
  /** The words from the clause of the first reading to the end of the last, within one block. */
  readonly wordsAt: (first: Reading, last: Reading) => Words;
}

/** One file per kind of link. It says what sentences claim; whether that is right is judged elsewhere. */
export type LinkMaker = (context: LinkContext) => readonly Link[];
