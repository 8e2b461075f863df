import Big from 'big.js';
import type { ExtractedFigure, Observation, Relation } from '../../../../schemas/index.ts';
import { canonicalLabel } from '../../../tables/names.ts';
import { mayBePartOf } from '../../subjects/index.ts';
import type { Proposer } from '../proposer.ts';
import { atMost, sum } from '../relations.ts';
import type { LinkOf, Prose } from './prose.ts';
import { linksOf, proseOf } from './prose.ts';
import { areSiblings } from './siblings.ts';

const RULE = 'narrative-parts';

/** N6: a list of parts adds up to its whole; no part of a list that does not claim to be complete exceeds it. */
export const parts: Proposer = {
  name: RULE,
  propose: (context) => {
    const prose = proseOf(context);
    return linksOf(context.extraction, 'parts').flatMap((link) => relationsOf(link, prose));
  },
};

function relationsOf(link: LinkOf<'parts'>, prose: Prose): readonly Relation[] {
  const whole = prose.figure(link.whole);
  const listed = link.parts.flatMap((id) => prose.figure(id) ?? []);
  const total = prose.observe(link.whole);
  if (!whole || !total || listed.length < link.parts.length || !listed.every((part) => isOfKind(part, whole)))
    return [];
  if (!listed.every((part) => mayBelong(part, whole, prose))) return [];
  if (whole.measure === 'count' && listed.some((part) => exceeds(part, whole))) return [];
  const numbers = listed.flatMap(({ id }) => prose.observe(id) ?? []);
  if (link.complete || endsWithTheRest(listed) || namesAll(link, listed))
    return numbers.length === 0 ? [] : [complete(numbers, total)];
  if (whole.measure !== 'amount' || !listed.every((part) => isNamedUnder(part, whole))) return [];
  // One part greater than the whole may be a misprint; several are the siblings of what was taken for their whole.
  if (listed.filter((part) => exceeds(part, whole)).length > 1) return [];
  return numbers.map((part) => incomplete(part, total));
}

/** Not where both are known items of which the one is no part of the other: the sentence went on to something else. */
function mayBelong(part: ExtractedFigure, whole: ExtractedFigure, { subjects }: Prose): boolean {
  if (areSiblings(part, whole)) return false;
  const item = subjects.ofLabel(part.label)?.item;
  const of = subjects.ofFigure(whole)?.alternatives[0]?.item;
  return item === undefined || of === undefined || of.endsWith('total') || mayBePartOf(item, of);
}

/** More things than there are: the sentence went on to speak of other things. */
function exceeds(part: ExtractedFigure, whole: ExtractedFigure): boolean {
  return new Big(part.value).gt(whole.value);
}

const NAMES_ALL = /具体包括|具体为|分别为|分别是/;

/** "具体包括：…": a list of that introduction names every project. */
function namesAll({ words }: LinkOf<'parts'>, listed: readonly ExtractedFigure[]): boolean {
  return listed.length >= 3 && NAMES_ALL.test(words.text.slice(0, 80));
}

/** A list that ends with 其他用车 or 其他支出 leaves nothing out. */
function endsWithTheRest(listed: readonly ExtractedFigure[]): boolean {
  return listed.length >= 3 && /^其[他它]/.test(listed.at(-1)?.label ?? '');
}

function isNamedUnder(part: ExtractedFigure, whole: ExtractedFigure): boolean {
  return canonicalLabel(part.qualifier) === canonicalLabel(whole.label);
}

/** Money with money, people with people, cars with cars; 297 nodes and 594 switches are no parts of 23 offices. */
function isOfKind(part: ExtractedFigure, whole: ExtractedFigure): boolean {
  return part.measure === whole.measure && kindOfUnit(part.unit) === kindOfUnit(whole.unit);
}

function kindOfUnit(unit: string): string {
  if (/元$|^[万亿]$/.test(unit)) return '元';
  return unit === '名' ? '人' : unit;
}

function complete(listed: readonly Observation[], whole: Observation): Relation {
  return sum(listed, whole, {
    rule: RULE,
    type: 'sum',
    why: {
      zh: `“${whole.label}”所列各项之和应等于其总数`,
      en: `The listed parts of "${whole.label}" make up the whole`,
    },
  });
}

function incomplete(part: Observation, whole: Observation): Relation {
  return atMost(part, whole, {
    rule: `${RULE}-at-most`,
    type: 'sum',
    strength: 'soft',
    why: {
      zh: `“${part.label}”是“${whole.label}”的一部分，不应更大`,
      en: `"${part.label}" is a part of "${whole.label}" and cannot exceed it`,
    },
  });
}
