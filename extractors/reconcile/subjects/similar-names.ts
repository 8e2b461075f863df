import { cut } from 'jieba-wasm';
import { plainRowName } from './row-name.ts';

/** The name that a label most likely means, and how much of their words they share (Dice, 0…1). */
export interface SimilarName {
  readonly name: string;
  readonly confidence: number;
}

/** Below this two names are different names. */
const LEAST_CONFIDENCE = 0.8;
/** Enough for a label that is the end of the name: the text leaves out the unit's own name before it. */
const LEAST_FOR_ENDING = 0.6;
/** By so much the best must be ahead of the next: else the label is ambiguous. */
const LEAD = 0.1;
/** More names than this with a common word tell nothing apart. */
const MOST_CANDIDATES = 50;

export interface SimilarNames {
  /** null when no name is like the label, or several are. */
  readonly find: (label: string) => SimilarName | null;
}

/** Names by their words. Only names that share a rare word with a label are compared with it. */
export function similarNames(names: readonly string[]): SimilarNames {
  const wordsOf = new Map(names.map((name) => [name, wordsIn(name)]));
  const byWord = new Map<string, string[]>();
  for (const [name, words] of wordsOf) {
    for (const word of words) byWord.set(word, [...(byWord.get(word) ?? []), name]);
  }
  return {
    find: (label) => {
      const words = wordsIn(plainRowName(label));
      const candidates = new Set(
        [...words].flatMap((word) => {
          const sharing = byWord.get(word) ?? [];
          return sharing.length > MOST_CANDIDATES ? [] : sharing;
        }),
      );
      const ranked = [...candidates]
        .map((name) => ({ name, confidence: dice(words, wordsOf.get(name) ?? new Set()) }))
        .sort((a, b) => b.confidence - a.confidence || (a.name < b.name ? -1 : 1));
      const [best, next] = ranked;
      const least = best?.name.endsWith(plainRowName(label)) ? LEAST_FOR_ENDING : LEAST_CONFIDENCE;
      if (!best || best.confidence < least) return null;
      return next && best.confidence - next.confidence < LEAD ? null : best;
    },
  };
}

function wordsIn(name: string): ReadonlySet<string> {
  return new Set(cut(name, false).filter((word) => /[\p{L}\p{N}]/u.test(word)));
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}
