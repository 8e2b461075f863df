import { anyOf, fiscalPhrases, once } from './vocabulary.ts';

/** Budget or final accounts: which of the two an amount belongs to, told by the words at the end of its name. */
export type Phase = 'budget' | 'actual';

const expressions = once(() => {
  const { phases, weakPhases } = fiscalPhrases();
  const strong = anyOf([...phases.budget, ...phases.actual]);
  return {
    budget: new RegExp(`^(?:${anyOf([...phases.budget, ...weakPhases.budget])})$`),
    strong: new RegExp(`^(?:${strong})$`),
    weak: new RegExp(`^(?:${anyOf([...weakPhases.budget, ...weakPhases.actual])})$`),
    ending: new RegExp(`(?:${strong})$`),
  };
});

/** The phase a name consists of ("年初预算", "支出决算数"), or null where it is a name of its own. */
export function phaseOf(name: string): Phase | null {
  return expressions().strong.test(name) ? side(name) : null;
}

/** The phase of names that are one only behind an item ("支出预算" of 公务接待费), else the name of a total. */
export function weakPhaseOf(name: string): Phase | null {
  return expressions().weak.test(name) ? side(name) : null;
}

/** Name without the phase it ends with: "公务接待费支出决算" → "公务接待费"; unchanged where nothing would be left. */
export function withoutPhase(name: string): string {
  if (expressions().weak.test(name)) return name;
  const ending = expressions().ending.exec(name)?.[0] ?? '';
  const rest = name.slice(0, name.length - ending.length);
  return rest === '' ? name : rest;
}

/** The phase a name ends with: "公务接待费支出决算" → actual. */
export function phaseAtEnd(name: string): Phase | null {
  const ending = expressions().ending.exec(name)?.[0];
  return ending === undefined ? null : side(ending);
}

function side(name: string): Phase {
  return expressions().budget.test(name) ? 'budget' : 'actual';
}

export const phaseExpressions = (): readonly RegExp[] => Object.values(expressions());
