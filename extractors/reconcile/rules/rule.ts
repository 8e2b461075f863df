import type { FindingType } from '../../../schemas/index.ts';

/** A rule over the cells of standard forms, as written in data/rules or in a user's own file. */
export interface FormRule {
  /** Shown to users, unique: "final.01.income-sources". */
  readonly name: string;
  readonly relation: RuleRelation;
  readonly why: { readonly zh: string; readonly en: string };
  /** A soft rule is mostly true, not by definition: it gives warnings. */
  readonly strength: 'identity' | 'soft';
  /** null: `sum` within one form, `cross_table` between forms. */
  readonly type: FindingType | null;
  /** The rule is not applied where one of these cells is there and is not zero. */
  readonly unless: readonly RuleTerm[];
  /** File and line the rule was read from, for `gouji rules`. */
  readonly source: string;
  readonly line: number;
  /** What the rule rests on (a form's notes, a regulation), "" where the file does not say. */
  readonly basis: string;
  /** The relation as written. */
  readonly text: string;
}

export interface RuleRelation {
  readonly left: readonly RuleTerm[];
  readonly operator: '=' | '<=';
  readonly right: readonly RuleTerm[];
}

/** `final.02[total, income_fiscal]?`: cells of a form. */
export interface RuleTerm {
  readonly sign: 1 | -1;
  /** Key of data/forms, or null with `title` for a table found by its printed title. */
  readonly form: string | null;
  readonly title: string;
  readonly row: RowSelector;
  /** null: the one column of amounts (of the year the form is about). */
  readonly column: ColumnSelector | null;
  /** The term is left out where the form has no such row or column. */
  readonly optional: boolean;
  readonly text: string;
}

/** One or several alternatives ("total|grand_total"); the first that is found counts. */
export interface RowSelector {
  readonly side: 'income' | 'expenditure' | null;
  /** "carry_over_in>general": a row that stands between the row `under` and the next total. */
  readonly under: string | null;
  readonly names: readonly RowName[];
}

export type RowName =
  | { readonly kind: 'concept'; readonly concept: string }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'label'; readonly label: string }
  /** `{class}` and `{code}` run over the rows with codes, `*` over all rows. The same variable is the same row in every term. */
  | { readonly kind: 'each'; readonly of: 'class' | 'code' | 'row' }
  /** `items`: all outermost rows above the total of the side. */
  | { readonly kind: 'items' };

export interface ColumnSelector {
  readonly names: readonly ColumnName[];
  /** "@final": only columns of this stage of the year. */
  readonly phase: string | null;
}

export type ColumnName =
  | { readonly kind: 'concept'; readonly concept: string; readonly within: string | null }
  | { readonly kind: 'header'; readonly header: string }
  /** `{column}` runs over the columns of the same meaning in all terms. */
  | { readonly kind: 'each' };
