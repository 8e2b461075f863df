import { anyOf, fiscalPhrases, once } from './vocabulary.ts';

/** Budget or final accounts: which of the two an amount belongs to, told by the words at the end of its name. */
export type Phase = 'budget' | 'actual';

const expressions = once(() => {
  const { budget, actual } = fiscalPhrases().phases;
  return {
    budget: new RegExp(`^(?:${anyOf(budget)})$`),
    actual: new RegExp(`^(?:${anyOf(actual)})$`),
    ending: new RegExp(`(?:${anyOf([...budget, ...actual])})$`),
  };
});

/** The phase a name consists of ("年初预算", "支出决算数"), or null where it is a name of its own. */
export function phaseOf(name: string): Phase | null {
  if (expressions().budget.test(name)) return 'budget';
  return expressions().actual.test(name) ? 'actual' : null;
}

/** Name without the phase it ends with: "公务接待费支出决算" → "公务接待费"; unchanged where nothing would be left. */
export function withoutPhase(name: string): string {
  const ending = expressions().ending.exec(name)?.[0] ?? '';
  const rest = name.slice(0, name.length - ending.length);
  return rest === '' ? name : rest;
}

/** The phase a name ends with: "公务接待费支出决算" → actual. */
export function phaseAtEnd(name: string): Phase | null {
  const ending = expressions().ending.exec(name)?.[0];
  return ending === undefined ? null : phaseOf(ending);
}
