import { describe, expect, it } from 'vitest';
import { findPageTables } from '../../../../extractors/readers/pdf/tables/index.ts';
import { across, drawnPage, text, textEndingAt, textsOf } from './drawn-page.ts';

const right = [260, 360, 460];

function rowsOfNumbers(top: number, labels: readonly string[]) {
  return labels.flatMap((label, r) => [
    text(label, 60, top + r * 16),
    ...right.map((x, c) => textEndingAt(`${(r + 1) * (c + 2)}.${c}0`, x, top + r * 16)),
  ]);
}

const header = ['2019', '2020', '2021'].map((year, c) => textEndingAt(year, right[c] ?? 0, 112));

describe('tables with horizontal rules only', () => {
  it('takes rows from the rules and numbers, columns from alignment', () => {
    const rules = [across(100, 55, 465), across(118, 55, 465), across(185, 55, 465)];
    const runs = [text('Country', 60, 112), ...header, ...rowsOfNumbers(130, ['Austria', 'Malta', 'Spain'])];
    const [part] = findPageTables(drawnPage({ rules, runs })).parts;
    expect(part && textsOf(part)).toEqual([
      ['Country', '2019', '2020', '2021'],
      ['Austria', '2.00', '3.10', '4.20'],
      ['Malta', '4.00', '6.10', '8.20'],
      ['Spain', '6.00', '9.10', '12.20'],
    ]);
  });

  it('parts the two levels of a header that have no rule between them', () => {
    const columns = [200, 270, 340, 410];
    const rules = [across(100, 55, 465), across(140, 55, 465), across(200, 55, 465)];
    const centred = (content: string, middle: number, y: number) => text(content, middle - content.length * 5, y);
    const runs = [
      text('科目', 60, 124),
      centred('上年决算', 225, 114),
      centred('本年决算', 365, 114),
      ...['合计', '项目', '合计', '项目'].map((name, c) => textEndingAt(name, columns[c] ?? 0, 132)),
      ...['教育支出', '卫生支出', '住房支出'].flatMap((label, r) => [
        text(label, 60, 154 + r * 16),
        ...columns.map((x, c) => textEndingAt(`${r + 1}${c}8.50`, x, 154 + r * 16)),
      ]),
    ];
    const [part] = findPageTables(drawnPage({ rules, runs })).parts;
    expect(part?.cells.slice(0, 7).map(({ r, c, rs, cs, text }) => [text, r, c, rs, cs])).toEqual([
      ['科目', 0, 0, 2, 1],
      ['上年决算', 0, 1, 1, 2],
      ['本年决算', 0, 3, 1, 2],
      ['合计', 1, 1, 1, 1],
      ['项目', 1, 2, 1, 1],
      ['合计', 1, 3, 1, 1],
      ['项目', 1, 4, 1, 1],
    ]);
    expect(part && textsOf(part)[2]).toEqual(['教育支出', '108.50', '118.50', '128.50', '138.50']);
  });

  it('keeps wrapped names of a header of one level in one row', () => {
    const rules = [across(100, 55, 465), across(140, 55, 465), across(200, 55, 465)];
    const runs = [
      text('科目', 60, 124),
      ...['本年', '上年', '增减'].map((name, c) => textEndingAt(name, right[c] ?? 0, 114)),
      ...['决算', '决算', '金额'].map((name, c) => textEndingAt(name, right[c] ?? 0, 130)),
      ...rowsOfNumbers(154, ['教育支出', '卫生支出', '住房支出']),
    ];
    const [part] = findPageTables(drawnPage({ rules, runs })).parts;
    expect(part && textsOf(part)[0]).toEqual(['科目', '本年决算', '上年决算', '增减金额']);
  });

  it('takes columns from where the pieces of the rules meet, blank columns too', () => {
    const xs = [60, 180, 260, 340, 420];
    const rules = [100, 120, 140, 160].flatMap((y) => xs.slice(1).map((x, c) => across(y, xs[c] ?? 0, x - 0.2)));
    const runs = [
      ...['科目', '合计', '基本', '经营'].map((word, c) => text(word, (xs[c] ?? 0) + 5, 114)),
      text('教育支出', 64, 134),
      textEndingAt('80.00', 258, 134),
      textEndingAt('80.00', 338, 134),
      text('卫生支出', 64, 154),
      textEndingAt('20.00', 258, 154),
      textEndingAt('20.00', 338, 154),
    ];
    const [part] = findPageTables(drawnPage({ rules, runs })).parts;
    expect(part && textsOf(part)[1]).toEqual(['教育支出', '80.00', '80.00', '']);
  });

  it('does not take prose between two rules for a table', () => {
    const rules = [across(100, 55, 465), across(180, 55, 465)];
    const runs = [text('本单位二〇二四年度收入总计与支出总计相等', 60, 120), text('均为一百万元', 60, 140)];
    expect(findPageTables(drawnPage({ rules, runs })).parts).toEqual([]);
  });
});

describe('tables without rules', () => {
  it('finds them by the alignment of their columns', () => {
    const runs = [text('Country', 60, 112), ...header, ...rowsOfNumbers(128, ['Austria', 'Malta', 'Spain', 'Latvia'])];
    const { parts } = findPageTables(drawnPage({ runs }));
    expect(parts).toHaveLength(1);
    expect(parts[0]?.kind).toBe('aligned');
    expect(parts[0] && textsOf(parts[0])[0]).toEqual(['Country', '2019', '2020', '2021']);
    expect(parts[0] && textsOf(parts[0])[4]).toEqual(['Latvia', '8.00', '12.10', '16.20']);
  });

  it('does not take a table of contents for one', () => {
    const runs = ['第一部分', '第二部分', '第三部分', '第四部分'].flatMap((title, r) => [
      text(`${title}${'.'.repeat(40)}`, 60, 100 + r * 16),
      textEndingAt(String(r * 3 + 1), 500, 100 + r * 16),
    ]);
    expect(findPageTables(drawnPage({ runs })).parts).toEqual([]);
  });

  it('does not take the two scales of a chart for one', () => {
    const runs = [450, 400, 350, 300, 250].flatMap((mark, r) => [
      textEndingAt(String(mark), 80, 100 + r * 20),
      textEndingAt(String(mark), 330, 100 + r * 20),
    ]);
    expect(findPageTables(drawnPage({ runs })).parts).toEqual([]);
  });

  it('does not take two columns of prose for one', () => {
    const runs = Array.from({ length: 8 }, (_, r) => [
      text('the budget of the year was set', 60, 100 + r * 14),
      text('in 2019 and spent by the end', 320, 100 + r * 14),
    ]).flat();
    expect(findPageTables(drawnPage({ runs })).parts).toEqual([]);
  });
});
