import Big from 'big.js';
import type { Judgement, Observation, Operand, Relation } from '../../../schemas/index.ts';
import { judge } from '../judge/index.ts';
import { roundHalfUp } from '../judge/linear.ts';
import { quantityOf, scaled } from '../judge/quantity.ts';
import { atLeast } from '../judge/verdict.ts';
import { slipsOf } from './slips.ts';

/**
 * The values that a broken relation gives for one of its numbers when the others are taken as right, written in the
 * unit of that number: several where a percentage is all there is to go by. None from a bound, from words, for a number that
 * occurs twice, and where the value would change its sign.
 */
export function impliedValues(judgement: Judgement, number: Observation): readonly string[] {
  const { relation } = judgement;
  const occurrences = relation.operands.filter((operand) => operand.observation?.ref === number.ref);
  const [operand] = occurrences;
  if (operand === undefined || occurrences.length > 1) return [];
  if (relation.kind === 'sum' || relation.kind === 'equal') return fromLinear(relation, operand, number);
  const isResult = operand.role === 'percent' || operand.role === 'amount';
  const meant = fromPercentage(judgement, operand);
  if (meant.length > 0 || !isResult || judgement.unit !== number.unit || judgement.expected === '') return meant;
  return printedAs(number, judgement.expected) ? [judgement.expected] : [];
}

/**
 * A number that a percentage was worked out from is known only as exactly as the percentage; but where one slip of the
 * hand away from it stands a number that gives the printed percentage, that number was meant. So with the percentage.
 */
function fromPercentage({ relation, reason }: Judgement, operand: Operand): readonly string[] {
  const { observation } = operand;
  if (observation === null || reason !== null || !PERCENTAGES.has(relation.kind)) return [];
  if (observation.value.replace(/\D|^0+/g, '').length < TELLING_DIGITS) return [];
  return slipsOf(observation.value).filter((value) => {
    const operands = relation.operands.map((other) =>
      other === operand ? { ...operand, observation: { ...observation, value } } : other,
    );
    return judge({ ...relation, operands }).outcome === 'holds';
  });
}

/** Of a shorter number some slip gives nearly any percentage. */
const TELLING_DIGITS = 4;

const PERCENTAGES: ReadonlySet<Relation['kind']> = new Set(['share', 'completion', 'change']);

function fromLinear(relation: Relation, operand: Operand, number: Observation): readonly string[] {
  let others = new Big(0);
  for (const { observation, role, sign } of relation.operands) {
    if (observation === null) return [];
    if (observation.ref === number.ref) continue;
    const term = quantityOf(observation).printed.times(sign);
    others = isWholeSide(role) ? others.minus(term) : others.plus(term);
  }
  const own = quantityOf(number);
  const coefficient = (isWholeSide(operand.role) ? -1 : 1) * operand.sign;
  const implied = scaled(others.times(-coefficient), -own.scale.exponent);
  const decimals = own.digit === null ? 0 : Math.max(own.scale.exponent - own.digit, USUAL_DECIMALS);
  const changesSign = implied.lt(0) && own.printed.gte(0);
  return changesSign ? [] : [atLeast(roundHalfUp(implied, decimals), printedDecimals(number))];
}

/** A number printed with fewer decimals ("0" for 2995.39) is corrected to as many as amounts usually have. */
const USUAL_DECIMALS = 2;

function printedDecimals({ value }: Observation): number {
  const point = value.indexOf('.');
  return point < 0 ? 0 : value.length - point - 1;
}

function isWholeSide(role: Operand['role']): boolean {
  return role === 'whole' || role === 'right';
}

/** A judgement may speak of another number of the relation than this one. */
function printedAs(number: Observation, expected: string): boolean {
  return /^-?\d/.test(expected) && number.value !== expected;
}
