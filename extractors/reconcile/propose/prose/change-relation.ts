import type { Observation, Operand, Relation } from '../../../../schemas/index.ts';
import type { FigureSubject } from '../../subjects/index.ts';
import { operand, relation } from '../relations.ts';
import { amountInSection, subjectAt, subjectAtPhases } from './named-amount.ts';
import type { LinkOf, Prose } from './prose.ts';

/** The numbers that a sentence on a change states or leaves to be found. */
export interface StatedChange {
  readonly current: Observation;
  readonly base: Observation | null;
  readonly amount: Observation | null;
  readonly percent: Observation | null;
}

export function operandsOfChange({ current, base, amount, percent }: StatedChange): readonly Operand[] {
  const list = [operand('current', current)];
  if (base) list.push(operand('base', base));
  if (amount) list.push(operand('amount', amount));
  if (percent) list.push(operand('percent', percent));
  return list;
}

/** Three numbers, or two and a word that compares them; fewer cannot contradict each other. */
export function isTelling(stated: readonly Operand[], { direction }: LinkOf<'change'>): boolean {
  if (stated.length >= 3) return true;
  return stated.some(({ role }) => role === 'base') && (stated.length === 3 || direction !== null);
}

export function changeRelation(
  rule: string,
  stated: readonly Operand[],
  link: LinkOf<'change'>,
  given: Partial<Pick<Relation, 'type' | 'strength' | 'why'>> = {},
): Relation {
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
    ...given,
  });
}

export function subjectOfChange(link: LinkOf<'change'>, prose: Prose): FigureSubject | null {
  const current = prose.figure(link.current);
  if (current) return prose.subjects.ofFigure(current);
  const change = prose.figure(link.amount) ?? prose.figure(link.percent);
  if (change === null || link.subject === '') return null;
  return prose.subjects.ofName({ label: link.subject, qualifier: '', period: change.period }, change.section);
}

export function currentOfChange(link: LinkOf<'change'>, subject: FigureSubject | null, prose: Prose) {
  const change = prose.figure(link.amount) ?? prose.figure(link.percent);
  if (change === null) return null;
  return amountInSection({ subject, section: change.section, except: [link.amount, link.base] }, prose);
}

const PRIOR_YEAR = /上一?年|去年|20\d{2}/;

export function baseSubject(against: string, subject: FigureSubject | null, fiscalYear: number): FigureSubject | null {
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

export function definite(found: Observation | 'ambiguous' | null): Observation | null {
  return found === 'ambiguous' ? null : found;
}
