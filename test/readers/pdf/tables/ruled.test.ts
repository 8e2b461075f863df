import { describe, expect, it } from 'vitest';
import { findPageTables } from '../../../../extractors/readers/pdf/tables/index.ts';
import { across, down, drawnPage, filledGrid, fullGrid, text, textEndingAt, textsOf } from './drawn-page.ts';

const xs = [60, 200, 320, 440];

function onlyTable(page: Parameters<typeof drawnPage>[0]) {
  const { parts } = findPageTables(drawnPage(page));
  expect(parts).toHaveLength(1);
  const [part] = parts;
  if (!part) throw new Error('no table');
  return part;
}

describe('ruled tables', () => {
  it('reads a full grid cell for cell, blank ones too', () => {
    const rows = [
      ['项目', '年初预算', '决算数'],
      ['办公费', '12.40', ''],
      ['差旅费', '', '3.05'],
    ];
    const part = onlyTable(filledGrid(xs, 100, rows));
    expect(textsOf(part)).toEqual(rows);
    expect(part.bbox).toEqual([60, 100, 440, 160]);
    expect(part.cells[4]?.place).toEqual({ page: 1, bbox: [200, 120, 320, 140] });
  });

  it('gives merged header cells their spans', () => {
    const rules = [
      across(100, 60, 440),
      across(120, 200, 440),
      across(140, 60, 440),
      across(160, 60, 440),
      down(60, 100, 160),
      down(200, 100, 160),
      down(320, 120, 160),
      down(440, 100, 160),
    ];
    const runs = [
      text('科目名称', 65, 124),
      text('本年支出', 290, 114),
      text('基本支出', 220, 134),
      text('项目支出', 340, 134),
      text('教育支出', 65, 154),
      textEndingAt('806.15', 315, 154),
      textEndingAt('93.02', 435, 154),
    ];
    const part = onlyTable({ rules, runs });
    expect(part.cells.filter((cell) => cell.rs > 1 || cell.cs > 1)).toMatchObject([
      { r: 0, c: 0, rs: 2, cs: 1, text: '科目名称' },
      { r: 0, c: 1, rs: 1, cs: 2, text: '本年支出' },
    ]);
  });

  it('joins the lines of a wrapped label without a blank, and Latin words with one', () => {
    const rules = fullGrid([60, 160, 260], [100, 130, 160]);
    const runs = [
      text('灾害防治及应急管', 65, 111),
      text('理支出', 65, 123),
      textEndingAt('20.00', 255, 117),
      text('Research and', 65, 141),
      text('development', 65, 153),
      textEndingAt('7.00', 255, 147),
    ];
    expect(textsOf(onlyTable({ rules, runs }))).toEqual([
      ['灾害防治及应急管理支出', '20.00'],
      ['Research and development', '7.00'],
    ]);
  });

  it('joins a number set in several runs on slightly different baselines', () => {
    const { rules, runs } = filledGrid(xs, 100, [
      ['项目', '预算数', '决算数'],
      ['办公费', '', '5.00'],
    ]);
    const broken = [text('1,3', 280, 134), text('67', 296, 134), text('.76', 306, 135)];
    expect(textsOf(onlyTable({ rules, runs: [...runs, ...broken] }))[1]).toEqual(['办公费', '1,367.76', '5.00']);
  });

  it('splits a run that goes over a column border at the gap between its words', () => {
    const { rules, runs } = filledGrid(xs, 100, [
      ['项目', '预算数', '决算数'],
      ['办公费', '', ''],
    ]);
    const across2 = text('35.10          41.22', 270, 134);
    expect(textsOf(onlyTable({ rules, runs: [...runs, across2] }))[1]).toEqual(['办公费', '35.10', '41.22']);
  });

  it('puts a value that sticks out of its column where its alignment says, and records the doubt', () => {
    const { rules, runs } = filledGrid(xs, 100, [
      ['项目', '预算数', '决算数'],
      ['办公费', '12.40', '9.00'],
      ['基建支出', '', '8.00'],
    ]);
    const wide = textEndingAt('123,456,789,012,345,678.90', 317, 154);
    const part = onlyTable({ rules, runs: [...runs, { ...wide, x0: 150 }] });
    const cell = part.cells.find((one) => one.text.startsWith('123'));
    expect(cell).toMatchObject({ r: 2, c: 1, doubtful: true });
  });

  it('splits a band whose rows are not ruled, because its columns of numbers agree', () => {
    const rules = fullGrid(xs, [100, 120, 180]);
    const runs = [
      ...['项目', '预算数', '决算数'].map((word, c) => text(word, (xs[c] ?? 0) + 4, 114)),
      ...['水费', '电费', '邮电费'].flatMap((word, r) => [
        text(word, 64, 134 + r * 18),
        textEndingAt(`${r + 1}.50`, 317, 134 + r * 18),
        textEndingAt(`${r + 2}.25`, 437, 134 + r * 18),
      ]),
    ];
    expect(textsOf(onlyTable({ rules, runs })).slice(1)).toEqual([
      ['水费', '1.50', '2.25'],
      ['电费', '2.50', '3.25'],
      ['邮电费', '3.50', '4.25'],
    ]);
  });

  it('does not split a row whose numbers are wrapped', () => {
    const rules = fullGrid([60, 110, 160, 210], [100, 120, 150]);
    const runs = [
      ...['项目', '预算', '决算'].map((word, c) => text(word, 64 + c * 50, 114)),
      text('合计', 64, 138),
      text('1,234,5', 113, 132),
      text('67.89', 113, 144),
      text('2,345,6', 163, 132),
      text('78.90', 163, 144),
    ];
    expect(textsOf(onlyTable({ rules, runs }))[1]).toEqual(['合计', '1,234,567.89', '2,345,678.90']);
  });

  it('cuts body rows at the columns of the header when their own vertical rules are missing', () => {
    const rules = [
      ...fullGrid(xs, [100, 120]),
      ...[140, 160, 180].map((y) => across(y, 60, 440)),
      down(60, 120, 180),
      down(440, 120, 180),
    ];
    const runs = [
      ...['国别', '进口', '出口'].map((word, c) => text(word, (xs[c] ?? 0) + 4, 114)),
      ...[0, 1, 2].flatMap((r) => [
        text(`地区${r}`, 64, 134 + r * 20),
        textEndingAt(`${r}1.5`, 300, 134 + r * 20),
        textEndingAt(`${r}2.5`, 420, 134 + r * 20),
      ]),
    ];
    expect(textsOf(onlyTable({ rules, runs }))[2]).toEqual(['地区1', '11.5', '12.5']);
  });

  it('tells two tables beside each other apart', () => {
    const left = filledGrid([40, 100, 160], 100, [
      ['一', '1.00'],
      ['二', '2.00'],
    ]);
    const right = filledGrid([300, 360, 420], 100, [
      ['三', '3.00'],
      ['四', '4.00'],
    ]);
    const { parts } = findPageTables(
      drawnPage({ runs: [...left.runs, ...right.runs], rules: [...left.rules, ...right.rules] }),
    );
    expect(parts.map((part) => part.cells[0]?.text)).toEqual(['一', '三']);
  });

  it('leaves text under and over the table to the layout', () => {
    const { rules, runs } = filledGrid(xs, 100, [
      ['项目', '预算数', '决算数'],
      ['办公费', '1.00', '2.00'],
    ]);
    const page = drawnPage({ rules, runs: [text('收入支出决算总表', 200, 80), ...runs, text('— 12 —', 280, 820)] });
    const { parts, loose } = findPageTables(page);
    expect(loose.map((line) => line.text)).toEqual(['收入支出决算总表', '— 12 —']);
    expect(parts[0]?.consumedRuns.has(0)).toBe(false);
    expect(parts[0]?.consumedRuns.size).toBe(runs.length);
  });

  it('gives labels their indent', () => {
    const { rules } = filledGrid([60, 260, 360], 100, [
      ['', ''],
      ['', ''],
      ['', ''],
    ]);
    const runs = [
      text('一般公共服务支出', 63, 114),
      text('财政事务', 83, 134),
      text('行政运行', 103, 154),
      textEndingAt('1.00', 357, 114),
    ];
    const labels = onlyTable({ rules, runs }).cells.filter((cell) => cell.c === 0);
    expect(labels.map((cell) => cell.indent)).toEqual([undefined, 2, 4]);
  });
});

describe('what is no table', () => {
  it('a frame around a paragraph', () => {
    const rules = fullGrid([60, 500], [100, 200]);
    const runs = [text('本部门主要职责如下', 70, 120), text('贯彻执行国家方针政策', 70, 140)];
    expect(findPageTables(drawnPage({ rules, runs })).parts).toEqual([]);
  });

  it('a page border', () => {
    expect(
      findPageTables(drawnPage({ rules: fullGrid([20, 575], [20, 820]), runs: [text('封面', 280, 300)] })).parts,
    ).toEqual([]);
  });

  it('the raster of a bar chart', () => {
    const ys = Array.from({ length: 12 }, (_, index) => 100 + index * 12);
    const runs = [1, 3, 5, 7, 9].flatMap((r) => [text('30.5', 70, 110 + r * 12), text('49.0', 210, 110 + r * 12)]);
    expect(findPageTables(drawnPage({ rules: fullGrid(xs, ys), runs })).parts).toEqual([]);
  });
});
