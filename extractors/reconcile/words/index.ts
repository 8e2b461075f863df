import Big from 'big.js';
import type { Finding, FindingOperand, Judgement, Observation, Remark } from '../../../schemas/index.ts';
import { impliedValues } from '../group/implied-value.ts';
import type { Group } from '../group/index.ts';
import { numbersOf } from '../group/network.ts';
import { unitErrorOf, unitErrorOfCorrection } from '../judge/unit-error.ts';
import { describeOperands, identifierOf } from './identifier.ts';
import { remarkFinding } from './remarks.ts';
import { printed, statementOf } from './statement.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

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
      groupFinding({ main: judgement, suspect: null, correction: '', suspects: [], consequences: [] }, options, taken),
    ),
    ...remarks.map((remark) => remarkFinding(remark, options.lang, taken)),
  ];
}

function groupFinding(group: Group, { lang }: WordingOptions, taken: Set<string>): Finding {
  const { main, suspect, correction, consequences } = group;
  const { relation } = main;
  const vocabulary = vocabularyOf(lang);
  const unitError = unitErrorOf(main, suspect) ?? (suspect && unitErrorOfCorrection(suspect, correction));
  const suggestion = unitError
    ? vocabulary.unitSuggestion(printed(unitError.number), unitError.unit)
    : suspect && correction !== ''
      ? vocabulary.suggestion(printed(suspect), `${correction}${suspect.unit}`)
      : doubtSentence(group, vocabulary);
  const sentences = [
    statementOf(main, vocabulary),
    suggestion ?? '',
    consequences.length > 0 ? vocabulary.consequences(consequences.length) : '',
    vocabulary.because(relation.why[lang]),
  ].filter((sentence) => sentence !== '');
  const arithmetic = arithmeticOf(group, unitError?.number ?? suspect);
  return {
    id: identifierOf(relation.rule, describeOperands(relation), taken),
    rule: relation.rule,
    type: unitError ? 'unit' : relation.type,
    status: unitError ? 'unit_error' : statusOf(main),
    severity: severityOf(main),
    message: sentences.join(lang === 'zh' ? '；' : '; '),
    formula: main.formula,
    ...arithmetic,
    operands: operandsOf([main, ...consequences], inDoubt(unitError ? [unitError.number] : group.suspects, arithmetic)),
  };
}

function statusOf({ outcome, reason }: Judgement): Finding['status'] {
  if (outcome === 'rounding') return 'rounding';
  return reason === 'zero-base' ? 'implausible' : 'mismatch';
}

function severityOf(main: Judgement): Finding['severity'] {
  const { outcome, relation } = main;
  if (outcome === 'rounding') return 'notice';
  return relation.strength === 'soft' || isOffByLastDigit(main) ? 'warning' : 'error';
}

/**
 * One unit of the last printed decimal, where rounding does not explain it: amounts cut off instead of rounded, shares
 * adjusted so that they add up to 100. True, but of another weight than a wrong number.
 */
function isOffByLastDigit({ actual, difference }: Judgement): boolean {
  const decimals = actual.split('.')[1]?.length ?? 0;
  if (decimals === 0 || difference === '') return false;
  return new Big(difference).abs().lte(new Big(10).pow(-decimals));
}

/** More equally likely suspects than these are all the numbers there are. */
const MOST_SUSPECTS_NAMED = 3;

/** Which numbers are equally likely the wrong one, where they are fewer than the numbers that disagree. */
function doubtSentence({ main, suspects, consequences }: Group, vocabulary: Vocabulary): string {
  const isTelling = consequences.length > 0 || suspects.length < numbersOf(main.relation).length;
  if (!isTelling || suspects.length > MOST_SUSPECTS_NAMED || suspects.length === 0) return '';
  return vocabulary.oneOf(suspects.map(printed));
}

type Arithmetic = Pick<Finding, 'expected' | 'actual' | 'difference' | 'unit'>;

/** What the finding is about: the suspect and what it should read, or else the result of the relation. */
function arithmeticOf({ main, suspect, correction }: Group, named: Observation | null): Arithmetic {
  const { expected, actual, difference, unit } = main;
  if (named === null) return { expected, actual, difference, unit };
  const meant = named === suspect ? correction : (impliedValues(main, named)[0] ?? '');
  return {
    expected: meant || expected,
    actual: named.value,
    difference: difference.replace('-', ''),
    unit: named.unit,
  };
}

/**
 * The order in which suspects close the list of numbers: the likeliest last. Among several none is to be taken for the
 * number that the finding is about (`suspectOf`), so the result of the relation goes before the others.
 */
function inDoubt(suspects: readonly Observation[], { actual, unit }: Arithmetic): readonly Observation[] {
  if (suspects.length < 2) return suspects;
  const isResult = (number: Observation): boolean => number.value === actual && number.unit === unit;
  return suspects.toSorted((a, b) => Number(isResult(b)) - Number(isResult(a)));
}

/** A misprint that breaks very many relations need not be shown in all of them. */
const MOST_OPERANDS = 24;

/**
 * The numbers of the main relation in its order, then those of its consequences, each once, those in doubt last: the reader
 * can be taken to every number that the misprint contradicts.
 */
function operandsOf(judgements: readonly Judgement[], suspects: readonly Observation[]): FindingOperand[] {
  const numbers = new Map<string, Observation>();
  for (const [rank, { relation }] of judgements.entries()) {
    const own = relation.operands.flatMap(({ observation }) => observation ?? []);
    if (rank > 0 && numbers.size + own.length > MOST_OPERANDS) continue;
    for (const observation of own) numbers.set(observation.ref, observation);
  }
  for (const { ref } of suspects) numbers.delete(ref);
  const ordered = [...numbers.values(), ...suspects];
  return ordered.map(({ value, unit, label, ref, place, source }) =>
    source === undefined ? { value, unit, label, ref, place } : { value, unit, label, ref, place, source },
  );
}
