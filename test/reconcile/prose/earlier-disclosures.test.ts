import { describe, expect, it } from 'vitest';
import { earlierDisclosures } from '../../../extractors/reconcile/propose/prose/earlier-disclosures.ts';
import type { Link } from '../../../schemas/index.ts';
import { ask, outcomes } from './ask.ts';
import { disclosure, figure, words } from './disclosure.ts';

const change = (rest: Partial<Extract<Link, { kind: 'change' }>>): Link => ({
  kind: 'change',
  current: 'f1',
  base: null,
  amount: 'f2',
  percent: null,
  against: '2022年',
  direction: 'up',
  subject: '',
  words: words('比2022年增加', 0),
  ...rest,
});

const now = (amount: string, link: Partial<Extract<Link, { kind: 'change' }>> = {}) =>
  disclosure({
    figures: [
      figure('f1', '212.85万元', { label: '本年支出合计' }),
      figure('f2', `${amount}万元`, { label: '本年支出合计', measure: 'change_amount' }),
    ],
    links: [change(link)],
  });

function published(year: number, value: string) {
  const made = disclosure({
    year,
    figures: [figure('f1', `${value}万元`, { label: '本年支出合计', period: String(year) })],
  });
  return { ...made, document: { ...made.document, sha256: 'f'.repeat(64), title: `${year}年度部门决算` } };
}

describe('a change whose base this document does not print', () => {
  it('follows from what the unit published for last year', () => {
    expect(outcomes(ask(earlierDisclosures, now('12.85'), [published(2022, '200.00')]))).toEqual([
      'holds 212.85 - 200.00 = +12.85',
    ]);
    const [judgement] = ask(earlierDisclosures, now('21.85'), [published(2022, '200.00')]);
    expect(judgement).toMatchObject({ outcome: 'broken', relation: { type: 'cross_document', strength: 'soft' } });
  });

  it('is not compared with another year, nor where the base is printed here', () => {
    expect(ask(earlierDisclosures, now('21.85'), [published(2021, '200.00')])).toEqual([]);
    expect(ask(earlierDisclosures, now('21.85', { base: 'f2' }), [published(2022, '200.00')])).toEqual([]);
    expect(ask(earlierDisclosures, now('21.85'), [])).toEqual([]);
  });
});
