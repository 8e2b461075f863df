import type { Discourse } from '../discourse.ts';
import type { Statement } from '../language/statements.ts';
import type { Sketch } from '../reading.ts';

/** One way in which disclosures state a quantity. The first pattern that understands a statement reads it. */
export interface Pattern {
  readonly name: string;
  readonly read: (statement: Statement, discourse: Discourse) => Sketch | null;
  /** Its regular expressions, so that all of them can be tested for bounded time. */
  readonly expressions: readonly RegExp[];
}
