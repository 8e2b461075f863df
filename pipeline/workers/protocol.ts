import type { ReconcileOutput, StageName } from '../../extractors/index.ts';
import type { FormRule } from '../../extractors/reconcile/index.ts';
import type { Artifact, Extraction, StatusReason } from '../../schemas/index.ts';
import type { Passage } from '../search/passages.ts';

/** What the main thread and a worker say to each other. Plain values: they pass between threads. */

/** A stage that ran before, as the store remembers it. */
export interface RememberedRun {
  readonly stage: StageName;
  readonly version: number;
  readonly inputHash: string;
  readonly outputHash: string;
  /** Encoded output, null where only its rows are kept (reconcile). */
  readonly output: Uint8Array | null;
}

/** The user's own rules, by which documents are judged beside those of the package. */
export interface OwnRules {
  readonly rules: readonly FormRule[];
  /** Names what the rules say, not the file they stand in; "" without rules. */
  readonly hash: string;
}

/** One document through its stages. */
export interface DocumentJob {
  readonly kind: 'document';
  readonly artifact: Artifact;
  readonly ownRules: OwnRules;
  readonly remembered: readonly RememberedRun[];
}

/** The documents of one disclosure, reconciled together and beside other disclosures of the same unit. */
export interface DossierJob {
  readonly kind: 'dossier';
  /** Encoded extractions, in the order of the dossier. */
  readonly members: readonly Uint8Array[];
  readonly companions: readonly Uint8Array[];
  readonly ownRules: OwnRules;
}

export type Job = DocumentJob | DossierJob;

/** Everything that is stored of a document. */
export interface Processed {
  readonly extraction: Extraction;
  readonly reconciliation: ReconcileOutput;
  /** Text blocks in reading order, for excerpts. */
  readonly paragraphs: readonly Paragraph[];
  /** What searches look into, segmented. */
  readonly passages: readonly Passage[];
  /** Links out of it, in order. */
  readonly links: readonly { readonly href: string; readonly text: string }[];
  readonly runs: readonly RememberedRun[];
}

export interface Paragraph {
  readonly block: number;
  readonly kind: 'heading' | 'paragraph' | 'list-item';
  readonly page: number | null;
  readonly text: string;
}

/** A reason is why a document could not be taken through the stages; it is then recorded as unreadable. */
export type Outcome =
  | { readonly kind: 'done'; readonly processed: Processed }
  /** One for each member of the dossier, in order. */
  | { readonly kind: 'reconciled'; readonly members: readonly ReconcileOutput[] }
  | { readonly kind: 'failed'; readonly reason: StatusReason };

/** What a worker says of the programs of other makers that work for its document. */
export type ProgramMessage =
  | { readonly kind: 'started' | 'ended'; readonly process: number }
  /** A page is being recognised: its document gets more time. */
  | { readonly kind: 'recognizing' };

export type WorkerMessage =
  | { readonly kind: 'ready' }
  | ProgramMessage
  | Extract<Outcome, { readonly kind: 'done' | 'reconciled' }>
  | { readonly kind: 'failed'; readonly stage: StageName; readonly message: string };
