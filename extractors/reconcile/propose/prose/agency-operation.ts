import Big from 'big.js';
import type { Observation, Relation } from '../../../../schemas/index.ts';
import type { Proposer } from '../proposer.ts';
import { equal } from '../relations.ts';
import { amountOf } from './named-amount.ts';
import type { Prose } from './prose.ts';
import { isMoney, proseOf } from './prose.ts';

const RULE = 'agency-operation-is-public';

/**
 * X9: 机关运行经费 is the 公用经费 of a unit of the administration; of a unit with institutions it is a part of it. So the
 * two are only taken for the same amount when their digits are the same: then their units must be, too.
 */
export const agencyOperation: Proposer = {
  name: RULE,
  propose: (context) => {
    const prose = proseOf(context);
    return context.extraction.figures.filter(isMoney).flatMap(({ id, section }) => relationOf(id, section, prose));
  },
};

function relationOf(id: string, section: string, prose: Prose): readonly Relation[] {
  const figure = prose.figure(id);
  const subject = figure && prose.subjects.ofFigure(figure);
  const observation = prose.observe(id);
  if (!subject || !observation || subject.alternatives[0]?.item !== 'agency_operation') return [];
  const daily = subject.alternatives.map((one) => ({
    ...one,
    fund: 'general',
    flow: 'expenditure',
    item: 'public',
    nature: 'basic',
  }));
  const found = amountOf({ subject: { alternatives: daily }, section, except: [id] }, prose);
  return found === null || found === 'ambiguous' || !sameDigits(found, observation)
    ? []
    : [sameAmount(found, observation)];
}

function sameDigits(a: Observation, b: Observation): boolean {
  return new Big(a.value).eq(b.value);
}

function sameAmount(daily: Observation, operation: Observation): Relation {
  return equal(daily, operation, {
    rule: RULE,
    type: 'cross_section',
    strength: 'soft',
    why: {
      zh: '机关运行经费即行政单位的公用经费，数字相同，单位也应相同',
      en: 'What it takes to run an office is its public expenditure: the digits agree, the units must too',
    },
  });
}
