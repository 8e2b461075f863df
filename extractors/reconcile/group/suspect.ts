import type { Judgement, Observation } from '../../../schemas/index.ts';
import { judge } from '../judge/index.ts';
import { impliedValues } from './implied-value.ts';
import type { Network } from './network.ts';
import { numbersOf } from './network.ts';

/** A number that may be misprinted, the value that would be right, and what becomes of the relations around it. */
export interface Correction {
  readonly number: Observation;
  readonly value: string;
  /** Broken relations, not yet explained, that hold once the number is corrected. */
  readonly repaired: readonly number[];
  /** Relations that held and no longer would. */
  readonly spoiled: number;
  /** Other places where the same number is printed and would have to be corrected too. */
  readonly copies: readonly Observation[];
}

/** Relations of one number that are tried; more say nothing new. */
const MOST_RELATIONS_TRIED = 64;

/** Every correction that one of the broken relations suggests, for every number in it. */
export function correctionsFor(
  broken: readonly number[],
  network: Network,
  corrected: Corrected,
): readonly Correction[] {
  const open = new Set(broken);
  const tried = new Set<string>();
  const corrections: Correction[] = [];
  for (const index of broken) {
    const judgement = network.judgements[index];
    if (!judgement) continue;
    for (const number of numbersOf(judgement.relation)) {
      const values = impliedValues(judgement, number).filter((value) => !tried.has(`${number.ref}=${value}`));
      if (values.length === 0) continue;
      const found = copiesOf(number, network);
      for (const [value, copies] of values.flatMap((value) => withAndWithout(value, found))) {
        tried.add(`${number.ref}=${value}`);
        const correction = tryCorrection({ number, value, copies }, network, corrected, open);
        if (correction.repaired.length > 0) corrections.push(correction);
      }
    }
  }
  return corrections;
}

function withAndWithout(
  value: string,
  copies: readonly Observation[],
): readonly (readonly [string, readonly Observation[]])[] {
  return copies.length === 0
    ? [[value, []]]
    : [
        [value, []],
        [value, copies],
      ];
}

/** Values already corrected, by ref: later corrections are judged beside them. */
export type Corrected = ReadonlyMap<string, string>;

/** More copies of a number than this are not looked at: so many places are not misprinted alike. */
const MOST_COPIES = 8;

/** Where the same number is printed again, as relations that hold say: a misprint may have been copied with it. */
function copiesOf(number: Observation, network: Network): readonly Observation[] {
  const copies = new Map<string, Observation>();
  for (const index of network.of(number.ref).slice(0, MOST_RELATIONS_TRIED)) {
    const judgement = network.judgements[index];
    if (judgement?.relation.kind !== 'equal' || judgement.outcome !== 'holds') continue;
    for (const other of numbersOf(judgement.relation)) {
      const isCopy = other.ref !== number.ref && other.unit === number.unit && other.value === number.value;
      if (isCopy && copies.size < MOST_COPIES) copies.set(other.ref, other);
    }
  }
  return [...copies.values()];
}

function tryCorrection(
  given: Pick<Correction, 'number' | 'value' | 'copies'>,
  network: Network,
  corrected: Corrected,
  open: ReadonlySet<number>,
): Correction {
  const changed = [given.number, ...given.copies];
  const trial = new Map([...corrected, ...changed.map(({ ref }) => [ref, given.value] as const)]);
  const touched = new Set(changed.flatMap(({ ref }) => network.of(ref).slice(0, MOST_RELATIONS_TRIED)));
  const repaired: number[] = [];
  let spoiled = 0;
  for (const index of [...touched].sort((a, b) => a - b)) {
    const judgement = network.judgements[index];
    if (!judgement) continue;
    const before = isBroken(judgement, corrected);
    const after = isBroken(judgement, trial);
    if (before && !after && open.has(index)) repaired.push(index);
    else if (!before && after) spoiled++;
  }
  return { ...given, repaired, spoiled };
}

/** Whether the relation is broken when numbers are read as corrected. */
export function isBroken(judgement: Judgement, corrected: Corrected): boolean {
  const { relation } = judgement;
  if (!relation.operands.some(({ observation }) => observation && corrected.has(observation.ref))) {
    return judgement.outcome === 'broken';
  }
  const operands = relation.operands.map((operand) => {
    const value = operand.observation && corrected.get(operand.observation.ref);
    return operand.observation && value ? { ...operand, observation: { ...operand.observation, value } } : operand;
  });
  return judge({ ...relation, operands }).outcome === 'broken';
}
