import Big from 'big.js';
import type { Observation, Operand, Relation } from '../../../../schemas/index.ts';
import type { FigureSubject } from '../../subjects/index.ts';
import { THREE_PUBLIC } from '../../subjects/index.ts';
import type { Proposer } from '../proposer.ts';
import { absent, operand, relation } from '../relations.ts';
import { phasesOfBase } from './change-relation.ts';
import { amountOf, subjectAtPhases } from './named-amount.ts';
import type { LinkOf, Prose } from './prose.ts';
import { linksOf, proseOf } from './prose.ts';

const RULE = 'narrative-completion';

/** N4: a completion rate is the final amount ÷ the budget that the sentence names as its base. */
export const completions: Proposer = {
  name: RULE,
  propose: (context) => {
    const prose = proseOf(context);
    return linksOf(context.extraction, 'completion').flatMap((link) => relationOf(link, prose));
  },
};

function relationOf(link: LinkOf<'completion'>, prose: Prose): readonly Relation[] {
  const percent = prose.observe(link.percent);
  const actual = prose.observe(link.actual);
  if (!percent || !actual) return [];
  const budget = budgetOf(link, prose);
  return [
    relation('completion', [operand('actual', actual), budget, operand('percent', percent)], {
      rule: RULE,
      type: 'completion',
      why: {
        zh: `完成率应等于“${actual.label}”除以${link.base === '' ? '预算数' : link.base}`,
        en: `The completion rate is "${actual.label}" divided by its budget`,
      },
    }),
  ];
}

function budgetOf(link: LinkOf<'completion'>, prose: Prose): Operand {
  const stated = prose.observe(link.budget);
  if (stated) return operand('budget', stated);
  const figure = prose.figure(link.actual) ?? prose.figure(link.percent);
  const name = link.base === '' ? '预算数' : link.base;
  if (figure === null) return absent('budget', name);
  const phases = phasesOfBase(name) ?? ['budget', 'adjusted'];
  const subject = subjectAtPhases(prose.subjects.ofFigure(figure), phases);
  const found = amountOf({ subject, section: figure.section, except: [link.actual] }, prose);
  if (found === 'ambiguous') return absent('budget', name, 'ambiguous-subject');
  const budget = found ?? budgetFromChange(link, prose) ?? partOfNothing(subject, figure.section, prose);
  return budget ? operand('budget', budget) : absent('budget', name);
}

/**
 * The budget that follows from what the same sentence says of the change against it: "完成年初预算的100%，比年初预算增加0.7
 * 万元" says that the budget was the final amount and that it was not.
 */
function budgetFromChange({ actual }: LinkOf<'completion'>, prose: Prose): Observation | null {
  const against = linksOf(prose.extraction, 'change').find(
    (change) => change.current === actual && change.base === null && /预算/.test(change.against) && isSigned(change),
  );
  const current = prose.observe(against?.current ?? null);
  const amount = prose.observe(against?.amount ?? null);
  if (!against || !current || !amount || current.unit !== amount.unit) return null;
  const value =
    against.direction === 'down'
      ? new Big(current.value).plus(amount.value)
      : new Big(current.value).minus(amount.value);
  const decimals = Math.max(decimalsOf(current.value), decimalsOf(amount.value));
  return {
    ref: `text:${against.words.block}:${against.words.start}`,
    value: value.toFixed(decimals),
    unit: current.unit,
    label: `${against.against}（由“${against.words.text}”推算）`,
    place: against.words.place,
  };
}

function isSigned({ direction }: LinkOf<'change'>): boolean {
  return direction === 'up' || direction === 'down';
}

function decimalsOf(value: string): number {
  return (value.split('.')[1] ?? '').length;
}

/** Where all of 三公 has a budget of zero, each of its items has: the parts of nothing are nothing. */
function partOfNothing(subject: FigureSubject | null, section: string, prose: Prose): Observation | null {
  const [first] = subject?.alternatives ?? [];
  if (!subject || !first || first.item === 'three_public' || !THREE_PUBLIC.has(first.item)) return null;
  const all = { alternatives: subject.alternatives.map((one) => ({ ...one, item: 'three_public' })) };
  const found = amountOf({ subject: all, section, except: [] }, prose);
  return found !== null && found !== 'ambiguous' && !/[1-9]/.test(found.value) ? found : null;
}
