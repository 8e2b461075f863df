import type { Extraction, Observation, Relation } from '../../../../schemas/index.ts';
import { observationsOfOther } from '../../observations.ts';
import type { FigureSubject } from '../../subjects/index.ts';
import type { Proposer } from '../proposer.ts';
import {
  baseSubject,
  changeRelation,
  currentOfChange,
  definite,
  isTelling,
  operandsOfChange,
  subjectOfChange,
} from './change-relation.ts';
import { onlyNumber } from './only-number.ts';
import type { LinkOf, Prose } from './prose.ts';
import { linksOf, proseOf } from './prose.ts';

const RULE = 'earlier-disclosure-change';

/**
 * D2: a change against last year, or against the budget, whose base this document does not print: the base is what the
 * unit published then. Soft: last year's figures are adjusted when units and functions move.
 */
export const earlierDisclosures: Proposer = {
  name: RULE,
  propose: (context) => {
    if (context.others.length === 0) return [];
    const prose = proseOf(context);
    return linksOf(context.extraction, 'change').flatMap((link) => relationsOf(link, prose, context.others));
  },
};

function relationsOf(link: LinkOf<'change'>, prose: Prose, others: readonly Extraction[]): readonly Relation[] {
  const { fiscalYear } = prose.extraction.document;
  const subject = subjectOfChange(link, prose);
  if (link.base !== null || fiscalYear === null || subject === null) return [];
  const current = prose.observe(link.current) ?? definite(currentOfChange(link, subject, prose));
  const wanted = baseSubject(link.against, subject, fiscalYear);
  if (current === null || wanted === null) return [];
  return others.flatMap((other): readonly Relation[] => {
    const base = published(wanted, other);
    if (base === null) return [];
    const stated = operandsOfChange({
      current,
      base,
      amount: prose.observe(link.amount),
      percent: prose.observe(link.percent),
    });
    return isTelling(stated, link) ? [relationWith(stated, link, other)] : [];
  });
}

/** What the other document states of the only thing that the sentence can mean. */
function published({ alternatives }: FigureSubject, other: Extraction): Observation | null {
  const [subject, ...rest] = alternatives;
  if (subject === undefined || rest.length > 0) return null;
  return onlyNumber(subject, other, observationsOfOther(other));
}

function relationWith(
  stated: Parameters<typeof changeRelation>[1],
  link: LinkOf<'change'>,
  other: Extraction,
): Relation {
  const title = other.document.title || other.document.source;
  const name = stated[0]?.name ?? link.subject;
  return changeRelation(RULE, stated, link, {
    type: 'cross_document',
    strength: 'soft',
    why: {
      zh: `“${name}”的增减额、增减幅度应与《${title}》公布的数一致`,
      en: `The change of "${name}" must follow from what was published in "${title}"`,
    },
  });
}
