import type { Finding, FindingOperand, Judgement, Observation, Remark } from '../../../schemas/index.ts';
import type { Group } from '../group/index.ts';
import { unitErrorOf } from '../judge/unit-error.ts';
import { describeOperands, identifierOf } from './identifier.ts';
import { remarkFinding } from './remarks.ts';
import { printed, statementOf } from './statement.ts';
import { vocabularyOf } from './vocabulary.ts';

export interface WordingOptions {
  readonly lang: 'zh' | 'en';
}

/** Findings as an auditor would write them: groups of broken relations, then roundings where asked for, then remarks. */
export function findingsOf(
  groups: readonly Group[],
  roundings: readonly Judgement[],
  remarks: readonly Remark[],
  options: WordingOptions,
): readonly Finding[] {
  const taken = new Set<string>();
  return [
    ...groups.map((group) => groupFinding(group, options, taken)),
    ...roundings.map((judgement) =>
      groupFinding(
        { main: judgement, suspect: null, correction: '', candidate: null, consequences: [] },
        options,
        taken,
      ),
    ),
    ...remarks.map((remark) => remarkFinding(remark, options.lang, taken)),
  ];
}

function groupFinding(group: Group, { lang }: WordingOptions, taken: Set<string>): Finding {
  const { main, suspect, correction, consequences } = group;
  const { relation } = main;
  const vocabulary = vocabularyOf(lang);
  const unitError = unitErrorOf(main, suspect);
  const suggestion = unitError
    ? vocabulary.unitSuggestion(printed(unitError.number), unitError.unit)
    : suspect && vocabulary.suggestion(suspect.label, `${correction}${suspect.unit}`);
  const sentences = [
    statementOf(main, vocabulary),
    suggestion ?? '',
    consequences.length > 0 ? vocabulary.consequences(consequences.length) : '',
    vocabulary.because(relation.why[lang]),
  ].filter((sentence) => sentence !== '');
  const named = unitError?.number ?? suspect ?? group.candidate;
  return {
    id: identifierOf(relation.rule, describeOperands(relation), taken),
    rule: relation.rule,
    type: unitError ? 'unit' : relation.type,
    status: unitError ? 'unit_error' : statusOf(main),
    severity: severityOf(main),
    message: sentences.join(lang === 'zh' ? '；' : '; '),
    formula: main.formula,
    ...arithmeticOf(group),
    operands: operandsOf([main, ...consequences], named),
  };
}

function statusOf({ outcome, reason }: Judgement): Finding['status'] {
  if (outcome === 'rounding') return 'rounding';
  return reason === 'zero-base' ? 'implausible' : 'mismatch';
}

function severityOf({ outcome, relation }: Judgement): Finding['severity'] {
  if (outcome === 'rounding') return 'notice';
  return relation.strength === 'soft' ? 'warning' : 'error';
}

/** What the finding is about: the suspect and what it should read, or else the result of the relation. */
function arithmeticOf({
  main,
  suspect,
  correction,
}: Group): Pick<Finding, 'expected' | 'actual' | 'difference' | 'unit'> {
  const { expected, actual, difference, unit } = main;
  if (suspect === null) return { expected, actual, difference, unit };
  return { expected: correction, actual: suspect.value, difference: difference.replace('-', ''), unit: suspect.unit };
}

/** A misprint that breaks very many relations need not be shown in all of them. */
const MOST_OPERANDS = 24;

/**
 * The numbers of the main relation in its order, then those of its consequences, each once, the suspect last: the reader
 * can be taken to every number that the misprint contradicts.
 */
function operandsOf(judgements: readonly Judgement[], suspect: Observation | null): FindingOperand[] {
  const numbers = new Map<string, Observation>();
  for (const [rank, { relation }] of judgements.entries()) {
    const own = relation.operands.flatMap(({ observation }) => observation ?? []);
    if (rank > 0 && numbers.size + own.length > MOST_OPERANDS) continue;
    for (const observation of own) numbers.set(observation.ref, observation);
  }
  const ordered = [...numbers.values()].filter(({ ref }) => ref !== suspect?.ref);
  if (suspect) ordered.push(suspect);
  return ordered.map(({ value, unit, label, ref, place, source }) =>
    source === undefined ? { value, unit, label, ref, place } : { value, unit, label, ref, place, source },
  );
}
