import type { Observation } from '../../../schemas/index.ts';
import type { Network } from './network.ts';
import { numbersOf } from './network.ts';
import { isSlip } from './slips.ts';
import type { Correction } from './suspect.ts';

/**
 * The corrections that explain more than all others, and each as much as the other, the likeliest last. Where words and
 * tables, or a percentage and what it was worked out from, explain it equally well, none stands out: which of them is
 * misprinted more often only decides their order.
 */
export function bestCorrections(corrections: readonly Correction[]): readonly Correction[] {
  let best: Correction[] = [];
  for (const correction of corrections) {
    if (gain(correction) <= 0) continue;
    const [other] = best;
    const order = other === undefined ? 1 : compareCorrections(correction, other);
    if (order > 0) best = [correction];
    else if (order === 0) best.push(correction);
  }
  return best.toSorted((a, b) => proneness(a) - proneness(b));
}

/**
 * Positive when the first correction explains more: more relations repaired than spoiled, then more repaired, then one
 * slip of the hand rather than several.
 */
function compareCorrections(a: Correction, b: Correction): number {
  return gain(a) - gain(b) || a.repaired.length - b.repaired.length || Number(slip(a)) - Number(slip(b));
}

/** That a number is misprinted in several places alike is the less likely the more there are. */
function gain({ repaired, spoiled, copies }: Correction): number {
  return repaired.length - spoiled - copies.length;
}

export function slip({ number, value }: Correction): boolean {
  return isSlip(number.value, value);
}

/** A result (percentage, amount of change) is misprinted more often than what it is worked out from, prose more often than a table. */
function proneness({ number }: Correction): number {
  const inProse = number.ref.includes('figure:');
  return (inProse ? 1 : 0) + (number.unit === '%' ? 1 : 0);
}

/**
 * Numbers of all these broken relations that may be the wrong one although nothing tells what they should read (a percentage
 * gives what it was worked out from only roughly). A number that other relations vouch for is none of them.
 */
export function withoutCorrection(
  broken: readonly number[],
  best: readonly Correction[],
  network: Network,
): readonly Observation[] {
  const relations = broken.flatMap((index) => network.judgements[index]?.relation ?? []);
  const [first] = relations;
  const known = new Set(best.map(({ number }) => number.ref));
  return (first ? numbersOf(first) : []).filter(
    ({ ref }) =>
      !known.has(ref) &&
      relations.every(({ operands }) => operands.some(({ observation }) => observation?.ref === ref)) &&
      network.of(ref).every((index) => broken.includes(index) || !speaksFor(network, index)),
  );
}

/** Whether the relation holds, and would not with many another value: that one number is not greater than another says little. */
function speaksFor({ judgements }: Network, index: number): boolean {
  const judgement = judgements[index];
  return judgement !== undefined && judgement.outcome !== 'broken' && judgement.relation.kind !== 'bound';
}
