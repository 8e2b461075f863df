import type { Discourse, OpenList } from './discourse.ts';
import { aboutReading } from './discourse.ts';
import type { Statement } from './language/statements.ts';
import type { MemberList, Reading } from './reading.ts';

/** Lists of parts: "其中：…", "包括…", amounts in brackets, and items in blocks of their own after a colon. */
const INTRO = /其中|主要用于以下方面|用于以下方面|包括|具体为|分别为|由以下|构成|具体(?:情况)?如下|分别是/;

/** Ends the lists that the statement's separator closes: brackets that close, an item of an outer list that ends. */
export function closesLists(statement: Statement, discourse: Discourse): void {
  discourse.lists = discourse.lists.filter((open) => {
    if (open.depth > statement.depth) return false;
    return !(open.nested && open.depth === statement.depth && statement.opener === '；');
  });
}

/** The list the statement belongs to, opened here where its words open one. */
export function joinLists(statement: Statement, discourse: Discourse): MemberList | null {
  const intro = introOf(statement);
  const whole = wholeFor(statement, discourse);
  if (intro !== null && whole) {
    const list: MemberList = { whole: whole.index, members: [], intro };
    const nested = discourse.lists.length > 0;
    discourse.lists.push({ list, depth: statement.depth, nested });
  }
  return sameKind(discourse.lists.at(-1), statement, discourse);
}

function introOf({ lead, preface, opener, opensClause, depth }: Statement): string | null {
  const words = [...preface.slice(-2).map((clause) => clause.text), lead.slice(0, 16)].join('，');
  const intro = INTRO.exec(words)?.[0];
  if (intro !== undefined) return intro;
  return opener === '（' && opensClause && depth > 0 && lead !== '' ? '（' : null;
}

function wholeFor(statement: Statement, discourse: Discourse): Reading | null {
  const last = discourse.readings.at(-1);
  if (statement.quantity.measures === 'amount') return aboutReading(discourse);
  if (!last || last.role !== 'amount') return null;
  return last;
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

const ENDS_WITH_COLON = /(?:其中|如下|包括|方面|主要用于)[^。；，]{0,16}[：。]?$/;

/** A block that ends with "其中：" or "具体情况如下：" leaves its last amounts open for the items that follow. */
export function opensItemList(text: string, block: number, discourse: Discourse): void {
  if (!ENDS_WITH_COLON.test(text.slice(-40))) return;
  const wholes: MemberList[] = [];
  for (let i = discourse.readings.length - 1; i >= 0 && wholes.length < 2; i--) {
    const reading = discourse.readings[i];
    if (!reading || reading.block !== block) break;
    if (reading.role !== 'amount' || reading.measure !== 'amount' || reading.list) continue;
    wholes.push({ whole: reading.index, members: [], intro: '其中：' });
  }
  if (wholes.length > 0) discourse.itemLists = wholes;
}

const MOST_ITEM_BLOCKS = 60;

/** Whether the block is the next item of the open list; a block of another shape ends the list. */
export function followsList(text: string, discourse: Discourse): void {
  const [first] = discourse.itemLists;
  if (!first) return;
  if (text.length === 0 || first.members.length > MOST_ITEM_BLOCKS) discourse.itemLists = [];
}

/** A heading ends every list. */
export function endLists(discourse: Discourse): void {
  discourse.lists = [];
  discourse.itemLists = [];
}
