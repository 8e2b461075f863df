import type { Relation } from '../../../../schemas/index.ts';
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
import { amountInProse } from './named-amount.ts';
import type { LinkOf, Prose } from './prose.ts';
import { linksOf, proseOf } from './prose.ts';
import { statedNothing } from './stated-nothing.ts';

const RULE = 'narrative-change';

/** N3: current − base = ± amount and amount ÷ base = percent, the sign being the one that the words state. */
export const changes: Proposer = {
  name: RULE,
  propose: (context) => {
    const prose = proseOf(context);
    return linksOf(context.extraction, 'change').flatMap((link) => relationsOf(link, prose));
  },
};

function relationsOf(link: LinkOf<'change'>, prose: Prose): readonly Relation[] {
  const amount = prose.observe(link.amount);
  const percent = prose.observe(link.percent);
  const subject = subjectOfChange(link, prose);
  const current = prose.observe(link.current) ?? definite(currentOfChange(link, subject, prose));
  if (current === null) return [];
  const base = prose.observe(link.base);
  const stated = operandsOfChange({ current, base, amount, percent });
  const relations = isTelling(stated, link) ? [changeRelation(RULE, stated, link)] : [];
  if (base !== null) return relations;
  const elsewhere = statedNothing(link, prose) ?? definite(baseElsewhere(link, subject, prose));
  if (elsewhere === null || elsewhere.ref === current.ref) return relations;
  const compared = operandsOfChange({ current, base: elsewhere, amount, percent });
  if (!isTelling(compared, link)) return relations;
  return [...relations, changeRelation(`${RULE}-prior`, compared, link)];
}

/**
 * The amount compared with, where another sentence states it. Not from tables: a column may count last year otherwise
 * ("扣除中央基建投资后执行数").
 */
function baseElsewhere(link: LinkOf<'change'>, subject: FigureSubject | null, prose: Prose) {
  const change = prose.figure(link.amount) ?? prose.figure(link.percent) ?? prose.figure(link.current);
  const { fiscalYear } = prose.extraction.document;
  if (change === null || fiscalYear === null) return null;
  const wanted = baseSubject(link.against, subject, fiscalYear);
  return amountInProse({ subject: wanted, section: change.section, except: [link.current] }, prose);
}
