import type { Checks, Extraction, Finding, Judgement } from '../../schemas/index.ts';

export interface ReconcileOptions {
  /** Language of the messages. */
  readonly lang: 'zh' | 'en';
  /** Findings of status `rounding` are listed too. */
  readonly all: boolean;
}

export interface Reconciliation {
  readonly checks: Checks;
  readonly findings: readonly Finding[];
  /** Every relation that was judged, holding ones too. */
  readonly judgements: readonly Judgement[];
}

export function reconcile(_extraction: Extraction, _options: ReconcileOptions): Reconciliation {
  return { checks: { holds: 0, rounding: 0, broken: 0, undetermined: 0 }, findings: [], judgements: [] };
}
