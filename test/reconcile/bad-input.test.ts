import { describe, expect, test } from 'vitest';
import { extract } from '../../extractors/extract.ts';
import { read } from '../../extractors/readers/index.ts';
import { reconcile } from '../../extractors/reconcile/index.ts';
import type { Extraction } from '../../schemas/index.ts';
import type { RowGiven, TableGiven } from './tables.ts';
import { extractionOf } from './tables.ts';

/** What cannot be judged raises no alarm and breaks nothing; what is not known is said to be undetermined. */

function judged(extraction: Extraction) {
  const { findings, checks, failures, judgements } = reconcile(extraction, { lang: 'zh', all: true });
  expect(failures).toEqual([]);
  const undetermined = judgements.filter(({ outcome }) => outcome === 'undetermined').map(({ reason }) => reason);
  return { messages: findings.map(({ message }) => message), checks, undetermined };
}

async function pageOf(body: string): Promise<Extraction> {
  const html = `<!doctype html><meta charset="utf-8"><title>某市某局2023年度部门决算</title><body>${body}</body>`;
  const origin = { sha256: 'a'.repeat(64), source: 'made.html' };
  return extract(await read({ ...origin, bytes: new TextEncoder().encode(html) }), origin);
}

const expenditure = (rows: readonly RowGiven[], rest: Partial<TableGiven> = {}): TableGiven => ({
  kind: 'final.03',
  title: '支出决算表',
  columns: ['本年支出合计', '基本支出', '项目支出'],
  rows,
  ...rest,
});

const nothing = { holds: 0, rounding: 0, broken: 0, undetermined: 0 };

test('a document without text, one without tables, one with words alone', async () => {
  expect(judged(await pageOf(''))).toEqual({ messages: [], checks: nothing, undetermined: [] });
  expect(judged(await pageOf('<p>本部门2023年度支出合计120.00万元。</p>')).messages).toEqual([]);
  expect(judged(await pageOf('<p>本部门概况见附件。</p>')).checks).toEqual(nothing);
});

test('a table without a total: nothing to add up to', () => {
  const rows = [
    { code: '20101', label: '人大事务', values: ['10.00', '10.00', ''] },
    { code: '20102', label: '政协事务', values: ['7.00', '5.00', '2.00'] },
  ];
  expect(judged(extractionOf([expenditure(rows)])).messages).toEqual([]);
});

describe('two units in one file', () => {
  const ofUnit = (total: string, basic: string, project: string) =>
    expenditure([
      { label: '合计', values: [total, basic, project], role: 'total' },
      { code: '201', label: '一般公共服务支出', values: [total, basic, project] },
    ]);
  test('their forms are there twice, with other amounts: no form is held against the other', () => {
    expect(judged(extractionOf([ofUnit('12.00', '10.00', '2.00'), ofUnit('30.00', '21.00', '9.00')])).messages).toEqual(
      [],
    );
  });
  test('the same form printed twice agrees with itself', () => {
    const once = ofUnit('12.00', '10.00', '2.00');
    expect(judged(extractionOf([once, once])).messages).toEqual([]);
  });
});

test('a blank form', () => {
  const rows = ['合计', '一般公共服务支出', '住房保障支出'].map((label, n) => ({
    label,
    values: ['', '', ''],
    ...(n === 0 ? { role: 'total' as const } : {}),
  }));
  expect(judged(extractionOf([expenditure(rows)]))).toMatchObject({ messages: [], checks: { broken: 0 } });
  expect(judged(extractionOf([expenditure([])])).messages).toEqual([]);
});

describe('unusual numbers', () => {
  /** One row of a form whose other rows bear out that its columns add up. */
  const sum = (whole: string, ...parts: readonly [string, string]) =>
    judged(
      extractionOf([
        expenditure([
          { label: '教育支出', values: [whole, ...parts] },
          { label: '卫生健康支出', values: ['12.00', '10.00', '2.00'] },
          { label: '住房保障支出', values: ['7.00', '4.00', '3.00'] },
          { label: '农林水支出', values: ['9.00', '8.00', '1.00'] },
        ]),
      ]),
    );
  test('negative amounts count as such', () => {
    expect(sum('7.00', '10.00', '-3.00')).toMatchObject({ messages: [], checks: { broken: 0 } });
    expect(sum('13.00', '10.00', '-3.00').messages).toHaveLength(1);
  });
  test('−0.00 is zero', () => {
    expect(sum('10.00', '10.00', '-0.00')).toMatchObject({ messages: [], checks: { broken: 0 } });
    expect(sum('-0.00', '0.00', '0.00').messages).toEqual([]);
  });
  test('amounts of 10¹² are exact to the last digit', () => {
    expect(sum('1000000000000.03', '999999999999.01', '1.02').messages).toEqual([]);
    expect(sum('1000000000000.13', '999999999999.01', '1.02').messages).toHaveLength(1);
  });
  test('thirteen decimals are exact to the last digit', () => {
    expect(sum('0.3000000000003', '0.1000000000001', '0.2000000000002').messages).toEqual([]);
    expect(sum('0.3000000000013', '0.1000000000001', '0.2000000000002').messages).toHaveLength(1);
  });
});

test('an operand that could not be read leaves the relation undetermined, not passed', () => {
  const table = expenditure([{ label: '合计', values: ['12.00', '1O.00', '2.00'], role: 'total' }]);
  const { messages, checks, undetermined } = judged(extractionOf([{ ...table, unread: ['1:2'] }]));
  expect(messages).toEqual([]);
  expect(checks.holds).toBe(0);
  expect(undetermined).toContain('operand-unreadable');
});
