import type { Extraction } from '../../../schemas/index.ts';
import { type ReconcileOptions, type Reconciliation, reconcile, reconcileNumbers } from '../index.ts';
import { withCaution } from '../words/recognized.ts';
import { mergeExtractions } from './merge.ts';
import { splitReconciliation } from './split.ts';

/**
 * Reconciles a disclosure that was published in several files (narrative in one, tables in another): relations run
 * across all of them. Gives one reconciliation for each file, in the order given.
 */
export function reconcileDossier(members: readonly Extraction[], options: ReconcileOptions): readonly Reconciliation[] {
  const [only] = members;
  if (only !== undefined && members.length === 1) return [reconcile(only, options)];
  const others = [...members, ...(options.others ?? [])];
  const split = splitReconciliation(reconcileNumbers(mergeExtractions(members), options), members);
  return split.map((own, index) => ({
    ...own,
    findings: withCaution(own.findings, members[index]?.status, others, options.lang),
  }));
}
