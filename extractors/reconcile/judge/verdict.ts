import type Big from 'big.js';
import type { Judgement, Observation, Outcome, Relation, UndeterminedReason } from '../../../schemas/index.ts';
import { formulaOf } from './formula.ts';
import { scaled } from './quantity.ts';
import { scaleOf } from './units.ts';

/** What the arithmetic says, before it is written out in the unit of the number it is about. */
export interface Verdict {
  readonly outcome: Exclude<Outcome, 'undetermined'>;
  /** In base units; null where there is no such number (a percentage of zero). */
  readonly expected: Big | null;
  readonly actual: Big;
  /** The observation whose unit and decimals expected and actual are written in. */
  readonly about: Observation;
  readonly reason?: UndeterminedReason;
}

export function judged(relation: Relation, verdict: Verdict): Judgement {
  const { about, expected, actual } = verdict;
  const { exponent } = scaleOf(about.unit);
  const decimals = decimalsOf(about.value);
  const write = (value: Big): string => atLeast(scaled(value, -exponent), decimals);
  return {
    relation,
    outcome: verdict.outcome,
    reason: verdict.reason ?? null,
    expected: expected === null ? '' : write(expected),
    actual: write(actual),
    difference: expected === null ? '' : write(actual.minus(expected)),
    unit: about.unit,
    formula: formulaOf(relation),
  };
}

export function undetermined(relation: Relation, reason: UndeterminedReason): Judgement {
  const formula = formulaOf(relation);
  return { relation, outcome: 'undetermined', reason, expected: '', actual: '', difference: '', unit: '', formula };
}

/** What words say against what numbers say: `expected` and `actual` are the names of directions. */
export function judgedDirection(
  relation: Relation,
  verdict: { readonly outcome: Verdict['outcome']; readonly expected: string; readonly actual: string },
): Judgement {
  return { relation, ...verdict, reason: null, difference: '', unit: '', formula: formulaOf(relation) };
}

function decimalsOf(value: string): number {
  const point = value.indexOf('.');
  return point < 0 ? 0 : value.length - point - 1;
}

/** All digits of the value, and no fewer decimals than asked for. */
export function atLeast(value: Big, decimals: number): string {
  const plain = value.toFixed();
  const text = decimalsOf(plain) >= decimals ? plain : value.toFixed(decimals);
  return /[1-9]/.test(text) ? text : text.replace('-', '');
}
