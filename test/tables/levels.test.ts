import { describe, expect, test } from 'vitest';
import { levelReader } from '../../extractors/tables/levels.ts';

function levels(rows: readonly (string | readonly [string, number])[], hasIndents = false): readonly number[] {
  const reader = levelReader(hasIndents);
  return rows.map((row) => {
    const [label, indent] = typeof row === 'string' ? [row, undefined] : row;
    return reader.next({ label, code: '', isTotal: /合计|总计/.test(label), indent });
  });
}

describe('levels of rows without codes', () => {
  test('by numbering, the outermost that is printed being 0', () => {
    expect(levels(['一、财政拨款', '（一）一般公共预算', '1.本级', '（二）政府性基金', '二、其他收入'])).toEqual([
      0, 1, 2, 1, 0,
    ]);
  });

  test('rows without a number belong to the numbered one above, until a total', () => {
    expect(levels(['一、财政拨款', '一般公共预算', '收入合计', '上年结转'])).toEqual([0, 1, 0, 0]);
  });

  test('其中 opens a level below the row above', () => {
    expect(levels(['本年支出', '其中：基本支出', '结转下年'])).toEqual([0, 1, 0]);
  });

  test('by indent, small differences of the setting aside', () => {
    const rows = [
      ['教育支出', 0],
      ['普通教育', 1],
      ['小学教育', 2.1],
      ['初中教育', 2],
      ['职业教育', 1.1],
      ['农林水支出', 0],
    ] as const;
    expect(levels(rows, true)).toEqual([0, 1, 2, 2, 1, 0]);
  });
});
