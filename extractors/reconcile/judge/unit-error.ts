import Big from 'big.js';
import type { Judgement, Observation } from '../../../schemas/index.ts';
import { judgeRatio } from './judge-ratio.ts';
import type { Total } from './linear.ts';
import { mayBeEqual, totalOf } from './linear.ts';
import type { Role } from './operands.ts';
import { termsOf } from './operands.ts';
import { readQuantity, scaled } from './quantity.ts';
import { scaleOf } from './units.ts';

/** A number that would agree with its counterpart in another unit. */
export interface UnitError {
  readonly number: Observation;
  readonly unit: string;
}

/** The units that are taken for one another in print: 元, 万元, 亿元. */
const CONFUSED: ReadonlyMap<number, string> = new Map([
  [0, '元'],
  [4, '万元'],
  [8, '亿元'],
]);

/**
 * Whether a broken equality holds when one side is read in another unit of money: the two sides differ by exactly 10⁴
 * or 10⁸ within what their printed digits allow. Only for two single numbers: in a sum, one wrong unit does not show so.
 */
export function unitErrorOf(judgement: Judgement, suspect: Observation | null): UnitError | null {
  const { relation } = judgement;
  if (judgement.outcome !== 'broken') return null;
  if (relation.kind === 'share' || relation.kind === 'completion')
    return unitErrorOfRatio(judgement, ROLES[relation.kind]);
  const roles: readonly [Role, Role] | null =
    relation.kind === 'equal' ? ['left', 'right'] : relation.kind === 'sum' ? ['part', 'whole'] : null;
  if (roles === null) return null;
  const left = totalOf(termsOf(relation, roles[0]));
  const right = totalOf(termsOf(relation, roles[1]));
  const candidates = suspect === null ? singles(judgement, roles).toReversed() : [suspect];
  for (const number of candidates) {
    const operand = relation.operands.find(({ observation }) => observation?.ref === number.ref);
    const alone = relation.operands.filter(({ role }) => role === operand?.role).length === 1;
    if (!operand || !alone) continue;
    const [own, other] = operand.role === roles[0] ? [left, right] : [right, left];
    const unit = unitThatAgrees(own, other, number);
    if (unit !== null) return { number, unit };
  }
  return null;
}

/** A number, one of several in a sum, that should read 10⁴ or 10⁸ times what it reads: within what its digits allow. */
export function unitErrorOfCorrection(number: Observation, correction: string): UnitError | null {
  if (correction === '') return null;
  const unit = unitThatAgrees(totalOfOne(number), totalOfOne({ ...number, value: correction }), number);
  return unit === null ? null : { number, unit };
}

function totalOfOne({ value, unit }: Observation): Total {
  return totalOf([{ quantity: readQuantity(value, scaleOf(unit)), sign: 1 }]);
}

/** A percentage that is off by exactly 10⁴ or 10⁸ between two numbers in different units of money: the 元 lacks its 万. */
function unitErrorOfRatio(judgement: Judgement, [part, whole]: readonly [Role, Role]): UnitError | null {
  const amounts = judgement.relation.operands.flatMap(({ role, observation }) =>
    role !== 'percent' && observation !== null ? [observation] : [],
  );
  const [finer, coarser] = amounts.toSorted((a, b) => scaleOf(a.unit).exponent - scaleOf(b.unit).exponent);
  if (!finer || !coarser || finer.unit === coarser.unit || amounts.length !== 2) return null;
  const operands = judgement.relation.operands.map((operand) =>
    operand.observation === finer ? { ...operand, observation: { ...finer, unit: coarser.unit } } : operand,
  );
  const { outcome } = judgeRatio({ ...judgement.relation, operands }, part, whole);
  return outcome === 'holds' || outcome === 'rounding' ? { number: finer, unit: coarser.unit } : null;
}

const ROLES: Readonly<Record<'share' | 'completion', readonly [Role, Role]>> = {
  share: ['part', 'whole'],
  completion: ['actual', 'budget'],
};

function unitThatAgrees(own: Total, other: Total, number: Observation): string | null {
  const { dimension, exponent } = scaleOf(number.unit);
  if (dimension !== 'money' || own.printed.eq(0) || other.printed.eq(0)) return null;
  for (const [target, unit] of CONFUSED) {
    const shift = target - exponent;
    if (shift !== 0 && Math.abs(shift) % 4 === 0 && isTelling(own, other, shift)) return unit;
  }
  return null;
}

/** Equal after the shift, and with at least three digits that say so ("5" and "50000" may agree by chance). */
function isTelling(own: Total, other: Total, shift: number): boolean {
  const moved: Total = {
    printed: scaled(own.printed, shift),
    low: scaled(own.low, shift),
    high: scaled(own.high, shift),
    digit: own.digit === null ? null : own.digit + shift,
  };
  const width = moved.high.minus(moved.low).plus(other.high.minus(other.low));
  return mayBeEqual(moved, other) && width.times(new Big(100)).lt(other.printed.abs());
}

function singles(judgement: Judgement, roles: readonly Role[]): readonly Observation[] {
  return judgement.relation.operands.flatMap(({ role, observation }) =>
    roles.includes(role) && observation !== null ? [observation] : [],
  );
}
