import type { Observation, Operand, Relation, UndeterminedReason } from '../../../schemas/index.ts';

/** Shorthand for proposers: operands and the relations that occur most. */

export function operand(role: Operand['role'], observation: Observation, sign: 1 | -1 = 1): Operand {
  return { role, sign, observation, name: observation.label };
}

/** An operand that the relation names but the document does not give: the relation will be undetermined. */
export function absent(role: Operand['role'], name: string, gap: UndeterminedReason = 'operand-missing'): Operand {
  return { role, sign: 1, observation: null, name, gap };
}

export type Grounds = Pick<Relation, 'rule' | 'type' | 'why'> &
  Partial<Pick<Relation, 'strength' | 'direction' | 'family'>>;

/** Σ parts = whole. */
export function sum(parts: readonly Observation[], whole: Observation, grounds: Grounds): Relation {
  return relation('sum', [...parts.map((part) => operand('part', part)), operand('whole', whole)], grounds);
}

export function equal(left: Observation, right: Observation, grounds: Grounds): Relation {
  return relation('equal', [operand('left', left), operand('right', right)], grounds);
}

/** left ≤ right. */
export function atMost(left: Observation, right: Observation, grounds: Grounds): Relation {
  return relation('bound', [operand('left', left), operand('right', right)], grounds);
}

export function relation(kind: Relation['kind'], operands: readonly Operand[], grounds: Grounds): Relation {
  const { rule, type, why, strength = 'identity', direction = null, family } = grounds;
  const made = { rule, kind, type, operands, direction, why, strength };
  return family === undefined ? made : { ...made, family };
}
