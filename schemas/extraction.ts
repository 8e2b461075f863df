import type { Fact, Figure, FindingType, Identity, Section, Table } from './disclosure.ts';
import type { Place } from './place.ts';
import type { Status } from './status.ts';

/**
 * What `extract` gives to `reconcile`: everything of the public disclosure, and what the public JSON leaves out
 * (the structure of tables, the links that sentences state). Plain values, safe to pass between threads.
 */

/** One column of a financial table, after header rows were read. */
export interface TableColumn {
  readonly c: number;
  /** Header texts from top to bottom, equal neighbours once: ["本年支出", "基本支出"]. */
  readonly path: readonly string[];
  /** `code` columns hold 类/款/项 or whole codes, `label` names, `line` the printed 行次, `value` numbers, `text` remarks. */
  readonly role: 'code' | 'label' | 'line' | 'value' | 'text';
  /** Lane of a two-sided form (收入|支出 → 0|1); 0 where there is one lane. */
  readonly lane: number;
  /** Printed 栏次 ("1", "2"…), "" where none. */
  readonly number: string;
  /** Unit of this column where it differs from the table's, else the table's. */
  readonly unit: string;
}

/** One row of one lane of a financial table. */
export interface TableRow {
  readonly r: number;
  readonly lane: number;
  readonly label: string;
  /** Digits only ("2010601"), "" where none. Parent digits are completed: 类|款|项 columns are joined. */
  readonly code: string;
  /** Printed 行次, "" where none. */
  readonly line: string;
  /** 0 for the outermost; from code length, numbering ("一、" before "1."), 其中, or indent. */
  readonly level: number;
  /** `total`: 合计/总计/本年收入合计 …; `subtotal`: 小计; `of-which`: 其中 rows; `unit`: the name of a sub-unit heading its rows. */
  readonly role: 'item' | 'total' | 'subtotal' | 'of-which' | 'unit' | 'note';
  /** Several units in one table (per-unit blocks): the unit's name, "" where the table is about one. */
  readonly entity: string;
}

export interface ExtractedFact extends Fact {
  readonly r: number;
  readonly c: number;
  readonly lane: number;
}

export interface ExtractedTable extends Table {
  readonly block: number;
  readonly financial: boolean;
  /** How sure the classification is, 0…1. */
  readonly confidence: number;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** Cells whose numeric-looking text could not be read, "r:c". A relation over one of them is undetermined. */
  readonly unread: readonly string[];
  /** Section the table stands in, "". */
  readonly section: string;
}

export interface ExtractedFigure extends Figure {
  readonly block: number;
  /** Offsets of `raw` in the block's text. */
  readonly start: number;
  readonly end: number;
  /** Sentence number within the document; figures of one sentence share it. */
  readonly sentence: number;
}

/** A word that states the sign of a change or of a comparison. */
export type Direction = 'up' | 'down' | 'flat' | 'both';

/** Something stated in words, with its place. */
export interface Words {
  readonly text: string;
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly place: Place;
}

/** Links that sentences state between figures (ids). A null is an operand the sentence leaves out. */
export type Link =
  | {
      readonly kind: 'parts';
      readonly whole: string;
      readonly parts: readonly string[];
      /** False after 其中/主要 lists that do not claim to be complete. */
      readonly complete: boolean;
      readonly words: Words;
    }
  | {
      readonly kind: 'share';
      readonly percent: string;
      readonly part: string | null;
      readonly whole: string | null;
      /** Denominator as named: "本年支出合计", "总支出", "". */
      readonly wholeLabel: string;
      readonly words: Words;
    }
  | {
      readonly kind: 'change';
      readonly current: string | null;
      readonly base: string | null;
      readonly amount: string | null;
      readonly percent: string | null;
      /** Against what: "上年决算数", "年初预算", "2018年" …, as printed. */
      readonly against: string;
      readonly direction: Direction | null;
      /** What changes, in the document's words, for sentences without a current value. */
      readonly subject: string;
      readonly words: Words;
    }
  | {
      readonly kind: 'completion';
      readonly actual: string | null;
      readonly budget: string | null;
      readonly percent: string | null;
      /** Which budget is the base: 年初预算, 全年预算, 调整预算, 预算 …, as printed. */
      readonly base: string;
      readonly words: Words;
    }
  | {
      /** 决算数大于/小于/等于(持平)预算数. */
      readonly kind: 'comparison';
      readonly left: string | null;
      readonly right: string | null;
      readonly direction: Direction;
      readonly words: Words;
    }
  | {
      /** "无政府性基金预算…", "未安排…", "…为零": the stated subject has no amount. */
      readonly kind: 'absence';
      readonly subject: string;
      readonly words: Words;
    }
  | { readonly kind: 'equal'; readonly figures: readonly string[]; readonly words: Words };

/** A defect of the wording itself: a left-over of the template, a wrong year, a misspelt name. No arithmetic involved. */
export interface Remark {
  readonly rule: string;
  readonly type: Extract<FindingType, 'year' | 'name' | 'missing' | 'logic' | 'direction' | 'unit'>;
  readonly severity: 'error' | 'warning' | 'notice';
  /** Facts for the message; wording is made in reconcile/words. */
  readonly expected: string;
  readonly actual: string;
  readonly words: Words;
  /** "cell:<table>:<r>:<c>" or "figure:<id>" where the words are one number. */
  readonly ref?: string;
}

export interface Extraction {
  readonly document: Identity;
  readonly status: Status;
  readonly region: string;
  readonly sections: readonly Section[];
  readonly tables: readonly ExtractedTable[];
  readonly facts: readonly ExtractedFact[];
  readonly figures: readonly ExtractedFigure[];
  readonly links: readonly Link[];
  readonly remarks: readonly Remark[];
}
