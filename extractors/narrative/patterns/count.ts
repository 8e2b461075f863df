import type { Measure } from '../../../schemas/index.ts';
import type { Discourse } from '../discourse.ts';
import { currentSubject, currentWhole, previousInSentence } from '../discourse.ts';
import { comparisonIn } from '../language/against.ts';
import { changeVerbAtEnd } from '../language/directions.ts';
import { nameIn, nounBehind } from '../language/names.ts';
import type { Statement } from '../language/statements.ts';
import { anyOf, fiscalPhrases, once } from '../language/vocabulary.ts';
import type { Pattern } from './pattern.ts';

/** How many: "在职人员46人", "共有车辆3辆", "内设3个科室", "7次在线访谈", "带宽1GB", "平均得分99.43分". */
const GUESTS = /接待|来访|访客|外宾|团组|来宾|参训|培训|参观|受众|惠及|游客|群众/;

const CHANGES = /^(?:主要(?:原因)?是)?(?:因|由于)?(?:减少|增加|压减|核减|调减|调增)(?:了)?(?=[^，；。]{2,})/;

const doneWith = once(() => new RegExp(`^(?:${anyOf(fiscalPhrases().countVerbs)})(?![、和及与或])`));

/** "自评等次：良 自评得分：89.73": the fields of a form on one line. */
const GRADE = /^(?:优秀?|良好?|中|差|不?合格)(?=(?:自评|综合|评价|考核)?(?:得分|评分|分数|总分))/;

const NO_NAME = /^(?:主要(?:原因)?是)?(?:本年|今年|当年|上年|去年)度?$/;

const LONGEST_QUALIFIER = 16;

/** Amounts of money and shares are not looked at any further. */
const COUNTED: ReadonlySet<string> = new Set(['headcount', 'count', 'score', 'other']);

export const count: Pattern = {
  name: 'count',
  expressions: [GUESTS, CHANGES, GRADE, NO_NAME, doneWith()],
  read(statement, discourse) {
    if (!COUNTED.has(statement.quantity.measures)) return null;
    const before = withoutVerb(nameIn(unchanged(statement.lead), discourse.issuer).text);
    const measure = measureOf(statement, before);
    if (measure === null) return null;
    const behind = nounBehind(statement.tail).text;
    const label =
      behind ||
      before ||
      nextTo(statement, discourse) ||
      beforeClause(statement, discourse) ||
      currentSubject(discourse);
    return {
      role: 'amount',
      measure,
      label,
      qualifier:
        behind !== '' && before !== '' && before.length <= LONGEST_QUALIFIER ? before : currentWhole(discourse),
      subject: label,
      phase: null,
      named: behind !== '' || before !== '',
    };
  },
};

/** People who are counted as guests or trainees are no staff: a count, as 人次 is. */
function measureOf({ quantity, tail }: Statement, name: string): Measure | null {
  switch (quantity.measures) {
    case 'headcount':
      return GUESTS.test(name) || GUESTS.test(tail.slice(0, 12)) ? 'count' : 'headcount';
    case 'count':
    case 'score':
    case 'other':
      return quantity.measures;
    default:
      return null;
  }
}

/** "在职人员较上年减少3人", "主要是减少在职人员1名": the words of the change name nothing. */
function unchanged(lead: string): string {
  const verb = changeVerbAtEnd(lead);
  const words = verb && !lead.slice(0, verb.start).endsWith('新') ? lead.slice(0, verb.start) : lead;
  const comparison = comparisonIn(words);
  const bare = comparison ? words.slice(0, comparison.start) + words.slice(comparison.end) : words;
  return bare.replace(CHANGES, '').replace(NO_NAME, '');
}

/** "举办研讨班4期": what was done is no part of what is counted. */
function withoutVerb(name: string): string {
  const rest = name.replace(doneWith(), '');
  return rest.length >= 2 ? rest : name;
}

/** "0批次、12人次": the same thing counted in another way. */
function nextTo({ lead }: Statement, discourse: Discourse): string {
  return /^[、，]?(?:共|计|累计|共计)?$/.test(lead) ? (previousInSentence(discourse)?.label ?? '') : '';
}

function beforeClause({ preface }: Statement, discourse: Discourse): string {
  const clause = preface.at(-1);
  return clause ? nameIn(clause.text, discourse.issuer).text.replace(GRADE, '').slice(-24) : '';
}
