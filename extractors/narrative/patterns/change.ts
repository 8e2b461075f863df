import type { Discourse } from '../discourse.ts';
import { aboutReading, currentSubject, previousInSentence } from '../discourse.ts';
import { comparisonIn } from '../language/against.ts';
import { changeVerbAtEnd, directionOf } from '../language/directions.ts';
import { nameIn } from '../language/names.ts';
import { phaseOf } from '../language/phases.ts';
import type { Statement } from '../language/statements.ts';
import type { Reading, Sketch } from '../reading.ts';
import type { Pattern } from './pattern.ts';

/**
 * A difference or a growth: "比2018年度减少10.21万元，下降0.36%", "同比增长6.2%", "增加（减少）0万元", "项目支出减少91万元", and with
 * the thing behind the verb: "减少项目支出5万元".
 */
const VERB_AND_THING =
  /(增加|减少|压减|调减|核减|调增|缩减|压缩|节约|削减)了?([^，；。0-9]{0,16}?(?:支出|经费|收入|预算|资金|费|费用|拨款|投入|成本|补助|补贴|工资)等?)(?:共计|共|约|近|计|为|超过|达到?)?$/;
const GROWTH_RATE = /(?:增长率|增幅|降幅|增速|涨幅|变动率|增减率|变化率|幅度)(?:为|达到?|是|：)?$/;
/** What a name of a change may not consist of: the words of the comparison and of distribution. */
const NO_SUBJECT =
  /^(?:各|均|共|分别|略|略有|有所|将|也|同样|则|又|小幅|合计|相应|主要是|主要|预计|约|净|总体|其中|因此|所以|故|从而|导致|因而|使得|增减相抵后?|相抵后?|合并计算后?)+$/;
/** "增减相抵后增加3万元": the changes before it were reasons; the sum of them is said of what the sentence is about. */
const OFFSET = /相抵|合并计算后/;
/** "扣除基建后比上年增加": what is left out is not what changes. */
const EXCEPT = /^(?:扣除|剔除|不含|不考虑).{1,24}后$/;
/** "增加援助经费预算增加100万元" */
const SAID_TWICE = /^(?:增加|减少|压减|核减|调减)了?(?=[^，；。]{2})/;
const ADVERB_AT_END = /(?:各|均|共|分别|略有|有所|略|小幅|同步|相应|预计|净|总体|合计|数额|又|也|将|实际|统一)+$/;

export const change: Pattern = {
  name: 'change',
  expressions: [VERB_AND_THING, GROWTH_RATE, NO_SUBJECT, OFFSET, EXCEPT, SAID_TWICE, ADVERB_AT_END],
  read(statement, discourse) {
    const { measures } = statement.quantity;
    if (measures !== 'amount' && measures !== 'percent' && statement.quantity.unit !== '倍') return null;
    return (
      bracketedRate(statement, discourse) ?? verbAtEnd(statement, discourse) ?? thingBehindVerb(statement, discourse)
    );
  },
};

function verbAtEnd(statement: Statement, discourse: Discourse): Sketch | null {
  const verb = grownBy(statement) ?? changeVerbAtEnd(statement.lead) ?? rateAtEnd(statement.lead);
  if (!verb) return null;
  const words = statement.lead.slice(0, verb.start);
  const comparison = comparisonIn(words);
  const behind = comparison ? subjectIn(words.slice(comparison.end), discourse) : '';
  const before = subjectIn(comparison ? words.slice(0, comparison.start) : words, discourse);
  const preceding = prefaceSubject(statement, discourse);
  const named = behind || before || preceding;
  return sketch(statement, discourse, named, comparison?.against ?? discourse.against, verb.direction);
}

/** "增加14.15万元（20.58%）": the bracket right behind a difference holds the same change as a rate, or the other way round. */
function bracketedRate({ quantity, lead, opener }: Statement, discourse: Discourse): Sketch | null {
  const previous = previousInSentence(discourse);
  if (opener !== '（' || lead !== '' || previous?.role !== 'change') return null;
  const adjoins = quantity.start === previous.statement.quantity.end + 1;
  if (!adjoins || quantity.measures === previous.statement.quantity.measures) return null;
  const measure = quantity.measures === 'amount' ? 'change_amount' : 'change_percent';
  return goesOn(previous, measure, '', previous.direction ?? null);
}

/** "较上年翻一番": the number has its verb in it. */
function grownBy({ quantity, lead }: Statement): { direction: 'up'; start: number } | null {
  return quantity.grows ? { direction: 'up', start: lead.length } : null;
}

function rateAtEnd(lead: string): { direction: null; start: number } | null {
  const rate = GROWTH_RATE.exec(lead);
  return rate ? { direction: null, start: rate.index } : null;
}

function thingBehindVerb(statement: Statement, discourse: Discourse): Sketch | null {
  if (statement.quantity.measures !== 'amount') return null;
  const match = VERB_AND_THING.exec(statement.lead);
  if (!match) return null;
  const comparison = comparisonIn(statement.lead.slice(0, match.index));
  return sketch(statement, discourse, match[2] ?? '', comparison?.against ?? '', directionOf(match[1] ?? ''));
}

function sketch(
  statement: Statement,
  discourse: Discourse,
  named: string,
  against: string,
  direction: Sketch['direction'],
): Sketch {
  const about = spokenOf(statement, discourse);
  const measure = statement.quantity.measures === 'amount' ? 'change_amount' : 'change_percent';
  const previous = previousInSentence(discourse);
  const sameLevel = previous?.statement.depth === statement.depth;
  if (named === '' && previous?.role === 'change' && sameLevel && !OFFSET.test(statement.lead))
    return goesOn(previous, measure, against, direction ?? null);
  const subject = named || about?.subject || currentSubject(discourse);
  const label = subject;
  return {
    role: 'change',
    measure,
    label,
    qualifier: named || !about || about.qualifier === label ? '' : about.qualifier,
    subject,
    against,
    direction: direction ?? null,
    named: named !== '',
    ...(about === null ? {} : { said: about.index }),
  };
}

/** "其中：甲10万元、乙5万元，较上年增加3万元": a clause of its own behind a list is said of the whole. */
function spokenOf(statement: Statement, discourse: Discourse): Reading | null {
  const list = discourse.lists.at(-1)?.list;
  const last = list?.members.at(-1);
  const member = last === undefined ? undefined : discourse.readings[last];
  const behindRun =
    list && list.members.length > 1 && member?.index === discourse.about && !member.statement.opensClause;
  if (!behindRun || !statement.opensClause || list.whole === null) return aboutReading(discourse);
  return discourse.readings[list.whole] ?? null;
}

/** "减少5.47万元，下降88.65%": the same change in another measure. */
function goesOn(
  previous: Reading,
  measure: Sketch['measure'],
  against: string,
  direction: Sketch['direction'],
): Sketch {
  const { label, qualifier, subject } = previous;
  return {
    role: 'change',
    measure,
    label,
    qualifier,
    subject,
    against: against || (previous.against ?? ''),
    direction: direction ?? null,
    named: false,
    ...(previous.about === null ? {} : { said: previous.about }),
  };
}

/** What words name as changing. A bare phase ("决算数比预算数减少") is the current subject's, unless its year is said. */
function subjectIn(words: string, discourse: Discourse): string {
  const name = nameIn(words.replace(ADVERB_AT_END, ''), discourse.issuer).text.replace(SAID_TWICE, '');
  if (NO_SUBJECT.test(name) || EXCEPT.test(name)) return '';
  if (!phaseOf(name)) return name;
  return /(?:19|20)\d{2}年/.test(words) || currentSubject(discourse) === '' ? name : '';
}

/** "一般公共预算财政拨款支出，较上年减少5万元": nothing was stated of it yet. */
function prefaceSubject(statement: Statement, discourse: Discourse): string {
  if (aboutReading(discourse)) return '';
  for (const clause of statement.preface.toReversed()) {
    const comparison = comparisonIn(clause.text);
    const words = comparison ? clause.text.slice(0, comparison.start) : clause.text;
    const name = subjectIn(words, discourse);
    if (name !== '' && !/原因|其中/.test(name)) return name;
  }
  return '';
}
