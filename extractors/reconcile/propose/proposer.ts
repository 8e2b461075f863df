import type { Extraction, Relation } from '../../../schemas/index.ts';
import type { ReconcileOptions } from '../index.ts';

/** What a proposer sees: the disclosure itself, and other disclosures of the same unit (earlier, later, same dossier). */
export interface ProposerContext {
  readonly extraction: Extraction;
  readonly others: readonly Extraction[];
  readonly options: Partial<ReconcileOptions>;
}

/** One file each: says which numbers must agree and why; it never judges. */
export interface Proposer {
  readonly name: string;
  readonly propose: (context: ProposerContext) => readonly Relation[];
}
