import Big from 'big.js';
import type { Judgement, Observation, Relation } from '../../../schemas/index.ts';
import type { Role } from './operands.ts';
import { gapOf, observationOf, quantityIn, unitsAgree } from './operands.ts';
import type { Quantity } from './quantity.ts';
import { hasZero, percentAsPrinted, percentOf } from './ratio.ts';
import type { Verdict } from './verdict.ts';
import { judged, undetermined } from './verdict.ts';

const HUNDRED = new Big(100);

/**
 * share: part/whole·100 = percent · completion: actual/budget·100 = percent. Holds when the percentage recomputed from
 * the printed numbers, rounded half up to the printed decimals, is the printed one; `rounding` when it can be with
 * other values inside the printed intervals.
 */
export function judgeRatio(relation: Relation, partRole: Role, wholeRole: Role): Judgement {
  const compared = relation.operands.filter((operand) => operand.role !== 'percent');
  const stop = gapOf(relation.operands) ?? (unitsAgree(compared) ? null : 'unit-unknown');
  const part = quantityIn(relation, partRole);
  const whole = quantityIn(relation, wholeRole);
  const percent = quantityIn(relation, 'percent');
  const about = observationOf(relation, 'percent');
  if (stop !== null || !part || !whole || !percent || !about) return undetermined(relation, stop ?? 'operand-missing');
  if (whole.printed.eq(0)) return ofZeroBase(relation, part.printed, percent, about);
  return judged(relation, {
    outcome: ratioOutcome(part, whole, percent),
    expected: percentOf(part.printed, whole.printed, percent),
    actual: percent.printed,
    about,
  });
}

export function ratioOutcome(part: Quantity, whole: Quantity, percent: Quantity): Verdict['outcome'] {
  if (percentAsPrinted(part.printed, whole.printed, percent)) return 'holds';
  const possible = hasZero([part, whole, percent], ([a = HUNDRED, w = HUNDRED, p = HUNDRED]) =>
    a.times(HUNDRED).minus(p.times(w)),
  );
  return possible ? 'rounding' : 'broken';
}

/**
 * There is no percentage of zero. Something of nothing cannot be any per cent: the statement is broken, with the reason
 * `zero-base`. Nothing of nothing is written as 0 % or 100 % by custom: that is left undetermined.
 */
export function ofZeroBase(relation: Relation, part: Big, percent: Quantity, about: Observation): Judgement {
  if (part.eq(0)) return undetermined(relation, 'zero-base');
  return judged(relation, { outcome: 'broken', expected: null, actual: percent.printed, about, reason: 'zero-base' });
}
