import type { Checks, Extraction, Finding, Judgement } from '../../schemas/index.ts';
import { groupBroken } from './group/index.ts';
import { inspectTables } from './inspect/index.ts';
import { withoutDoubtful } from './judge/doubt.ts';
import { judge } from './judge/index.ts';
import type { ProposerFailure } from './propose/ask-proposers.ts';
import { askProposers } from './propose/ask-proposers.ts';
import { proposers } from './propose/registry.ts';
import type { FormRule } from './rules/index.ts';
import { findingsOf } from './words/index.ts';
import { withCaution } from './words/recognized.ts';

export interface ReconcileOptions {
  /** Language of the messages. */
  readonly lang: 'zh' | 'en';
  /** Findings of status `rounding` are listed too. */
  readonly all: boolean;
  /** Other disclosures of the same unit: earlier, later, same dossier. */
  readonly others?: readonly Extraction[];
  /** The user's own rules, beside those of data/rules. */
  readonly rules?: readonly FormRule[];
}

export interface Reconciliation {
  readonly checks: Checks;
  readonly findings: readonly Finding[];
  /** Every relation that was judged, holding ones too. */
  readonly judgements: readonly Judgement[];
  /** Proposers that failed: what they would have proposed was not checked. */
  readonly failures: readonly ProposerFailure[];
}

/** Which numbers of the disclosure must agree, whether they do, and what to say of those that do not. */
export function reconcile(extraction: Extraction, options: ReconcileOptions): Reconciliation {
  return withCautions(extraction, worded(extraction, judged(extraction, options), options), options);
}

/** The same in both languages: the numbers are judged once, and only the words differ. */
export function reconcileInBoth(
  extraction: Extraction,
  options: Omit<ReconcileOptions, 'lang'>,
): Readonly<Record<ReconcileOptions['lang'], Reconciliation>> {
  const found = judged(extraction, options);
  const inLanguage = (lang: ReconcileOptions['lang']) =>
    withCautions(extraction, worded(extraction, found, { ...options, lang }), { ...options, lang });
  return { zh: inLanguage('zh'), en: inLanguage('en') };
}

/** The same of several documents at once, whose pages are not told apart. */
export function reconcileNumbers(extraction: Extraction, options: ReconcileOptions): Reconciliation {
  return worded(extraction, judged(extraction, options), options);
}

type Judged = Pick<Reconciliation, 'judgements' | 'failures'>;

function judged(extraction: Extraction, options: Omit<ReconcileOptions, 'lang'>): Judged {
  const { relations, failures } = askProposers(proposers, { extraction, others: options.others ?? [], options });
  return { judgements: withoutDoubtful(relations.map(judge)), failures };
}

function worded(extraction: Extraction, { judgements, failures }: Judged, options: ReconcileOptions): Reconciliation {
  const roundings = options.all ? judgements.filter(({ outcome }) => outcome === 'rounding') : [];
  const remarks = [...extraction.remarks, ...inspectTables(extraction)];
  return {
    checks: countOutcomes(judgements),
    findings: findingsOf(groupBroken(judgements), roundings, remarks, options),
    judgements,
    failures,
  };
}

function withCautions(
  { status }: Extraction,
  found: Reconciliation,
  { others = [], lang }: Pick<ReconcileOptions, 'others' | 'lang'>,
): Reconciliation {
  return { ...found, findings: withCaution(found.findings, status, others, lang) };
}

function countOutcomes(judgements: readonly Judgement[]): Checks {
  const checks = { holds: 0, rounding: 0, broken: 0, undetermined: 0 };
  for (const { outcome } of judgements) checks[outcome]++;
  return checks;
}

export type { FormRule, ParsedRules, RuleFileError } from './rules/index.ts';
export { listRules, parseRules } from './rules/index.ts';
