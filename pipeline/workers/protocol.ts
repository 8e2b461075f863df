import type { ReconcileOutput, StageName } from '../../extractors/index.ts';
import type { Artifact, Extraction, StatusReason } from '../../schemas/index.ts';

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

export interface Job {
  readonly artifact: Artifact;
  readonly remembered: readonly RememberedRun[];
}

/** Everything that is stored of a document. */
export interface Processed {
  readonly extraction: Extraction;
  readonly reconciliation: ReconcileOutput;
  /** Text blocks in reading order, for excerpts and search. */
  readonly paragraphs: readonly Paragraph[];
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
  | { readonly kind: 'failed'; readonly reason: StatusReason };

export type WorkerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly processed: Processed }
  | { readonly kind: 'failed'; readonly stage: StageName; readonly message: string };
