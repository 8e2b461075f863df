import type { Observation, Operand, Relation } from '../../../../schemas/index.ts';
import type { FigureSubject } from '../../subjects/index.ts';
import type { Proposer } from '../proposer.ts';
import { operand, relation } from '../relations.ts';
import { amountInProse, amountInSection, subjectAt, subjectAtPhases } from './named-amount.ts';
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
  const subject = subjectOf(link, prose);
  const current = prose.observe(link.current) ?? definite(currentOf(link, subject, prose));
  if (current === null) return [];
  const base = prose.observe(link.base);
  const stated = operands({ current, base, amount, percent });
  const relations = isTelling(stated, link) ? [changeRelation(RULE, stated, link)] : [];
  if (base !== null) return relations;
  const elsewhere = statedNothing(link, prose) ?? definite(baseElsewhere(link, subject, prose));
  if (elsewhere === null || elsewhere.ref === current.ref) return relations;
  const compared = operands({ current, base: elsewhere, amount, percent });
  if (!isTelling(compared, link)) return relations;
  return [...relations, changeRelation(`${RULE}-prior`, compared, link)];
}

interface Stated {
  readonly current: Observation;
  readonly base: Observation | null;
  readonly amount: Observation | null;
  readonly percent: Observation | null;
}

function operands({ current, base, amount, percent }: Stated): readonly Operand[] {
  const list = [operand('current', current)];
  if (base) list.push(operand('base', base));
  if (amount) list.push(operand('amount', amount));
  if (percent) list.push(operand('percent', percent));
  return list;
}

/** Three numbers, or two and a word that compares them; fewer cannot contradict each other. */
function isTelling(stated: readonly Operand[], { direction }: LinkOf<'change'>): boolean {
  if (stated.length >= 3) return true;
  return stated.some(({ role }) => role === 'base') && (stated.length === 3 || direction !== null);
}

function changeRelation(rule: string, stated: readonly Operand[], link: LinkOf<'change'>): Relation {
  const name = stated[0]?.name ?? link.subject;
  const against = link.against === '' ? '上年' : link.against;
  return relation('change', stated, {
    rule,
    type: 'change',
    direction: link.direction ?? 'both',
    why: {
      zh: `“${name}”比${against}的增减额、增减幅度应与两期数一致`,
      en: `The change of "${name}" must follow from the two amounts compared`,
    },
  });
}

function subjectOf(link: LinkOf<'change'>, prose: Prose): FigureSubject | null {
  const current = prose.figure(link.current);
  if (current) return prose.subjects.ofFigure(current);
  const change = prose.figure(link.amount) ?? prose.figure(link.percent);
  if (change === null || link.subject === '') return null;
  return prose.subjects.ofName({ label: link.subject, qualifier: '', period: change.period }, change.section);
}

function currentOf(link: LinkOf<'change'>, subject: FigureSubject | null, prose: Prose) {
  const change = prose.figure(link.amount) ?? prose.figure(link.percent);
  if (change === null) return null;
  return amountInSection({ subject, section: change.section, except: [link.amount, link.base] }, prose);
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

const PRIOR_YEAR = /上一?年|去年|20\d{2}/;

function baseSubject(against: string, subject: FigureSubject | null, fiscalYear: number): FigureSubject | null {
  const phases = phasesOfBase(against);
  if (PRIOR_YEAR.test(against)) {
    const year = /20\d{2}/.exec(against)?.[0] ?? String(fiscalYear - 1);
    const prior = subjectAt(subject, { year });
    return phases === null ? prior : subjectAtPhases(prior, phases);
  }
  return phases === null ? null : subjectAtPhases(subject, phases);
}

/** The stage of the year that is compared with; null where the words do not say. */
export function phasesOfBase(against: string): readonly string[] | null {
  if (/年初/.test(against)) return ['budget'];
  if (/全年预算|调整/.test(against)) return ['adjusted'];
  if (/决算|执行/.test(against)) return ['final'];
  return /预算/.test(against) ? ['budget', 'adjusted'] : null;
}

function definite(found: Observation | 'ambiguous' | null): Observation | null {
  return found === 'ambiguous' ? null : found;
}
