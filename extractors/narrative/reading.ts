import type { Direction, Measure } from '../../schemas/index.ts';
import type { Phase } from './language/phases.ts';
import type { Statement } from './language/statements.ts';

/**
 * What a quantity does in its sentence:
 * `amount` states how much or how many, `base` what something is compared with, `change` a difference or growth,
 * `share` a part of a whole, `completion` a part of a budget, `rate` any other percentage, `threshold` a limit in a name.
 */
export type Role = 'amount' | 'base' | 'change' | 'share' | 'completion' | 'rate' | 'threshold';

/** What a pattern understood of one statement. Names are in readable spelling (full-width brackets, no layout spaces). */
export interface Sketch {
  readonly role: Role;
  readonly measure: Measure;
  readonly label: string;
  readonly qualifier: string;
  /** What is measured, without phase and qualifier: the same for an amount and for what is said of it. */
  readonly subject: string;
  readonly phase?: Phase | null;
  /** The year, where the pattern knows better than the words before the number. */
  readonly period?: string;
  /** change: the base as printed. */
  readonly against?: string;
  readonly direction?: Direction | null;
  /** share: the denominator as named. completion: the budget as named. */
  readonly denominator?: string;
  /** The subject is named by the statement itself and not taken from what went before. */
  readonly named?: boolean;
  /** Index of the amount it is said of, where that is not the one spoken of last. */
  readonly said?: number;
}

/** A statement as understood, with its place in the discourse. Indexes refer to the list of all readings. */
export interface Reading extends Sketch {
  readonly index: number;
  readonly pattern: string;
  readonly statement: Statement;
  readonly period: string;
  readonly block: number;
  readonly sentence: number;
  /** The list (其中, brackets, items after a colon) it is a member of, or null. */
  readonly list: MemberList | null;
  /** The amount that was spoken of last before it: what a change, share or completion is about. */
  readonly about: number | null;
}

export interface MemberList {
  readonly whole: number | null;
  readonly members: number[];
  /** The words that open it: "其中：", "主要用于以下方面：". */
  readonly intro: string;
}
