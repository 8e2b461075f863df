import type { Observation, Relation } from '../../../../schemas/index.ts';
import type { Subject } from '../../subjects/index.ts';
import { subjectKey } from '../../subjects/index.ts';
import type { Proposer } from '../proposer.ts';
import { atMost } from '../relations.ts';
import type { Prose } from './prose.ts';
import { isMoney, proseOf } from './prose.ts';

const RULE = 'procurement-at-most';

/** Each is a part of the next: contracts with 小微企业, with 中小企业, all procurement. */
const CHAIN: readonly (readonly [part: string, whole: string])[] = [
  ['procurement_small', 'procurement_sme'],
  ['procurement_small', 'procurement'],
  ['procurement_sme', 'procurement'],
  ['procurement_goods', 'procurement'],
  ['procurement_works', 'procurement'],
  ['procurement_services', 'procurement'],
];

/** 小微 ≤ 中小 ≤ 采购总额, where each is stated once for the year. */
export const procurement: Proposer = {
  name: RULE,
  propose: (context) => {
    const prose = proseOf(context);
    const stated = statedOnce(prose);
    return CHAIN.flatMap(([part, whole]) =>
      [...stated.values()]
        .filter(({ subject }) => subject.item === part)
        .flatMap(({ subject, observation }) => {
          const other = stated.get(subjectKey({ ...subject, item: whole }));
          return other ? [partOfWhole(observation, other.observation)] : [];
        }),
    );
  },
};

interface Stated {
  readonly subject: Subject;
  readonly observation: Observation;
}

/** What is said of procurement, by subject; what is said twice is left to the comparison of statements. */
function statedOnce(prose: Prose): ReadonlyMap<string, Stated> {
  const stated = new Map<string, Stated>();
  for (const figure of prose.extraction.figures.filter(isMoney)) {
    const [subject] = prose.subjects.ofFigure(figure)?.alternatives ?? [];
    const observation = prose.observe(figure.id);
    if (!subject?.item.startsWith('procurement') || !observation) continue;
    const key = subjectKey(subject);
    if (!stated.has(key)) stated.set(key, { subject, observation });
  }
  return stated;
}

function partOfWhole(part: Observation, whole: Observation): Relation {
  return atMost(part, whole, {
    rule: RULE,
    type: 'logic',
    strength: 'soft',
    why: {
      zh: `“${part.label}”是“${whole.label}”的一部分，不应更大`,
      en: `"${part.label}" is a part of "${whole.label}" and cannot exceed it`,
    },
  });
}
