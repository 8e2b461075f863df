import type { Identity, Remark } from '../../../schemas/index.ts';
import type { Passage } from '../passage.ts';
import { matchesInText, wordsIn } from '../passage.ts';
import { wordingDefects } from './wording-defects.ts';
import { yearDefects } from './year-defects.ts';

/** One kind of defect of the wording, found by an expression. A false remark is worse than a missed one. */
export interface WordingDefect {
  readonly rule: string;
  readonly type: Remark['type'];
  readonly severity: Remark['severity'];
  readonly expression: RegExp;
  readonly expected: string;
}

/** Defects of the wording in a document's prose, in reading order within each kind. */
export function remarksOn(passages: readonly Passage[], identity: Identity): readonly Remark[] {
  const wording = wordingDefects.flatMap((defect) => passages.flatMap((passage) => remarksOf(defect, passage)));
  return [...wording, ...yearDefects(passages, identity)];
}

function remarksOf({ rule, type, severity, expression, expected }: WordingDefect, passage: Passage): readonly Remark[] {
  return [...matchesInText(passage, expression)].map(({ match, start }) => ({
    rule,
    type,
    severity,
    expected,
    actual: match[0],
    words: wordsIn(passage, start, start + match[0].length),
  }));
}
