import type { Direction, Link } from '../../../schemas/index.ts';
import { figureId } from '../figures.ts';
import { nameIn } from '../language/names.ts';
import type { Phase } from '../language/phases.ts';
import type { Passage } from '../passage.ts';
import { clauseBefore, matchesIn, wordsIn } from '../passage.ts';
import type { Reading } from '../reading.ts';
import type { LinkMaker } from './link-maker.ts';

/** "决算数大于预算数", "支出决算数与年初预算数持平", "与预算一致": how the final account stands to the budget, in words. */
const UNEQUAL =
  /决算数?(大于|小于|高于|低于|超过|超出|多于|少于|等于|大于（小于）)(?:年初|全年|调整后?|当年|当年年初)?(?:的)?(?:支出|收入)?预算数?/g;
const LEVEL =
  /决算数?(?:与|和|同)(?:年初|全年|调整后?|当年)?(?:支出|收入)?预算数?(?:基本)?(持平|一致|相等|相同)|与(?:年初|全年)?预算数?(?:基本)?(一致|持平|相等|相同)/g;

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  大于: 'up',
  高于: 'up',
  超过: 'up',
  超出: 'up',
  多于: 'up',
  小于: 'down',
  低于: 'down',
  少于: 'down',
  等于: 'flat',
  '大于（小于）': 'both',
};

export const comparisonLinks: LinkMaker = ({ passages }) =>
  passages.flatMap((passage, index) =>
    [...comparisonsIn(passage, UNEQUAL), ...comparisonsIn(passage, LEVEL)].map(({ start, text, word }) =>
      linkOf(passage, passages.slice(Math.max(0, index - NEIGHBOURS), index), start, text, DIRECTIONS[word] ?? 'flat'),
    ),
  );

/** A paragraph may explain the amounts of the one before it. */
const NEIGHBOURS = 2;

function comparisonsIn(passage: Passage, expression: RegExp) {
  return [...matchesIn(passage, expression)].map(({ match, start }) => ({
    start,
    text: match[0],
    word: match[1] ?? match[2] ?? '',
  }));
}

function linkOf(passage: Passage, before: readonly Passage[], start: number, text: string, direction: Direction): Link {
  const subject = nameIn(clauseBefore(passage.readable.text, start).replace(/(?:支出|收入)$/, ''), '').text;
  const own = passage.readings.filter((reading) => reading.statement.quantity.start < start);
  const left = operand('actual', subject, own, before);
  const right = operand('budget', left?.subject ?? subject, own, before);
  return {
    kind: 'comparison',
    left: left ? figureId(left.index) : null,
    right: right ? figureId(right.index) : null,
    direction,
    words: wordsIn(passage, start, start + text.length),
  };
}

/** The amount of a phase: of the named subject wherever it stands near, else the block's last one outside of lists. */
function operand(
  phase: Phase,
  subject: string,
  own: readonly Reading[],
  before: readonly Passage[],
): Reading | undefined {
  const candidates = own.filter((reading) => reading.phase === phase && reading.role === 'amount');
  if (subject === '') return candidates.findLast((reading) => !reading.list) ?? candidates.at(-1);
  const isNamed = (reading: Reading) => sameSubject(reading.subject, subject);
  const near = candidates.findLast(isNamed);
  if (near) return near;
  const earlier = before.flatMap((passage) => passage.readings);
  return earlier.findLast((reading) => reading.phase === phase && reading.role === 'amount' && isNamed(reading));
}

function sameSubject(a: string, b: string): boolean {
  const [x, y] = [core(a), core(b)];
  return x === y || (x.length > 3 && y.length > 3 && (x.endsWith(y) || y.endsWith(x)));
}

function core(name: string): string {
  return name.replace(/财政拨款|一般公共预算|年度|支出|决算数?|总体|[“”"]/g, '');
}

export const comparisonExpressions: readonly RegExp[] = [UNEQUAL, LEVEL];
