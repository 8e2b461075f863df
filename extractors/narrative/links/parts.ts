import Big from 'big.js';
import type { Link } from '../../../schemas/index.ts';
import { figureId } from '../figures.ts';
import { fiscalPhrases } from '../language/vocabulary.ts';
import type { MemberList, Reading } from '../reading.ts';
import type { LinkMaker } from './link-maker.ts';

/**
 * Which amounts a list divides a whole into. A list claims to be complete when its parts are a known division
 * (基本支出 and 项目支出 …), when the shares it prints make up a hundred, or when its words say so.
 */
export const partsLinks: LinkMaker = ({ readings, wordsAt }) => {
  const lists = new Set<MemberList>();
  for (const { list } of readings) if (list) lists.add(list);
  const links: Link[] = [];
  for (const list of lists) {
    const whole = list.whole === null ? undefined : readings[list.whole];
    const parts = list.members.flatMap((index) => readings[index] ?? []).filter((part) => part.index !== whole?.index);
    if (!whole || parts.length === 0) continue;
    links.push({
      kind: 'parts',
      whole: figureId(whole.index),
      parts: parts.map((part) => figureId(part.index)),
      complete: claimsCompleteness(list, parts, readings),
      words: wordsAt(whole, parts.at(-1) ?? whole),
    });
  }
  return links;
};

const SAYS_SO = /以下方面|具体为|分别为|由以下|构成|分别是/;
const SAYS_NOT = /主要(?!用于以下)|^等/;

function claimsCompleteness(list: MemberList, parts: readonly Reading[], readings: readonly Reading[]): boolean {
  if (parts.length < 2) return false;
  const last = parts.at(-1);
  if (last && (SAYS_NOT.test(list.intro) || SAYS_NOT.test(last.statement.tail))) return false;
  return (
    SAYS_SO.test(list.intro) || endsWithRest(parts) || isKnownDivision(parts) || sharesMakeUpHundred(parts, readings)
  );
}

/** A list that ends with the rest (其他收入, 其他用车) leaves nothing out. */
function endsWithRest(parts: readonly Reading[]): boolean {
  return parts.length > 2 && /^(?:本年)?其他/.test(parts.at(-1)?.label ?? '');
}

/** Every part is one of the division and every one of the division is there. */
function isKnownDivision(parts: readonly Reading[]): boolean {
  return fiscalPhrases().partitions.some(
    (division) =>
      parts.length === division.length && division.every((name) => parts.some((part) => part.subject.includes(name))),
  );
}

/** Printed shares that add up to 99…101 were meant to cover the whole, whether or not they are right. */
function sharesMakeUpHundred(parts: readonly Reading[], readings: readonly Reading[]): boolean {
  let sum = new Big(0);
  for (const part of parts) {
    const share = readings
      .slice(part.index + 1, part.index + 4)
      .find((reading) => reading.role === 'share' && reading.about === part.index);
    if (!share) return false;
    sum = sum.plus(share.statement.quantity.value);
  }
  return sum.gte(99) && sum.lte(101);
}
