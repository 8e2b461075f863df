import type { Judgement, Observation, Relation } from '../../../schemas/index.ts';

/** Which judgements each number takes part in. */
export interface Network {
  readonly judgements: readonly Judgement[];
  /** Indices into `judgements`, ascending, by the ref of the number. */
  readonly of: (ref: string) => readonly number[];
}

/** Undetermined relations say nothing about any number and are left out. */
export function networkOf(judgements: readonly Judgement[]): Network {
  const touching = new Map<string, number[]>();
  for (const [index, { relation, outcome }] of judgements.entries()) {
    if (outcome === 'undetermined') continue;
    for (const { ref } of numbersOf(relation)) {
      const before = touching.get(ref);
      if (before === undefined) touching.set(ref, [index]);
      else before.push(index);
    }
  }
  return { judgements, of: (ref) => touching.get(ref) ?? [] };
}

/** The numbers of a relation, each once, in the order of its operands. */
export function numbersOf(relation: Relation): readonly Observation[] {
  const seen = new Set<string>();
  const numbers: Observation[] = [];
  for (const { observation } of relation.operands) {
    if (observation === null || seen.has(observation.ref)) continue;
    seen.add(observation.ref);
    numbers.push(observation);
  }
  return numbers;
}
