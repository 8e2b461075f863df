import type { Discourse, OpenList } from './discourse.ts';
import { aboutReading } from './discourse.ts';
import { nameIn } from './language/names.ts';
import type { Statement } from './language/statements.ts';
import type { MemberList, Reading, Sketch } from './reading.ts';

/** Lists of parts: "其中：…", "包括…", amounts in brackets, and items in blocks of their own after a colon. */
const INTRO = /其中|主要用于以下方面|主要用于|用于以下方面|包括|具体为|分别为|由以下|构成|具体(?:情况)?如下|分别是/;

/** Ends the lists that the statement's separator closes: brackets that close, an item of an outer list that ends. */
export function closesLists(statement: Statement, discourse: Discourse): void {
  discourse.lists = discourse.lists.filter((open) => {
    const ends = open.depth > statement.depth || endsAtSemicolon(open, statement, discourse);
    if (ends && open.list.whole !== null) discourse.about = open.list.whole;
    return !ends;
  });
}

/** A semicolon ends a list inside an item of another, a list of members that commas part, and what a new year begins. */
function endsAtSemicolon(open: OpenList, statement: Statement, discourse: Discourse): boolean {
  if (!statement.opensItem || open.depth !== statement.depth) return false;
  const second = open.list.members[1];
  const parted = second === undefined ? null : discourse.readings[second]?.statement.opensItem;
  return open.nested || parted === false || BEGINS_ANEW.test(statement.lead);
}

const BEGINS_ANEW = /^(?:(?:19|20)\d{2}年|(?:本|我)(?:部门|单位|局|校|厅|委|院|办|级|年度))/;

const BRACKET = '（';
/** "政府采购预算总额947万元：货物…": right behind an amount. */
const COLON = '：';

const DEEPEST = 4;

/** The list the statement belongs to, opened here where its words open one. */
export function joinLists(statement: Statement, discourse: Discourse): MemberList | null {
  const intro = introOf(statement);
  const whole = intro === null ? null : wholeFor(statement, intro, discourse);
  if (intro !== null && whole && discourse.lists.length < DEEPEST) {
    const list: MemberList = { whole: whole.index, members: [], intro };
    const nested = discourse.lists.length > 0 && intro !== BRACKET;
    discourse.lists.push({ list, depth: statement.depth, nested });
  }
  return sameKind(discourse.lists.at(-1), statement, discourse);
}

function introOf({ lead, preface, opener, opensClause, depth }: Statement): string | null {
  const words = [...introducing(preface).map((clause) => clause.text), lead.slice(0, 16)].join('，');
  const intro = INTRO.exec(words)?.[0];
  if (intro !== undefined) return intro;
  if (opener === '（') return opensClause && depth > 0 && lead !== '' ? BRACKET : null;
  return opener === '：' && opensClause && preface.length === 0 && lead !== '' ? COLON : null;
}

/** Clauses that may introduce what follows: "…，主要用于办公；" and "主要用于会议、培训，" speak of the amount before them. */
function introducing(preface: Statement['preface']): Statement['preface'] {
  const near = preface.slice(-2);
  const behindItem = near.slice(near.findLastIndex((clause) => clause.closer === '；') + 1);
  return behindItem.filter((clause) => clause.closer === '：' || !SPENT_ON.test(clause.text));
}

const SPENT_ON = /用于(?!以下)/;

function wholeFor(statement: Statement, intro: string, discourse: Discourse): Reading | null {
  const named = wholeNamed(statement, intro, discourse.issuer);
  if (named !== '') return findWhole(named, discourse);
  const last = discourse.readings.at(-1);
  if (statement.quantity.measures === 'amount') return aboutReading(discourse);
  return last?.role === 'amount' ? last : null;
}

/** "…；支出包括：" names what it divides; "其中：" and "主要包括：" do not. */
function wholeNamed({ lead, preface, opensClause }: Statement, intro: string, issuer: string): string {
  const words = [...introducing(preface).map((clause) => clause.text), opensClause ? lead : ''];
  const clause = words.find((text) => text.includes(intro)) ?? '';
  return nameIn(clause.slice(0, clause.indexOf(intro)), issuer).text;
}

const FARTHEST_WHOLE = 20;

function findWhole(name: string, discourse: Discourse): Reading | null {
  const block = discourse.readings.at(-1)?.block;
  for (let i = discourse.readings.length - 1; i >= Math.max(0, discourse.readings.length - FARTHEST_WHOLE); i--) {
    const reading = discourse.readings[i];
    if (!reading || reading.block !== block) return null;
    if (reading.role === 'amount' && (reading.label === name || reading.subject === name)) return reading;
  }
  return null;
}

/** Parts are counted as the whole is: money in money, people in people. */
function sameKind(open: OpenList | undefined, statement: Statement, discourse: Discourse): MemberList | null {
  const whole = open?.list.whole ?? null;
  const reading = whole === null ? null : discourse.readings[whole];
  if (!open || !reading) return null;
  const { measures, unit } = statement.quantity;
  const kind = reading.statement.quantity;
  if (kind.measures !== measures) return null;
  return measures === 'amount' || kind.unit === unit ? open.list : null;
}

const ENDS_WITH_COLON = /(?:其中|如下|包括|方面|主要用于)[^。；，]{0,16}：$|如下。?$/;
const MOST_WHOLES = 2;

/** A block that ends with "其中：" or "具体情况如下：" leaves its last amounts open for the items that follow. */
export function opensItemList(text: string, block: number, discourse: Discourse): void {
  if (!ENDS_WITH_COLON.test(text.slice(-40))) return;
  const wholes = lastAmounts(block, discourse);
  const subjects = new Set(wholes.map((reading) => reading.subject));
  if (wholes.length === 0 || subjects.size > 1) return;
  const lists = wholes.map(({ index }): MemberList => ({ whole: index, members: [], intro: '其中：' }));
  discourse.itemLists.push({ lists, numbering: null });
}

/** The amounts of the block's last sentence with amounts that are no parts themselves, at most one more than may be wholes. */
function lastAmounts(block: number, discourse: Discourse): readonly Reading[] {
  const amounts: Reading[] = [];
  for (let i = discourse.readings.length - 1; i >= 0 && amounts.length <= MOST_WHOLES; i--) {
    const reading = discourse.readings[i];
    if (!reading || reading.block !== block) break;
    if (amounts[0] && reading.sentence !== amounts[0].sentence) break;
    if (isMoney(reading) && !isDividedHere(reading, discourse)) amounts.push(reading);
  }
  return amounts.length > MOST_WHOLES ? [] : amounts;
}

/** It is a part of another amount of its own block. */
function isDividedHere(reading: Reading, discourse: Discourse): boolean {
  const whole = reading.list?.whole ?? null;
  return whole !== null && discourse.readings[whole]?.block === reading.block;
}

const NUMBERINGS: readonly (readonly [string, RegExp])[] = [
  ['（1）', /^（\d{1,2}）/],
  ['1.', /^\d{1,2}(?:[、）]|\.(?!\d)|\.(?=(?:19|20)\d{2}年))/],
  ['（一）', /^（[一二三四五六七八九十]{1,3}）/],
  ['一、', /^[一二三四五六七八九十]{1,3}、/],
];

/** Before a block is read: ends the item lists it does not go on with. */
export function followsList(text: string, discourse: Discourse): void {
  const numbering = numberingOf(text);
  discourse.inItem = false;
  if (discourse.itemLists.length === 0) return;
  const known = discourse.itemLists.findLastIndex((open) => open.numbering === numbering);
  if (known >= 0) discourse.itemLists.splice(known + 1);
  else if (numbering === '一、' || numbering === '（一）') discourse.itemLists = [];
  const innermost = discourse.itemLists.at(-1);
  if (!innermost) return;
  innermost.numbering ??= numbering;
  discourse.inItem = innermost.numbering === numbering;
}

function numberingOf(text: string): string {
  return NUMBERINGS.find(([, expression]) => expression.test(text))?.[0] ?? '';
}

/** The item list an amount belongs to: the first of its phase in an item of the innermost list. */
export function joinItemList(sketch: Sketch, block: number, discourse: Discourse): MemberList | null {
  const innermost = discourse.itemLists.at(-1);
  if (!innermost || !discourse.inItem || sketch.measure !== 'amount') return null;
  const list = innermost.lists.find(({ whole }) => {
    const phase = whole === null ? null : (discourse.readings[whole]?.phase ?? null);
    return innermost.lists.length === 1 || phase === (sketch.phase ?? null);
  });
  if (!list || list.whole === null || discourse.readings[list.whole]?.block === block) return null;
  const last = list.members.at(-1);
  const taken = last !== undefined && discourse.readings[last]?.block === block;
  return taken ? null : list;
}

function isMoney(reading: Reading): boolean {
  return reading.role === 'amount' && reading.measure === 'amount';
}

/** A heading ends every list. */
export function endLists(discourse: Discourse): void {
  discourse.lists = [];
  discourse.itemLists = [];
}

export const listExpressions: readonly RegExp[] = [
  INTRO,
  SPENT_ON,
  BEGINS_ANEW,
  ENDS_WITH_COLON,
  ...NUMBERINGS.map(([, expression]) => expression),
];
