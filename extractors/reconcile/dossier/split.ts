import type { Checks, Extraction, Finding, FindingOperand, Judgement, Observation } from '../../../schemas/index.ts';
import type { Reconciliation } from '../index.ts';
import { ownRef } from './names.ts';

/**
 * What was found in a merged dossier, document by document. A relation belongs to the document whose sentence states
 * it, else to that of its last number; a finding to the document of its suspect, the last operand. Numbers of the other
 * documents carry their hash in the ref and their source, as those of earlier disclosures do.
 */
export function splitReconciliation(merged: Reconciliation, members: readonly Extraction[]): readonly Reconciliation[] {
  const judgements = members.map((): Judgement[] => []);
  for (const judgement of merged.judgements) {
    const home = homeOfJudgement(judgement);
    judgements[home]?.push(judgementIn(home, judgement, members));
  }
  const findings = members.map((): Finding[] => []);
  for (const finding of merged.findings) {
    const home = memberOf(finding.operands.at(-1)?.ref) ?? 0;
    findings[home]?.push({ ...finding, operands: finding.operands.map((operand) => numberIn(home, operand, members)) });
  }
  return members.map((_, member) => ({
    checks: countOutcomes(judgements[member] ?? []),
    findings: findings[member] ?? [],
    judgements: judgements[member] ?? [],
    failures: merged.failures,
  }));
}

function homeOfJudgement({ relation }: Judgement): number {
  const refs = relation.operands.flatMap(({ observation }) => observation?.ref ?? []);
  const stated = refs.find((ref) => ref.startsWith('figure:') || ref.startsWith('text:'));
  return memberOf(stated) ?? memberOf(refs.at(-1)) ?? 0;
}

function memberOf(ref: string | undefined): number | null {
  return ref === undefined ? null : (ownRef(ref)?.member ?? null);
}

function judgementIn(home: number, judgement: Judgement, members: readonly Extraction[]): Judgement {
  const operands = judgement.relation.operands.map((operand) =>
    operand.observation === null ? operand : { ...operand, observation: numberIn(home, operand.observation, members) },
  );
  return { ...judgement, relation: { ...judgement.relation, operands } };
}

/** A number as document `home` names it. */
function numberIn<Number extends Observation | FindingOperand>(
  home: number,
  number: Number,
  members: readonly Extraction[],
): Number {
  const own = ownRef(number.ref);
  if (own === null) return number;
  if (own.member === home) return { ...number, ref: own.ref };
  const document = members[own.member]?.document;
  if (document === undefined) throw new RangeError(`${number.ref}: member ${own.member} of ${members.length}`);
  return { ...number, ref: `${document.sha256}#${own.ref}`, source: document.source };
}

function countOutcomes(judgements: readonly Judgement[]): Checks {
  const checks = { holds: 0, rounding: 0, broken: 0, undetermined: 0 };
  for (const { outcome } of judgements) checks[outcome]++;
  return checks;
}
