import { canonicalLabel } from '../../tables/names.ts';
import { mayBePartOf } from './identities.ts';
import { plainRowName } from './row-name.ts';
import type { Says } from './vocabulary.ts';
import { subjectVocabulary } from './vocabulary.ts';

/** A label taken apart into words. */
export interface ReadLabel {
  /** What the words say together; where two words disagree the first counts. */
  readonly says: Says;
  /** Names of the disclosure's own rows, from left to right: ["一般公共服务", "财政事务", "行政运行"]. */
  readonly names: readonly string[];
  /** A code printed in the label: "2010601" of "行政运行（2010601）" and of "…（201类）…（06款）…（01项）"; "" where none. */
  readonly code: string;
  /** Years printed in the label. */
  readonly years: readonly string[];
  /** What no word explains; "" when the label is understood. */
  readonly rest: string;
}

/** Names a label may consist of besides the words of the vocabulary. */
export interface KnownNames {
  readonly has: (name: string) => boolean;
  /** Length of the longest name. */
  readonly longest: number;
}

export const NO_NAMES: KnownNames = { has: () => false, longest: 0 };

const LONGEST_LABEL = 120;

/** Marks that may follow the characters of a name where it is printed: "(类)", "支出". */
const NAME_MARKS = 6;

const YEAR = /(?<!\d)(20\d{2})(?!\d)年?度?/g;

const LEVEL_CODE = /\((\d{2,3})(?:类|款|项)\)/g;

const CODE = /(?<!\d)[235]\d{2}(?:\d{2}){0,2}(?!\d)/g;

/** Reads a label from left to right, always taking the longest word that fits. Linear in the length of the label. */
export function readLabel(printed: string, names: KnownNames = NO_NAMES): ReadLabel {
  const canonical = canonicalLabel(printed.slice(0, LONGEST_LABEL));
  const whole = plainRowName(canonical);
  if (names.has(whole)) return { says: {}, names: [whole], code: '', years: [], rest: '' };
  const years: string[] = [];
  const codes: string[] = [];
  const levels: string[] = [];
  const text = canonical
    .replace(YEAR, (_whole, year: string) => keep(years, year))
    .replace(LEVEL_CODE, (_whole, digits: string) => keep(levels, digits))
    .replace(CODE, (digits) => keep(codes, digits));
  const code = levels[0]?.length === 3 ? levels.join('') : (codes.at(-1) ?? '');
  return { ...readWords(text, names), code, years };
}

function keep(list: string[], found: string): string {
  list.push(found);
  return '';
}

function readWords(text: string, names: KnownNames): Pick<ReadLabel, 'says' | 'names' | 'rest'> {
  const { words, longest } = subjectVocabulary();
  const found: string[] = [];
  let says: Says = {};
  let rest = '';
  let at = 0;
  while (at < text.length) {
    const name = longestAt(text, at, names.longest + NAME_MARKS, (part) => names.has(plainRowName(part)));
    const word = longestAt(text, at, longest, (part) => words.has(part));
    if (name.length > Math.max(1, word.length)) {
      found.push(plainRowName(name));
      at += name.length;
    } else if (word !== '') {
      const said = words.get(word) ?? {};
      if (contradict(says, said)) rest += word;
      says = together(says, said);
      at += word.length;
    } else {
      rest += text[at];
      at++;
    }
  }
  return { says, names: found, rest };
}

/** Two items that are no part of one another: a list of several things, or words that were not understood. */
function contradict({ item: before }: Says, { item: after }: Says): boolean {
  return before !== undefined && after !== undefined && before !== after && !mayBePartOf(after, before);
}

/** The first word counts, but 总计 before 本年 ("本年度收入总计" is this year's grand total) and the part before the whole. */
function together(before: Says, after: Says): Says {
  const extent = after.extent === 'grand' ? after.extent : (before.extent ?? after.extent);
  const item = after.item ?? before.item;
  return { ...after, ...before, ...(extent && { extent }), ...(item && { item }) };
}

function longestAt(text: string, at: number, longest: number, known: (part: string) => boolean): string {
  for (let length = Math.min(longest, text.length - at); length > 0; length--) {
    const part = text.slice(at, at + length);
    if (known(part)) return part;
  }
  return '';
}
