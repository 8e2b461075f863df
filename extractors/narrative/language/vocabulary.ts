import { z } from 'zod';
import { loadYaml } from '../../knowledge/index.ts';

/** Knowledge of words, kept in data/vocabulary so that it can be extended without touching code. */

const words = z.array(z.string().min(1));

const measureWordsFile = z.strictObject({
  amount: words,
  percent: words,
  headcount: words,
  score: words,
  count: words,
  other: words,
});

const changeWordsFile = z.strictObject({ up: words, down: words, flat: words, neutral: words });

const fiscalPhrasesFile = z.strictObject({
  phases: z.strictObject({ budget: words, actual: words }),
  weakPhases: z.strictObject({ budget: words, actual: words }),
  partitions: z.array(words),
  selfNames: words,
  leadVerbs: words,
  countVerbs: words,
  trailVerbs: words,
});

export type MeasureClass = keyof z.infer<typeof measureWordsFile>;

export const measureWords = () => loadYaml('vocabulary/measure-words.yaml', measureWordsFile);
export const changeWords = () => loadYaml('vocabulary/change-words.yaml', changeWordsFile);
export const fiscalPhrases = () => loadYaml('vocabulary/fiscal-phrases.yaml', fiscalPhrasesFile);
export const numeralIdioms = () => loadYaml('vocabulary/numeral-idioms.yaml', words);

/** Alternatives of a regular expression that matches any of the words, the longest first. */
export function anyOf(list: readonly string[]): string {
  return [...list]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .join('|');
}

/** Calls `make` at most once: expressions made from data are compiled on first use. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
