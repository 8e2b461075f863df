import type { Observation, Relation } from '../../../../schemas/index.ts';
import type { FigureSubject, Subject } from '../../subjects/index.ts';
import type { Proposer } from '../proposer.ts';
import { operand, relation } from '../relations.ts';
import type { LinkOf, Prose } from './prose.ts';
import { linksOf, proseOf } from './prose.ts';

const RULE = 'narrative-absence';

/** One statement is held against no more numbers than this. */
const MOST_NUMBERS = 6;

/** N8: what the text says there is none of has no amount in tables or elsewhere in the text. */
export const absences: Proposer = {
  name: RULE,
  propose: (context) => {
    const prose = proseOf(context);
    return linksOf(context.extraction, 'absence').flatMap((link) => relationsOf(link, prose));
  },
};

function relationsOf(link: LinkOf<'absence'>, prose: Prose): readonly Relation[] {
  return numbersOf(prose.subjects.ofExplicitName(link.subject), prose)
    .slice(0, MOST_NUMBERS)
    .map((number) =>
      relation('absence', [operand('value', number)], {
        rule: RULE,
        type: 'narrative_vs_table',
        why: {
          zh: `文中称“${link.words.text}”，相应数额应为零`,
          en: `The text says "${link.words.text}": the amount must be zero`,
        },
      }),
    );
}

function numbersOf(subject: FigureSubject | null, prose: Prose): readonly Observation[] {
  const found = new Map<string, Observation>();
  for (const alternative of (subject?.alternatives ?? []).flatMap(sides)) {
    for (const cell of prose.subjects.cells(alternative)) {
      const observation = prose.observeCell(cell);
      if (observation) found.set(observation.ref, observation);
    }
    for (const figure of prose.subjects.figures(alternative)) {
      const observation = prose.observe(figure.id);
      if (observation) found.set(observation.ref, observation);
    }
  }
  return [...found.values()];
}

/** "无…收入和支出" denies either side. */
function sides(subject: Subject): readonly Subject[] {
  if (subject.flow !== 'both') return [subject];
  return ['income', 'expenditure'].map((flow) => ({ ...subject, flow }));
}
