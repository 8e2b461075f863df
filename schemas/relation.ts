import type { FindingType } from './disclosure.ts';
import type { Place } from './place.ts';

/** What passes between the parts of `reconcile`: observations → relations → judgements. */

/** A printed number that can take part in relations. */
export interface Observation {
  /** "cell:<table>:<r>:<c>" or "figure:<id>"; with "<sha256>#" before it when it stands in another document. */
  readonly ref: string;
  /** Decimal string with its printed precision: it stands for [x − ½·10⁻ᵈ, x + ½·10⁻ᵈ] in its unit. */
  readonly value: string;
  readonly unit: string;
  /** For messages: "收入支出决算总表·本年收入合计·决算数". */
  readonly label: string;
  readonly place: Place;
  readonly source?: string;
}

export type RelationKind = 'sum' | 'equal' | 'share' | 'change' | 'completion' | 'bound' | 'direction' | 'absence';

export interface Operand {
  /**
   * sum: Σ sign·part = whole · equal: left = right · bound: left ≤ right · share: part/whole·100 = percent ·
   * change: current − base = ±amount, amount/base·100 = percent · completion: actual/budget·100 = percent ·
   * direction: sign(left − right) · absence: the value must be zero.
   */
  readonly role:
    | 'part'
    | 'whole'
    | 'left'
    | 'right'
    | 'percent'
    | 'current'
    | 'base'
    | 'amount'
    | 'actual'
    | 'budget'
    | 'value';
  /** −1 where the operand is subtracted. */
  readonly sign: 1 | -1;
  /** null: named by the relation but not found; the relation is then undetermined. */
  readonly observation: Observation | null;
  /** What the operand is, for an operand that was not found. */
  readonly name: string;
  /** Why there is no observation; `operand-missing` when left out. */
  readonly gap?: UndeterminedReason;
}

export interface Relation {
  /** Proposer and rule, stable: "printed-formula", "form:final.01.income-total", "narrative-share". */
  readonly rule: string;
  readonly kind: RelationKind;
  readonly type: FindingType;
  readonly operands: readonly Operand[];
  /** For `direction` and `change`: the sign that the words state. */
  readonly direction: 'up' | 'down' | 'flat' | 'both' | null;
  /** Why the numbers must agree, shown to the user. */
  readonly why: { readonly zh: string; readonly en: string };
  /** A soft relation (mostly true, not by definition) yields a warning, never an error. */
  readonly strength: 'identity' | 'soft';
  /**
   * Relations that rest on one reading of a structure (the columns of a table, two tables taken for the same) name it.
   * Where many of a family fail, it is the reading that is in doubt, not the numbers.
   */
  readonly family?: string;
}

export type Outcome = 'holds' | 'rounding' | 'broken' | 'undetermined';

export type UndeterminedReason =
  | 'operand-missing'
  | 'operand-unreadable'
  | 'zero-base'
  | 'ambiguous-subject'
  | 'unit-unknown';

export interface Judgement {
  readonly relation: Relation;
  readonly outcome: Outcome;
  /** Set when undetermined; a broken judgement has `zero-base` for a percentage of nothing. */
  readonly reason: UndeterminedReason | null;
  /** Decimal strings in `unit`; a Direction where words are judged; "" where undetermined or there is no such number. */
  readonly expected: string;
  readonly actual: string;
  readonly difference: string;
  readonly unit: string;
  readonly formula: string;
}
