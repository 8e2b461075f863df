import type { Observation, Operand, Relation, UndeterminedReason } from '../../../schemas/index.ts';
import type { Term } from './linear.ts';
import type { Quantity } from './quantity.ts';
import { quantityOf } from './quantity.ts';

export type Role = Operand['role'];

/** The terms of a relation in one role, in the order in which the relation names them. */
export function termsOf(relation: Relation, role: Role): readonly Term[] {
  const terms: Term[] = [];
  for (const operand of relation.operands) {
    if (operand.role === role && operand.observation) {
      terms.push({ quantity: quantityOf(operand.observation), sign: operand.sign });
    }
  }
  return terms;
}

export function observationOf(relation: Relation, role: Role): Observation | null {
  return relation.operands.find((operand) => operand.role === role)?.observation ?? null;
}

export function quantityIn(relation: Relation, role: Role): Quantity | null {
  const observation = observationOf(relation, role);
  return observation && quantityOf(observation);
}

/** Why a relation that needs every one of its operands cannot be judged; null when it can. */
export function gapOf(operands: readonly Operand[]): UndeterminedReason | null {
  for (const operand of operands) {
    if (operand.observation === null) return operand.gap ?? 'operand-missing';
  }
  return null;
}

/** Operands that are compared with each other must be of one dimension: 万元 with 元, never 万元 with 人. */
export function unitsAgree(operands: readonly Operand[]): boolean {
  let dimension: string | null = null;
  for (const { observation } of operands) {
    if (observation === null) continue;
    const own = quantityOf(observation).scale.dimension;
    if (dimension !== null && own !== dimension) return false;
    dimension = own;
  }
  return true;
}
