import { z } from 'zod';
import { loadYaml } from '../../knowledge/index.ts';
import { canonicalLabel } from '../../tables/names.ts';

const says = z.strictObject({
  fund: z.enum(['all', 'fiscal', 'general', 'government_fund', 'state_capital', 'special_account']).optional(),
  flow: z.enum(['income', 'expenditure', 'both']).optional(),
  extent: z.enum(['grand', 'current', 'sum', 'subtotal']).optional(),
  item: z
    .string()
    .regex(/^[a-z_]+$/)
    .optional(),
  nature: z.enum(['basic', 'project', 'remitted_up', 'business', 'subsidy_affiliated']).optional(),
  phase: z.enum(['budget', 'adjusted', 'plan', 'final']).optional(),
  year: z.enum(['prior', 'current', 'next']).optional(),
  noise: z.literal(true).optional(),
});

const termsFile = z.strictObject({
  terms: z.array(z.strictObject({ says, words: z.array(z.string().min(1)).min(1) })),
});

/** What one word says; see data/subjects/terms.yaml. */
export type Says = z.infer<typeof says>;

/** Words by their canonical spelling, and the length of the longest. */
export interface Vocabulary {
  readonly words: ReadonlyMap<string, Says>;
  readonly longest: number;
}

let known: Vocabulary | null = null;

/** The words of data/subjects/terms.yaml. Throws a GoujiError when the file is wrong. */
export function subjectVocabulary(): Vocabulary {
  known ??= readVocabulary();
  return known;
}

function readVocabulary(): Vocabulary {
  const words = new Map<string, Says>();
  let longest = 0;
  for (const entry of loadYaml('subjects/terms.yaml', termsFile).terms) {
    for (const printed of entry.words) {
      const word = canonicalLabel(printed) || printed;
      if (!words.has(word)) words.set(word, entry.says);
      longest = Math.max(longest, word.length);
    }
  }
  return { words, longest };
}
