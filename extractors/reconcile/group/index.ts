import type { Judgement, Observation, Relation } from '../../../schemas/index.ts';
import { bestCorrections, slip, withoutCorrection } from './likelihood.ts';
import { networkOf, numbersOf } from './network.ts';
import type { Correction } from './suspect.ts';
import { correctionsFor, isBroken } from './suspect.ts';

/** One misprint and what it breaks. */
export interface Group {
  /** The relation that shows the misprint best: of those that its correction repairs, the one with fewest numbers. */
  readonly main: Judgement;
  /** The number whose correction repairs most relations; null when no number stands out. */
  readonly suspect: Observation | null;
  /** What the suspect should read, in its unit; "" without a suspect, and where several values would do. */
  readonly correction: string;
  /** Every number that explains the misprint as well as any other, the likeliest last: the suspect alone where there is one. */
  readonly suspects: readonly Observation[];
  /** Other broken relations that are explained by the same misprint. */
  readonly consequences: readonly Judgement[];
}

/** With more broken relations than this tied together it is the reading that is at fault: no suspect is looked for. */
const MOST_TIED_TOGETHER = 80;

/** The broken judgements, so that one misprint is one group, in the order in which the relations were proposed. */
export function groupBroken(judgements: readonly Judgement[]): readonly Group[] {
  const network = networkOf(judgements);
  const groups: { readonly first: number; readonly group: Group }[] = [];
  for (const component of componentsOf(judgements)) {
    const corrected = new Map<string, string>();
    let remaining = component;
    while (remaining.length > 0 && component.length <= MOST_TIED_TOGETHER) {
      const best = bestCorrections(correctionsFor(remaining, network, corrected));
      const likeliest = best.at(-1);
      if (likeliest === undefined) break;
      const explained = remaining.filter((index) => likeliest.repaired.includes(index));
      const unknown = slip(likeliest) ? [] : withoutCorrection(explained, best, network);
      groups.push({ first: explained[0] ?? 0, group: groupOf(explained, judgements, best, unknown) });
      const numbers = new Set(best.map(({ number }) => number.ref));
      for (const { ref } of numbers.size + unknown.length === 1 ? [likeliest.number, ...likeliest.copies] : [])
        corrected.set(ref, likeliest.value);
      remaining = remaining.filter(
        (index) => !explained.includes(index) && isStillBroken(judgements[index], corrected),
      );
    }
    for (const index of remaining) groups.push({ first: index, group: groupOf([index], judgements, [], []) });
  }
  const inOrder = groups.sort((a, b) => a.first - b.first).map(({ group }) => group);
  return mergeRepetitions(inOrder);
}

function isStillBroken(judgement: Judgement | undefined, corrected: ReadonlyMap<string, string>): boolean {
  return judgement !== undefined && isBroken(judgement, corrected);
}

/** Without any correction, each number of the relation may be the one. */
function groupOf(
  indices: readonly number[],
  judgements: readonly Judgement[],
  corrections: readonly Correction[],
  unknown: readonly Observation[],
): Group {
  const members = indices.flatMap((index) => judgements[index] ?? []);
  const [main, ...consequences] = members.toSorted(
    (a, b) => clarity(a.relation) - clarity(b.relation) || members.indexOf(a) - members.indexOf(b),
  );
  if (main === undefined) throw new RangeError('a group has at least one broken relation');
  const corrected = new Map(corrections.map(({ number }) => [number.ref, number]));
  const likely = [...unknown, ...corrected.values()];
  const suspects = likely.length === 0 ? numbersOf(main.relation) : likely;
  const [suspect = null, rival] = suspects;
  if (suspect === null || rival !== undefined || corrections.length === 0)
    return { main, suspect: null, correction: '', suspects, consequences };
  const [correction, another] = new Set(corrections.map(({ value }) => value));
  return { main, suspect, correction: another === undefined ? (correction ?? '') : '', suspects, consequences };
}

/** The fewer numbers the clearer; that two numbers are equal says more than that one is not greater. */
function clarity({ kind, operands }: Relation): number {
  return operands.length + (kind === 'bound' || kind === 'direction' ? 0.5 : 0);
}

/** Broken relations tied together by shared numbers; indices ascending within and between components. */
function componentsOf(judgements: readonly Judgement[]): readonly (readonly number[])[] {
  const broken = [...judgements.keys()].filter((index) => judgements[index]?.outcome === 'broken');
  const parent = new Map(broken.map((index) => [index, index]));
  const root = (index: number): number => {
    let at = index;
    for (let up = parent.get(at) ?? at; up !== at; up = parent.get(at) ?? at) at = up;
    parent.set(index, at);
    return at;
  };
  const firstWith = new Map<string, number>();
  for (const index of broken) {
    const judgement = judgements[index];
    for (const { ref } of judgement ? numbersOf(judgement.relation) : []) {
      const other = firstWith.get(ref);
      if (other === undefined) firstWith.set(ref, index);
      else parent.set(Math.max(root(index), root(other)), Math.min(root(index), root(other)));
    }
  }
  return [...Map.groupBy(broken, root).values()];
}

/** The same numbers printed again in another column or table are the same mistake: 合计, 小计 and 人员经费 alike. */
function mergeRepetitions(groups: readonly Group[]): readonly Group[] {
  const merged = new Map<string, Group>();
  for (const group of groups) {
    const { relation } = group.main;
    const numbers = relation.operands.map(
      ({ role, observation }) => `${role}${observation?.value}${observation?.unit}`,
    );
    const nonZero = relation.operands.filter(({ observation }) => /[1-9]/.test(observation?.value ?? '')).length;
    const key = `${relation.kind} ${numbers.join(' ')}`;
    const before = merged.get(key);
    if (before === undefined || nonZero < 3) merged.set(nonZero < 3 ? `${merged.size}` : key, group);
    else {
      const consequences = [...before.consequences, group.main, ...group.consequences];
      merged.set(key, { ...before, consequences });
    }
  }
  return [...merged.values()];
}
