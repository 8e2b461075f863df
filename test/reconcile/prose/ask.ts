import { judge } from '../../../extractors/reconcile/judge/index.ts';
import type { Proposer } from '../../../extractors/reconcile/propose/proposer.ts';
import type { Extraction, Judgement } from '../../../schemas/index.ts';

/** What a proposer's relations come to: "broken 212.85 ≠ 212.94" is written as outcome and formula. */
export function ask(
  proposer: Proposer,
  extraction: Extraction,
  others: readonly Extraction[] = [],
): readonly Judgement[] {
  const options = { lang: 'zh', all: false } as const;
  return proposer.propose({ extraction, others, options }).map(judge);
}

export function outcomes(judgements: readonly Judgement[]): readonly string[] {
  return judgements.map(({ outcome, formula }) => `${outcome} ${formula}`);
}
