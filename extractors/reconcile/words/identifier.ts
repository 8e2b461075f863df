import { createHash } from 'node:crypto';
import type { Relation } from '../../../schemas/index.ts';

/**
 * The name of a finding, the same on every run over the same document: made of the rule and of what the operands are
 * called and read, not of their position, so that a line added above changes nothing.
 */
export function identifierOf(rule: string, described: readonly string[], taken: Set<string>): string {
  const digest = createHash('sha256')
    .update([rule, ...described].join('\n'))
    .digest('hex')
    .slice(0, 12);
  let id = digest;
  for (let repeat = 2; taken.has(id); repeat++) id = `${digest}-${repeat}`;
  taken.add(id);
  return id;
}

export function describeOperands(relation: Relation): readonly string[] {
  return relation.operands.map(({ role, observation, name }) =>
    observation === null ? `${role}:${name}` : `${role}:${observation.label}:${observation.value}${observation.unit}`,
  );
}
