import type { Observation, Relation } from '../../../../schemas/index.ts';
import type { Proposer } from '../proposer.ts';
import { operand, relation, sum } from '../relations.ts';
import type { LinkOf, Prose } from './prose.ts';
import { linksOf, proseOf } from './prose.ts';

const RULE = 'narrative-parts';

/** N6: a list of parts adds up to its whole; a list that does not claim to be complete cannot exceed it. */
export const parts: Proposer = {
  name: RULE,
  propose: (context) => {
    const prose = proseOf(context);
    return linksOf(context.extraction, 'parts').flatMap((link) => relationsOf(link, prose));
  },
};

function relationsOf(link: LinkOf<'parts'>, prose: Prose): readonly Relation[] {
  const whole = prose.observe(link.whole);
  const listed = link.parts.flatMap((id) => prose.observe(id) ?? []);
  if (!whole || listed.length === 0 || listed.length < link.parts.length) return [];
  return [link.complete ? complete(listed, whole) : incomplete(listed, whole)];
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

function incomplete(listed: readonly Observation[], whole: Observation): Relation {
  const operands = [...listed.map((part) => operand('left', part)), operand('right', whole)];
  return relation('bound', operands, {
    rule: `${RULE}-at-most`,
    type: 'sum',
    why: {
      zh: `“${whole.label}”所列部分项目之和不应大于其总数`,
      en: `Some parts of "${whole.label}" cannot exceed the whole`,
    },
  });
}
