import { describe, expect, it } from 'vitest';
import { otherDisclosures } from '../../../extractors/reconcile/propose/prose/other-disclosures.ts';
import { ask, outcomes } from './ask.ts';
import { disclosure, figure, table } from './disclosure.ts';

const expenditure = (value: string) =>
  table('t3', { title: '支出决算表', heads: ['本年支出合计'], rows: [{ label: '合计', values: [value] }] });

const carried = (head: string, value: string) =>
  table('t7', {
    title: '政府性基金预算财政拨款收入支出决算表',
    heads: [head],
    rows: [{ label: '合计', values: [value] }],
  });

function other(spec: Parameters<typeof disclosure>[0]) {
  const made = disclosure(spec);
  return { ...made, document: { ...made.document, sha256: 'f'.repeat(64), title: '2022年度部门决算' } };
}

describe('other disclosures of the same unit', () => {
  it('state last year with the number that was published then', () => {
    const now = disclosure({ figures: [figure('f1', '410.00万元', { label: '本年支出合计', period: '2022' })] });
    const before = other({ year: 2022, tables: [expenditure('401.00')] });
    const [judgement] = ask(otherDisclosures, now, [before]);
    expect(judgement).toMatchObject({ outcome: 'broken', formula: '401.00 = 410.00' });
    expect(judgement?.relation).toMatchObject({ type: 'cross_document', strength: 'soft' });
    expect(judgement?.relation.operands[0]?.observation?.source).toBe('made.txt');
  });

  it('carry over in what was carried over out', () => {
    const now = disclosure({ tables: [carried('年初结转和结余', '12.00')] });
    const before = other({ year: 2022, tables: [carried('年末结转和结余', '21.00')] });
    expect(outcomes(ask(otherDisclosures, now, [before]))).toEqual(['broken 21.00 = 12.00']);
  });

  it('are not compared in another year or stage, nor a document with itself', () => {
    const now = disclosure({ tables: [expenditure('410.00')] });
    expect(ask(otherDisclosures, now, [other({ year: 2022, tables: [expenditure('401.00')] })])).toEqual([]);
    expect(ask(otherDisclosures, now, [now])).toEqual([]);
  });
});
