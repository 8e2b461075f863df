import type { Observation, Operand, Relation } from '../../../../schemas/index.ts';
import type { Subject } from '../../subjects/index.ts';
import type { Proposer } from '../proposer.ts';
import { operand, relation } from '../relations.ts';
import { amountOf } from './named-amount.ts';
import type { LinkOf, Prose } from './prose.ts';
import { linksOf, proseOf } from './prose.ts';

const RULE = 'narrative-carried-change';

/**
 * Δ总计 = Δ支出 + 年末结转 − 年初结转, of fiscal funds. A total is what was spent and what is carried over; what was carried
 * over at the end of last year stands at the beginning of this. Soft: carry-overs are sometimes adjusted in between.
 */
export const carriedChange: Proposer = {
  name: RULE,
  propose: (context) => {
    const prose = proseOf(context);
    const { fiscalYear, kind } = context.extraction.document;
    if (kind !== 'final_accounts' || fiscalYear === null || hasOtherFunds(prose, fiscalYear)) return [];
    const changes = linksOf(context.extraction, 'change').flatMap((link) => stated(link, prose, fiscalYear));
    const total = changes.find(({ subject }) => subject.fund === 'fiscal' && subject.item === 'grand_total');
    const spent = changes.find(({ subject }) => isSpending(subject));
    const carriedIn = carried('carry_over_in', prose, fiscalYear);
    const carriedOut = carried('carry_over_out', prose, fiscalYear);
    if (!total || !spent || !carriedIn || !carriedOut) return [];
    return [carriedRelation(total, spent, carriedIn, carriedOut)];
  },
};

interface StatedChange {
  readonly subject: Subject;
  readonly amount: Observation;
  readonly sign: 1 | -1;
  readonly flat: boolean;
}

/** A change against last year with its sign; "持平" is a change of zero. */
function stated(link: LinkOf<'change'>, prose: Prose, fiscalYear: number): readonly StatedChange[] {
  const current = prose.figure(link.current);
  const [subject, ...others] = (current && prose.subjects.ofFigure(current)?.alternatives) ?? [];
  const ofLastYear =
    link.against === '' || /上一?年|去年/.test(link.against) || link.against.includes(String(fiscalYear - 1));
  if (!subject || others.length > 0 || subject.phase !== 'final' || !ofLastYear) return [];
  const amount = prose.observe(link.amount);
  const number = prose.observe(link.current);
  if (link.direction === 'flat' && amount === null && number && !/基本|大致/.test(link.words.text)) {
    return [{ subject, amount: unchanged(link, number), sign: 1, flat: true }];
  }
  if (!amount || (link.direction !== 'up' && link.direction !== 'down')) return [];
  return [{ subject, amount, sign: link.direction === 'up' ? 1 : -1, flat: false }];
}

function unchanged({ words }: LinkOf<'change'>, { unit, value }: Observation): Observation {
  const decimals = value.split('.')[1] ?? '';
  return {
    ref: `text:${words.block}:${words.start}`,
    value: decimals === '' ? '0' : `0.${'0'.repeat(decimals.length)}`,
    unit,
    label: words.text,
    place: words.place,
  };
}

function isSpending({ fund, flow, item, nature }: Subject): boolean {
  return (fund === 'fiscal' || fund === 'general') && flow === 'expenditure' && item === 'total' && nature === '';
}

/** Spending of other funds would have to be known for both years. */
function hasOtherFunds(prose: Prose, fiscalYear: number): boolean {
  return ['government_fund', 'state_capital'].some((fund) =>
    prose.subjects
      .cells({ fund, flow: 'expenditure', item: 'total', nature: '', phase: 'final', year: String(fiscalYear) })
      .some(({ fact }) => /[1-9]/.test(fact.value)),
  );
}

function carried(item: string, prose: Prose, fiscalYear: number): Observation | null {
  const subject = { fund: 'fiscal', flow: '', item, nature: '', phase: 'final', year: String(fiscalYear) };
  const found = amountOf({ subject: { alternatives: [subject] }, section: '', except: [] }, prose);
  return found === 'ambiguous' ? null : found;
}

function carriedRelation(
  total: StatedChange,
  spent: StatedChange,
  carriedIn: Observation,
  carriedOut: Observation,
): Relation {
  const operands: readonly Operand[] = [
    operand('part', spent.amount, spent.sign),
    operand('part', carriedOut),
    operand('part', carriedIn, -1),
    operand('whole', total.amount, total.sign),
  ];
  return relation('sum', operands, {
    rule: RULE,
    type: total.flat ? 'direction' : 'change',
    strength: 'soft',
    why: {
      zh: '总计的增减额应等于支出的增减额加年末结转、减年初结转（年初结转即上年年末结转）',
      en: 'The total changes by the change of expenditure plus what is carried out less what was carried in',
    },
  });
}
