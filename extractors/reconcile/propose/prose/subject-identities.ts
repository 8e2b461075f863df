import type { ExtractedFigure, Observation, Relation } from '../../../../schemas/index.ts';
import type { Subject, SubjectIdentity } from '../../subjects/index.ts';
import { subjectIdentitiesData, subjectKey } from '../../subjects/index.ts';
import type { Proposer } from '../proposer.ts';
import { sum } from '../relations.ts';
import type { Prose } from './prose.ts';
import { isMoney, linksOf, proseOf } from './prose.ts';

const RULE = 'narrative-identity';

/**
 * N6 by definition: 三公 is its three items, 基本支出 is 人员 and 公用, also where no sentence lists them as parts. Sums that
 * a sentence states itself are left to the proposer of parts.
 */
export const subjectIdentities: Proposer = {
  name: RULE,
  propose: (context) => {
    const prose = proseOf(context);
    const identities = subjectIdentitiesData();
    const listed = listedSums(prose);
    const seen = new Set<string>();
    const relations: Relation[] = [];
    for (const figure of context.extraction.figures.filter(isMoney)) {
      const [subject, ...others] = prose.subjects.ofFigure(figure)?.alternatives ?? [];
      if (subject === undefined || others.length > 0 || seen.has(subjectKey(subject))) continue;
      seen.add(subjectKey(subject));
      for (const identity of identities.filter(({ whole }) => isWhole(subject, whole))) {
        relations.push(...sumOf(figure, subject, identity, { prose, listed }));
      }
    }
    return relations;
  },
};

function isWhole(subject: Subject, { item, nature = '' }: SubjectIdentity['whole']): boolean {
  return subject.item === item && subject.nature === nature;
}

interface Lookup {
  readonly prose: Prose;
  /** Sums that sentences state: the ids of whole and parts. */
  readonly listed: ReadonlySet<string>;
}

function sumOf(
  whole: ExtractedFigure,
  subject: Subject,
  identity: SubjectIdentity,
  lookup: Lookup,
): readonly Relation[] {
  const { prose, listed } = lookup;
  const figures: ExtractedFigure[] = [];
  for (const { item, nature } of identity.parts) {
    const stated = prose.subjects.figures({ ...subject, item, nature: nature ?? subject.nature });
    const nearest = stated.find(({ section }) => section === whole.section) ?? stated[0];
    if (nearest === undefined) return [];
    figures.push(nearest);
  }
  if (
    listed.has(
      sumKey(
        whole.id,
        figures.map(({ id }) => id),
      ),
    )
  )
    return [];
  const total = prose.observe(whole.id);
  const numbers: readonly Observation[] = figures.flatMap(({ id }) => prose.observe(id) ?? []);
  return total ? [sum(numbers, total, { rule: RULE, type: 'sum', why: identity.why })] : [];
}

function listedSums(prose: Prose): ReadonlySet<string> {
  const complete = linksOf(prose.extraction, 'parts').filter((link) => link.complete);
  return new Set(complete.map((link) => sumKey(link.whole, link.parts)));
}

function sumKey(whole: string, parts: readonly string[]): string {
  return [whole, ...parts.toSorted()].join(' ');
}
