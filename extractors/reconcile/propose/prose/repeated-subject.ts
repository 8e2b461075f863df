import type { ExtractedFigure, Relation } from '../../../../schemas/index.ts';
import { subjectKey } from '../../subjects/index.ts';
import type { Proposer } from '../proposer.ts';
import { equal } from '../relations.ts';
import type { Prose } from './prose.ts';
import { isMoney, linksOf, proseOf } from './prose.ts';

const RULE = 'repeated-subject';

/** N5: the same subject stated twice in prose is stated with the same number. Each statement is held against the first. */
export const repeatedSubject: Proposer = {
  name: RULE,
  propose: (context) => {
    const prose = proseOf(context);
    return [...sameSubjects(prose), ...sameByWords(prose)];
  },
};

function sameSubjects(prose: Prose): readonly Relation[] {
  const first = new Map<string, ExtractedFigure>();
  const relations: Relation[] = [];
  for (const figure of prose.extraction.figures.filter(isMoney)) {
    const subject = prose.subjects.ofFigure(figure);
    const [only, ...others] = subject?.alternatives ?? [];
    if (only === undefined || others.length > 0) continue;
    // Where nothing says whose money it is, two sections may speak of the same item of different funds.
    const key = subject?.assumesFund ? `${subjectKey(only)} ${figure.section}` : subjectKey(only);
    const before = first.get(key);
    if (before === undefined) first.set(key, figure);
    else relations.push(...sameNumber(before.id, figure.id, figure.label, prose));
  }
  return relations;
}

/** Sentences that say of several figures that they are one. */
function sameByWords(prose: Prose): readonly Relation[] {
  return linksOf(prose.extraction, 'equal').flatMap(({ figures: [first, ...others] }) =>
    first === undefined
      ? []
      : others.flatMap((other) => sameNumber(first, other, prose.figure(other)?.label ?? '', prose)),
  );
}

function sameNumber(first: string, other: string, label: string, prose: Prose): readonly Relation[] {
  const left = prose.observe(first);
  const right = prose.observe(other);
  if (!left || !right) return [];
  return [
    equal(left, right, {
      rule: RULE,
      type: 'cross_section',
      why: {
        zh: `“${label}”在正文中多次出现，数额应一致`,
        en: `"${label}" is stated more than once in the text`,
      },
    }),
  ];
}
