import type { Link } from '../../../schemas/index.ts';
import { figureId } from '../figures.ts';
import { comparisonIn } from '../language/against.ts';
import { nameIn } from '../language/names.ts';
import { withoutPhase } from '../language/phases.ts';
import type { Passage } from '../passage.ts';
import { clauseBefore, matchesIn, wordsIn } from '../passage.ts';
import type { LinkMaker } from './link-maker.ts';

/** "与2023年度持平", "与上年预算数一致", "较上年无变化": a change of nothing, stated without a number. */
const FLAT = /(?:基本)?(?:持平|一致|相同|无(?:增减)?变化|没有变化|保持不变|无增减)/g;

export const flatLinks: LinkMaker = ({ passages }) =>
  passages.flatMap((passage) =>
    [...matchesIn(passage, FLAT)].flatMap(({ match, start }) => linkOf(passage, start, match[0]) ?? []),
  );

function linkOf(passage: Passage, start: number, word: string): Link | null {
  const { text } = passage.readable;
  const clause = clauseBefore(text, start);
  const earlier = clauseBefore(text, Math.max(0, start - clause.length - 1));
  const comparison = comparisonIn(clause) ?? comparisonIn(earlier);
  if (!comparison || !AGAINST_A_YEAR.test(comparison.against)) return null;
  const own = comparisonIn(clause);
  const words = own ? clause.slice(0, own.start) + clause.slice(own.end) : clause;
  const named = nameIn(words, '').text;
  const current = passage.readings.findLast(
    (reading) =>
      reading.role === 'amount' &&
      reading.measure === 'amount' &&
      reading.statement.quantity.start < start &&
      (named === '' || reading.subject === withoutPhase(named) || reading.label === named),
  );
  return {
    kind: 'change',
    current: current ? figureId(current.index) : null,
    base: null,
    amount: null,
    percent: null,
    against: comparison.against,
    direction: 'flat',
    subject: named || current?.subject || passage.topic,
    words: wordsIn(passage, start - clause.length, start + word.length),
  };
}

/** Against a budget of the same year it is a comparison, not a change. */
const AGAINST_A_YEAR = /(?:19|20)\d{2}|上一?年|去年|同期|上期/;

export const flatExpressions: readonly RegExp[] = [FLAT, AGAINST_A_YEAR];
