import type { Observation, Relation } from '../../../../schemas/index.ts';
import type { Proposer } from '../proposer.ts';
import { operand, relation } from '../relations.ts';
import type { LinkOf, Prose } from './prose.ts';
import { linksOf, proseOf } from './prose.ts';

const RULE = 'narrative-comparison';

/** "基本持平" leaves room for a difference that no number states. */
const LOOSE = /基本|大致|大体/;

/** N7: 决算数大于、小于、等于预算数 — the words must say what the numbers say. */
export const comparisons: Proposer = {
  name: RULE,
  propose: (context) => {
    const prose = proseOf(context);
    return linksOf(context.extraction, 'comparison').flatMap((link) => relationOf(link, prose));
  },
};

function relationOf(link: LinkOf<'comparison'>, prose: Prose): readonly Relation[] {
  const left: Observation | null = prose.observe(link.left);
  const right = prose.observe(link.right);
  if (!left || !right || (link.direction === 'flat' && LOOSE.test(link.words.text))) return [];
  return [
    relation('direction', [operand('left', left), operand('right', right)], {
      rule: RULE,
      type: 'direction',
      direction: link.direction,
      why: {
        zh: `文中“${link.words.text}”应与两数的大小一致`,
        en: `The words "${link.words.text}" must agree with the two numbers`,
      },
    }),
  ];
}
