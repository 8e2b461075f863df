import { catalogue } from '../../extractors/reconcile/rules/catalogue.ts';
import {
  type Checks,
  type Finding,
  type FindingOperand,
  type Identity,
  type OnePlace,
  type Status,
  suspectOf,
} from '../../schemas/index.ts';
import { keptOwnRules } from '../own-rules.ts';
import { disclosureOf } from '../store/disclosure.ts';
import { sourcesOf } from '../store/documents.ts';
import { judgedFindings } from '../store/judged-findings.ts';
import type { Store } from '../store/open.ts';

import type { FindingState, Review } from '../store/reviews.ts';
import { type Excerpt, excerptsOf } from './excerpts.ts';

/**
 * The audit working paper of one document: what an auditor files about it. What it says is made once, here; how it looks is
 * for the writers, one per format.
 */
export interface WorkingPaper {
  readonly language: 'zh' | 'en';
  /** Id in the database. */
  readonly id: string;
  readonly document: Identity;
  /** Every path or URL the document was seen under. */
  readonly sources: readonly string[];
  readonly status: Status;
  readonly checks: Checks;
  readonly entries: readonly Entry[];
}

/** One finding, numbered; its operands are numbered after it. */
export interface Entry {
  readonly number: number;
  readonly finding: Finding;
  /** What must agree, and the regulation or form that this rests on; "" where nobody wrote it down. */
  readonly relation: string;
  readonly basis: string;
  readonly operands: readonly MarkedOperand[];
  readonly state: FindingState;
  readonly review: Review | null;
  /** What stands around the operands, from the database: for media without pages, and where a page cannot be shown. */
  readonly excerpts: readonly Excerpt[];
}

export interface MarkedOperand extends FindingOperand {
  /** "3.2": the second operand of the third finding. */
  readonly mark: string;
  readonly isSuspect: boolean;
  readonly places: readonly OnePlace[];
}

export interface PaperOptions {
  readonly language: 'zh' | 'en';
  /** Also what rounding explains. */
  readonly all: boolean;
}

export function workingPaperOf(store: Store, id: string, { language, all }: PaperOptions): WorkingPaper {
  const { document, status, checks } = disclosureOf(store, id, { all });
  const rules = new Map(catalogue(keptOwnRules(store).rules).map((entry) => [entry.name, entry]));
  const judged = judgedFindings(store, id, language === 'zh' ? 'message' : 'message_en')
    .filter(({ finding }) => all || finding.status !== 'rounding')
    // What was dismissed is part of the paper, but after what is to be looked at.
    .toSorted((a, b) => Number(a.state === 'dismissed') - Number(b.state === 'dismissed'));
  const entries = judged.map(({ finding, state, review }, index): Entry => {
    const rule = rules.get(finding.rule.replace(/^form:/, ''));
    const operands = markedOperands(finding, index + 1);
    return {
      number: index + 1,
      finding,
      relation: rule?.what[language] ?? '',
      basis: rule?.basis ?? '',
      operands,
      state,
      review,
      excerpts: excerptsOf(store, id, operands),
    };
  });
  return { language, id, document, sources: sourcesOf(store, id), status, checks, entries };
}

function markedOperands(finding: Finding, number: number): MarkedOperand[] {
  const suspect = suspectOf(finding);
  return finding.operands.map((operand, index) => ({
    ...operand,
    mark: `${number}.${index + 1}`,
    isSuspect: operand === suspect,
    places: Array.isArray(operand.place) ? operand.place : [operand.place],
  }));
}
