import Big from 'big.js';
import type { Judgement, Relation } from '../../../schemas/index.ts';
import type { Total } from './linear.ts';
import { mayBeEqual, printedAlike, totalOf } from './linear.ts';
import type { Role } from './operands.ts';
import { gapOf, observationOf, termsOf, unitsAgree } from './operands.ts';
import type { Verdict } from './verdict.ts';
import { judged, judgedDirection, undetermined } from './verdict.ts';

/**
 * sum: Σ parts = whole · equal: Σ left = Σ right. Holds when both sides are the same number, or read the same at the
 * coarsest printed digit; `rounding` when some values inside the printed intervals make them equal.
 */
export function judgeEquality(relation: Relation, leftRole: Role, rightRole: Role): Judgement {
  const stop = gapOf(relation.operands) ?? (unitsAgree(relation.operands) ? null : 'unit-unknown');
  const about = observationOf(relation, rightRole) ?? observationOf(relation, leftRole);
  if (stop !== null || about === null) return undetermined(relation, stop ?? 'operand-missing');
  const left = totalOf(termsOf(relation, leftRole));
  const right = totalOf(termsOf(relation, rightRole));
  return judged(relation, { outcome: outcomeOf(left, right), expected: left.printed, actual: right.printed, about });
}

/** bound: Σ left ≤ Σ right. */
export function judgeBound(relation: Relation): Judgement {
  const stop = gapOf(relation.operands) ?? (unitsAgree(relation.operands) ? null : 'unit-unknown');
  const about = observationOf(relation, 'left');
  if (stop !== null || about === null) return undetermined(relation, stop ?? 'operand-missing');
  const left = totalOf(termsOf(relation, 'left'));
  const right = totalOf(termsOf(relation, 'right'));
  const outcome = left.printed.lte(right.printed) ? 'holds' : left.low.lte(right.high) ? 'rounding' : 'broken';
  return judged(relation, { outcome, expected: right.printed, actual: left.printed, about });
}

/** absence: the document says there is none. */
export function judgeAbsence(relation: Relation): Judgement {
  const about = observationOf(relation, 'value');
  const stop = gapOf(relation.operands);
  if (stop !== null || about === null) return undetermined(relation, stop ?? 'operand-missing');
  const total = totalOf(termsOf(relation, 'value'));
  const outcome: Verdict['outcome'] = total.printed.eq(0) ? 'holds' : reachesZero(total) ? 'rounding' : 'broken';
  return judged(relation, { outcome, expected: new Big(0), actual: total.printed, about });
}

/** direction: words say that left is greater than, less than or equal to right. */
export function judgeDirection(relation: Relation): Judgement {
  const stop = gapOf(relation.operands) ?? (unitsAgree(relation.operands) ? null : 'unit-unknown');
  if (stop !== null) return undetermined(relation, stop);
  const left = totalOf(termsOf(relation, 'left'));
  const right = totalOf(termsOf(relation, 'right'));
  return judgedDirection(relation, compareWithWords(left, right, relation.direction ?? 'both'));
}

/** Which way the numbers point, against what the words say. "both" (an unfinished template) contradicts nothing. */
export function compareWithWords(
  left: Total,
  right: Total,
  stated: 'up' | 'down' | 'flat' | 'both',
): { readonly outcome: Verdict['outcome']; readonly expected: string; readonly actual: string } {
  const order = left.printed.cmp(right.printed);
  const expected = printedAlike(left, right) ? 'flat' : order > 0 ? 'up' : 'down';
  if (stated === expected || stated === 'both') return { outcome: 'holds', expected, actual: stated };
  const possible =
    stated === 'flat' ? mayBeEqual(left, right) : stated === 'up' ? left.high.gte(right.low) : left.low.lte(right.high);
  return { outcome: possible ? 'rounding' : 'broken', expected, actual: stated };
}

function outcomeOf(left: Total, right: Total): Verdict['outcome'] {
  if (printedAlike(left, right)) return 'holds';
  return mayBeEqual(left, right) ? 'rounding' : 'broken';
}

function reachesZero(total: Total): boolean {
  return total.low.lte(0) && total.high.gte(0);
}
