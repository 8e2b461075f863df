import { describe, expect, test } from 'vitest';
import { inspectTables } from '../../../extractors/reconcile/inspect/index.ts';
import type { RowGiven } from '../tables.ts';
import { extractionOf } from '../tables.ts';

/** "expected / actual" of what is wrong with these rows, in a disclosure of that year. */
function defects(rows: readonly RowGiven[], fiscalYear = 2023): readonly string[] {
  const made = extractionOf([{ kind: 'final.06', columns: ['决算数'], rows }]);
  const extraction = { ...made, document: { ...made.document, fiscalYear } };
  return inspectTables(extraction).map(({ expected, actual }) => `${expected} / ${actual}`);
}

describe('code and name of an item', () => {
  test('the name of a neighbour whose own code is not printed: the code is wrong', () => {
    expect(defects([{ code: '30224', label: '租赁费', values: ['1.00'] }])).toEqual(['30214 / 30224']);
  });
  test('the name of a neighbour that is printed, too: the name is wrong', () => {
    const rows = [
      { code: '30214', label: '租赁费', values: ['1.00'] },
      { code: '30215', label: '租赁费', values: ['2.00'] },
    ];
    expect(defects(rows)).toEqual(['会议费 / 租赁费']);
  });
  test('a unit that numbers its items in a way of its own has one defect, not one for each row', () => {
    const rows = [
      { code: '30202', label: '咨询费', values: ['1.00'] },
      { code: '30203', label: '水费', values: ['2.00'] },
      { code: '30204', label: '电费', values: ['3.00'] },
    ];
    expect(defects(rows)).toEqual([' / 30202 咨询费、30203 水费、30204 电费']);
  });
  test('names of an earlier or later year are no defect, nor is wording that no code has', () => {
    for (const year of [2017, 2019, 2024]) {
      expect(
        defects(
          [
            { code: '20805', label: '行政事业单位离退休', values: ['1.00'] },
            { code: '20805', label: '行政事业单位养老支出', values: ['1.00'] },
            { code: '30211', label: '差旅费（含市内交通）', values: ['1.00'] },
          ],
          year,
        ),
      ).toEqual([]);
    }
  });
});
