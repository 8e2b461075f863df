import type { Discourse } from './discourse.ts';
import { aboutReading } from './discourse.ts';
import { comparisonIn } from './language/against.ts';
import { nameIn } from './language/names.ts';
import { setsTime, yearNamed } from './language/periods.ts';
import { phaseOf } from './language/phases.ts';
import type { Stretch } from './language/sentences.ts';
import type { Clause, Statement } from './language/statements.ts';
import { statementsOf } from './language/statements.ts';
import { topicAtStart } from './language/topics.ts';
import { closesLists, followsList, joinItemList, joinLists, opensItemList } from './lists.ts';
import { patterns } from './patterns/index.ts';
import type { Quantity } from './quantities/quantity.ts';
import { scanQuantities } from './quantities/scan.ts';
import type { MemberList, Reading, Sketch } from './reading.ts';

/** A label of a chart: a number with no word says nothing of what it measures. */
const ONLY_NUMBERS = /^[\d.,%\s万亿元]+$/;

/** Reads every quantity of one block into `discourse.readings`. */
export function readBlock(
  text: string,
  sentences: readonly Stretch[],
  { block, firstSentence }: { readonly block: number; readonly firstSentence: number },
  discourse: Discourse,
): void {
  const quantities = ONLY_NUMBERS.test(text) ? [] : scanQuantities(text);
  beginBlock(text, discourse);
  let next = 0;
  for (const [offset, sentence] of sentences.entries()) {
    const own: Quantity[] = [];
    for (let quantity = quantities[next]; quantity && quantity.start < sentence.end; quantity = quantities[next]) {
      own.push(quantity);
      next++;
    }
    discourse.period = discourse.blockPeriod;
    discourse.against = '';
    discourse.within = '';
    leavesLists(discourse);
    discourse.sentence = firstSentence + offset;
    for (const statement of statementsOf(text, sentence, own)) readStatement(statement, block, discourse);
    endSentence(text.slice(own.at(-1)?.end ?? sentence.start, sentence.end), discourse);
  }
  opensItemList(text, block, discourse);
}

/** Behind the sentence of a list the whole is spoken of again: "…，其中：甲2万元、乙3万元。较上年增加1万元". */
function leavesLists(discourse: Discourse): void {
  const outermost = discourse.lists[0]?.list;
  const divides = outermost !== undefined && outermost.members.length > 1;
  if (divides && outermost.whole !== null && !toldEach(outermost, discourse)) discourse.about = outermost.whole;
  discourse.lists = [];
}

/** Where members are told one by one, each with its change, the sentence behind the list goes on with the last. */
function toldEach({ members }: MemberList, { readings }: Discourse): boolean {
  const [first = 0] = members;
  return readings.slice(first).some((reading) => reading.role === 'change' || reading.role === 'completion');
}

function beginBlock(text: string, discourse: Discourse): void {
  followsList(text, discourse);
  discourse.lists = [];
  const topic = topicAtStart(text, discourse.issuer);
  discourse.ownTopic = topic !== '';
  if (topic !== '') discourse.topic = topic;
  discourse.about = null;
  discourse.dangling = '';
  if (!discourse.keepsPeriod) discourse.blockPeriod = ownPeriod(discourse);
}

function ownPeriod(discourse: Discourse): string {
  return discourse.fiscalYear === null ? '' : String(discourse.fiscalYear);
}

const LONGEST_DANGLING = 24;

function endSentence(rest: string, discourse: Discourse): void {
  const year = yearNamed(withoutComparison(rest), discourse.fiscalYear);
  if (year !== null && SETS_PERIOD.test(rest)) {
    discourse.blockPeriod = year;
    discourse.keepsPeriod = /：$/.test(rest);
  }
  const last =
    rest
      .replace(/[。！？!?.．]$/, '')
      .split(/[，；：]/)
      .at(-1) ?? '';
  discourse.dangling = last.length <= LONGEST_DANGLING ? last : '';
}

/** Of sentences without a quantity only those that date what follows set the year in force. */
const SETS_PERIOD = /截至|截止|如下/;

function readStatement(statement: Statement, block: number, discourse: Discourse): void {
  for (const [position, clause] of statement.preface.entries())
    noteClause(clause.text, isFieldOf(statement.preface[position - 1]) ? '' : clause.text, discourse);
  closesLists(statement, discourse);
  const list = joinLists(statement, discourse);
  for (const pattern of patterns) {
    const sketch = pattern.read(statement, discourse);
    if (!sketch) continue;
    const period = periodOf(statement, sketch, discourse);
    const member = isMember(sketch) ? (list ?? joinItemList(sketch, block, discourse)) : null;
    const reading: Reading = {
      ...sketch,
      index: discourse.readings.length,
      pattern: pattern.name,
      statement,
      period,
      block,
      sentence: discourse.sentence,
      list: member,
      about: sketch.named && sketch.role !== 'base' ? aboutSame(sketch, discourse) : (sketch.said ?? discourse.about),
    };
    discourse.readings.push(reading);
    if (member) member.members.push(reading.index);
    if (isSpokenOf(reading)) discourse.about = reading.index;
    return;
  }
}

function isMember(sketch: Sketch): boolean {
  return sketch.role === 'amount';
}

/** Amounts are what later percentages and changes are said of; a count only where no amount was named. */
function isSpokenOf(reading: Reading): boolean {
  return reading.role === 'amount' && reading.measure === 'amount' && reading.pattern !== 'threshold';
}

/** A change or share that names its subject is about the nearest amount of that name, if there is one in the block. */
function aboutSame(sketch: Sketch, discourse: Discourse): number | null {
  const about = aboutReading(discourse);
  if (!about) return null;
  for (let i = discourse.readings.length - 1; i >= Math.max(0, discourse.readings.length - 12); i--) {
    const reading = discourse.readings[i];
    if (reading && reading.block === about.block && reading.role === 'amount' && reading.subject === sketch.subject) {
      return reading.index;
    }
  }
  return null;
}

/** "自评时间：2020年5月": when a form was filled in dates nothing that stands behind it. */
function isFieldOf(before: Clause | undefined): boolean {
  return before?.closer === '：' && FILLED_IN.test(before.text);
}

const FILLED_IN = /(?:时间|日期)$/;

function noteClause(clause: string, dating: string, discourse: Discourse): void {
  const comparison = comparisonIn(clause);
  if (comparison) discourse.against = comparison.against;
  if (WITHIN.test(clause)) discourse.within = wholeIn(clause.replace(WITHIN, ''), discourse.issuer);
  if (!setsTime(dating)) return;
  const year = yearNamed(withoutComparison(dating), discourse.fiscalYear);
  if (year === null) return;
  discourse.period = year;
  discourse.blockPeriod = year;
}

/** "2026年预算安排中" names a time and no whole. */
function wholeIn(words: string, issuer: string): string {
  const name = nameIn(words, issuer).text;
  return phaseOf(name) ? '' : name;
}

const WITHIN = /(?<!其)(?:当|之)?中$/;

/** The year of the number: the pattern's own, else the one its words name, else the one in force. */
function periodOf(statement: Statement, sketch: Sketch, discourse: Discourse): string {
  if (sketch.period !== undefined) return sketch.period;
  const year = yearNamed(withoutComparison(statement.lead), discourse.fiscalYear);
  if (year === null && sketch.role === 'change') return yearOfChange(sketch, discourse);
  if (year === null) return discourse.period;
  if (NAMES_YEAR.test(statement.lead)) discourse.period = year;
  return year;
}

/** A change against a year is told of the year after it, even where the base was stated in between. */
function yearOfChange(sketch: Sketch, discourse: Discourse): string {
  const base = /(?:19|20)\d{2}/.exec(sketch.against ?? '')?.[0];
  return base !== undefined && base === discourse.period ? String(Number(base) + 1) : discourse.period;
}

const NAMES_YEAR = /(?:19|20)\d{2}年/;

function withoutComparison(words: string): string {
  const comparison = comparisonIn(words);
  return comparison ? words.slice(0, comparison.start) + words.slice(comparison.end) : words;
}
