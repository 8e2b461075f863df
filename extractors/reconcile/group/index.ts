import type { Judgement, Observation, Relation } from '../../../schemas/index.ts';
import { networkOf, numbersOf } from './network.ts';
import type { Correction } from './suspect.ts';
import { compareCorrections, correctionsFor, gain, isBroken } from './suspect.ts';

/** One misprint and what it breaks. */
export interface Group {
  /** The relation that shows the misprint best: of those that its correction repairs, the one with fewest numbers. */
  readonly main: Judgement;
  /** The number whose correction repairs most relations; null when no number stands out. */
  readonly suspect: Observation | null;
  /** What the suspect should read, in its unit; "" without a suspect. */
  readonly correction: string;
  /** Without a suspect: one of the numbers that would explain it equally well. */
  readonly candidate: Observation | null;
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
      const best = bestCorrection(correctionsFor(remaining, network, corrected));
      if (best === null) break;
      const explained = remaining.filter((index) => best.correction.repaired.includes(index));
      const suspect = best.standsOut ? best.correction : null;
      groups.push({ first: explained[0] ?? 0, group: groupOf(explained, judgements, suspect, best.correction.number) });
      for (const { ref } of suspect ? [suspect.number, ...suspect.copies] : [])
        corrected.set(ref, best.correction.value);
      remaining = remaining.filter(
        (index) => !explained.includes(index) && isStillBroken(judgements[index], corrected),
      );
    }
    for (const index of remaining) groups.push({ first: index, group: groupOf([index], judgements, null, null) });
  }
  const inOrder = groups.sort((a, b) => a.first - b.first).map(({ group }) => group);
  return mergeRepetitions(inOrder);
}

/** The correction that explains most, and whether no other number explains as much; null when none explains anything. */
function bestCorrection(
  corrections: readonly Correction[],
): { readonly correction: Correction; readonly standsOut: boolean } | null {
  let best: Correction | null = null;
  let rivals = 0;
  for (const correction of corrections) {
    if (gain(correction) <= 0) continue;
    const order = best === null ? 1 : compareCorrections(correction, best);
    if (order > 0) {
      best = correction;
      rivals = 0;
    } else if (order === 0 && correction.number.ref !== best?.number.ref) rivals++;
  }
  return best && { correction: best, standsOut: rivals === 0 };
}

function isStillBroken(judgement: Judgement | undefined, corrected: ReadonlyMap<string, string>): boolean {
  return judgement !== undefined && isBroken(judgement, corrected);
}

function groupOf(
  indices: readonly number[],
  judgements: readonly Judgement[],
  correction: Correction | null,
  candidate: Observation | null,
): Group {
  const members = indices.flatMap((index) => judgements[index] ?? []);
  const [main, ...consequences] = members.toSorted(
    (a, b) => clarity(a.relation) - clarity(b.relation) || members.indexOf(a) - members.indexOf(b),
  );
  if (main === undefined) throw new RangeError('a group has at least one broken relation');
  return { main, suspect: correction?.number ?? null, correction: correction?.value ?? '', candidate, consequences };
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
