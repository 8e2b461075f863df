import { describe, expect, test } from 'vitest';
import { lines, paragraph, reading, span, table } from './blocks.ts';

const FORM = lines('科目编码|科目名称|合计', '205|教育支出|1.00');

function first(...above: readonly string[]) {
  const read = reading('budget', ...above, FORM);
  return { title: read.tables[0]?.title, unit: read.tables[0]?.unit, claimed: [...read.claimedBlocks] };
}

describe('the lines above a table', () => {
  test('title, form number, owner and unit, each on a line of its own', () => {
    expect(first('支出预算总表', '公开03表', '部门：某市水务局', '金额单位：元')).toEqual({
      title: '支出预算总表',
      unit: '元',
      claimed: [0, 1, 2, 3].toSorted((a, b) => a - b),
    });
  });

  test('all on one line', () => {
    expect(first('支出预算总表 公开03表 部门：某市水务局 单位：万元')).toMatchObject({
      title: '支出预算总表',
      unit: '万元',
    });
  });

  test('letter-spaced', () => {
    expect(first('支 出 预 算 总 表', '单 位 ： 万 元')).toMatchObject({ title: '支出预算总表', unit: '万元' });
  });

  test('a title wrapped over two lines is joined, and both are claimed', () => {
    expect(first('一般公共预算支出明细表（按支出功能分类科', '目）', '单位：元')).toMatchObject({
      title: '一般公共预算支出明细表（按支出功能分类科目）',
      claimed: [2, 1, 0].toSorted((a, b) => a - b),
    });
  });

  test('prose is neither title nor claimed', () => {
    expect(first('2024年本部门预算支出见下表，其中教育支出1.00万元。')).toEqual({ title: '', unit: '', claimed: [] });
  });

  test('lines of a list of contents are not titles of the table that follows', () => {
    expect(first('支出预算总表……………………12')).toMatchObject({ title: '' });
  });

  test('a broken end of the owner line does not hide the title', () => {
    expect(first('支出预算总表', '部门：某某县人民代表大会常务委 单位：万元', '员会')).toMatchObject({
      title: '支出预算总表',
      unit: '万元',
    });
  });
});

describe('rows above the header', () => {
  test('title, owner and unit inside the grid are no header', () => {
    const form = table([
      [span('支出总表（预算表3）', 3), null, null],
      [span('预算单位：某市水务局', 2), null, '单位：万元'],
      ['科目编码', '科目名称', '合计'],
      ['205', '教育支出', '1.00'],
    ]);
    const { tables, facts } = reading('budget', form);
    expect(tables[0]).toMatchObject({ title: '支出总表（预算表3）', unit: '万元', kind: 'budget.03', headerRows: 3 });
    expect(facts.map(({ column, unit }) => [column, unit])).toEqual([['合计', '万元']]);
  });
});

describe('the lines below a table', () => {
  test('notes and printed formulas are kept word for word, all of them', () => {
    const read = reading(
      'final_accounts',
      '支出决算表',
      FORM,
      '注：本表反映本年度支出。',
      '1栏各行=（2+3）栏各行；24行=（1+2+…+7）行。',
      '二、支出情况说明',
    );
    expect(read.tables[0]?.note).toBe('注：本表反映本年度支出。\n1栏各行=（2+3）栏各行；24行=（1+2+…+7）行。');
    expect([...read.claimedBlocks]).toEqual([0, 2, 3]);
  });

  test('title and unit printed again on later pages of the table stand between it and its note', () => {
    const later = (text: string) => ({ ...paragraph(text), page: 2 });
    const read = reading(
      'final_accounts',
      '支出决算表',
      '单位：万元',
      { ...FORM, pages: [1, 2] },
      later('支出决算表'),
      later('公开03表'),
      later('单位：万元'),
      later('注：本表反映本年度支出。'),
    );
    expect(read.tables[0]?.note).toBe('注：本表反映本年度支出。');
    expect(read.claimedBlocks.size).toBe(6);
  });

  test('a numbered note goes on, but not into a list of another manner', () => {
    const read = reading('budget', FORM, '说明：1.本表含上年结转。', '2.金额四舍五入。', '3、收入情况');
    expect(read.tables[0]?.note).toBe('说明：1.本表含上年结转。\n2.金额四舍五入。');
  });

  test('a note in the last row of the grid is a note, not a row with a label', () => {
    const form = table([
      ['科目编码', '科目名称', '合计'],
      ['205', '教育支出', '1.00'],
      [span('注：本表金额因四舍五入可能存在尾差。', 3), null, null],
    ]);
    const { tables } = reading('budget', '支出总表', form);
    expect(tables[0]?.note).toBe('注：本表金额因四舍五入可能存在尾差。');
    expect(tables[0]?.rows.at(-1)?.role).toBe('note');
  });
});

describe('several forms on one sheet', () => {
  test('are cut apart at the title of the next form', () => {
    const sheet = table([
      [span('收入总表', 3), null, null],
      ['科目编码', '科目名称', '合计'],
      ['205', '教育支出', '1.00'],
      ['206', '科学技术支出', '2.00'],
      [span('支出总表', 3), null, null],
      ['科目编码', '科目名称', '基本支出'],
      ['205', '教育支出', '3.00'],
      ['206', '科学技术支出', '4.00'],
    ]);
    const { tables, facts } = reading('budget', sheet);
    expect(tables.map(({ id, title }) => [id, title])).toEqual([
      ['t1', '收入总表'],
      ['t2', '支出总表'],
    ]);
    expect(facts.map(({ table: id, column, value }) => [id, column, value])).toEqual([
      ['t1', '合计', '1.00'],
      ['t1', '合计', '2.00'],
      ['t2', '基本支出', '3.00'],
      ['t2', '基本支出', '4.00'],
    ]);
  });
});
