import { judge } from '../../../extractors/reconcile/judge/index.ts';
import type { Proposer } from '../../../extractors/reconcile/propose/proposer.ts';
import type { Extraction } from '../../../schemas/index.ts';

/** What a proposer makes of a disclosure, as "outcome: formula". */
export function judged(proposer: Proposer, extraction: Extraction): readonly string[] {
  const relations = proposer.propose({ extraction, others: [], options: { lang: 'zh', all: false } });
  return relations.map(judge).map(({ outcome, formula }) => `${outcome}: ${formula}`);
}
