import { describe, expect, it } from 'vitest';
import type { TextRun } from '../../../../extractors/readers/pdf/engine.ts';
import { findTables } from '../../../../extractors/readers/pdf/tables/index.ts';
import { across, down, drawnPage, filledGrid, text, textEndingAt, textsOf } from './drawn-page.ts';

const xs = [60, 200, 320, 440];
const header = ['项目', '预算数', '决算数'];

function page(number: number, rows: readonly (readonly string[])[], lines: readonly string[] = [], top = 120) {
  const grid = filledGrid(xs, top, rows);
  const above = lines.map((line, index) => text(line, 220, 60 + index * 16));
  return drawnPage({ number, rules: grid.rules, runs: [...above, ...grid.runs, text(`— ${number} —`, 280, 815)] });
}

describe('continuation over pages', () => {
  it('joins parts and drops the repeated header', () => {
    const tables = findTables([
      page(1, [header, ['办公费', '1.00', '2.00']], ['支出决算表']),
      page(2, [header, ['差旅费', '3.00', '4.00']]),
      page(3, [header, ['会议费', '5.00', '6.00']]),
    ]);
    expect(tables).toHaveLength(1);
    const block = tables[0]?.block;
    expect(block && textsOf(block)).toEqual([
      header,
      ['办公费', '1.00', '2.00'],
      ['差旅费', '3.00', '4.00'],
      ['会议费', '5.00', '6.00'],
    ]);
    expect(block).toMatchObject({ page: 1, pages: [1, 2, 3], pageBreaks: [2, 3] });
    expect(block?.cells.at(-1)?.place).toMatchObject({ page: 3 });
  });

  it('joins parts whose header is not repeated', () => {
    const tables = findTables([page(1, [header, ['办公费', '1.00', '2.00']]), page(2, [['差旅费', '3.00', '4.00']])]);
    expect(tables.map((table) => table.block.rows)).toEqual([3]);
  });

  it('a border that has moved on the next page cuts no column in two', () => {
    const wider = filledGrid([60, 230, 320, 440], 60, [['差旅费', '3.00', '4.00']]);
    const tables = findTables([
      page(1, [header, ['办公费', '1.00', '2.00']]),
      drawnPage({ number: 2, runs: wider.runs, rules: wider.rules }),
    ]);
    expect(tables.map(({ block }) => [block.columns, textsOf(block)])).toEqual([
      [3, [header, ['办公费', '1.00', '2.00'], ['差旅费', '3.00', '4.00']]],
    ]);
  });

  it('joins parts under a line that says 续表', () => {
    const tables = findTables([
      page(1, [header, ['办公费', '1.00', '2.00']]),
      page(2, [header, ['差旅费', '3.00', '4.00']], ['续表']),
    ]);
    expect(tables).toHaveLength(1);
  });

  it('joins parts whose title is printed again over the repeated header', () => {
    const tables = findTables([
      page(1, [header, ['办公费', '1.00', '2.00']], ['支出决算表', '单位：万元']),
      page(2, [header, ['差旅费', '3.00', '4.00']], ['支出决算表', '单位：万元']),
    ]);
    expect(tables).toHaveLength(1);
  });

  it('drops a total that is repeated with the header', () => {
    const total = ['合计', '4.00', '6.00'];
    const tables = findTables([
      page(1, [header, total, ['办公费', '1.00', '2.00']]),
      page(2, [header, total, ['差旅费', '3.00', '4.00']]),
    ]);
    expect(tables[0] && textsOf(tables[0].block).filter((row) => row[0] === '合计')).toEqual([total]);
  });

  it('does not join a table with a title of its own', () => {
    const tables = findTables([
      page(1, [header, ['办公费', '1.00', '2.00']], ['收入决算表']),
      page(2, [header, ['差旅费', '3.00', '4.00']], ['支出决算表']),
    ]);
    expect(tables).toHaveLength(2);
  });

  it('does not join the same form filled in for another unit', () => {
    const tables = findTables([
      page(1, [header, ['合计', '1.00', '2.00'], ['办公费', '1.00', '2.00']]),
      page(2, [header, ['合计', '7.00', '8.00'], ['办公费', '7.00', '8.00']]),
    ]);
    expect(tables).toHaveLength(2);
  });

  it('does not join a table with other columns', () => {
    const other = filledGrid([60, 120, 440], 120, [
      ['单位', '人数'],
      ['本级', '12'],
    ]);
    const tables = findTables([
      page(1, [header, ['办公费', '1.00', '2.00']]),
      drawnPage({ number: 2, runs: other.runs, rules: other.rules }),
    ]);
    expect(tables).toHaveLength(2);
  });

  it('joins a row that the page end cuts in two', () => {
    const first = filledGrid(xs, 760, [header, ['', '9.00', '8.00']]);
    const label = text('其他社会保障和就业支', 62, 794, 13.5);
    const second = filledGrid(xs, 60, [
      ['出', '', ''],
      ['会议费', '5.00', '6.00'],
    ]);
    const tables = findTables([
      drawnPage({ number: 1, rules: first.rules, runs: [...first.runs, label] }),
      drawnPage({ number: 2, rules: second.rules, runs: second.runs }),
    ]);
    const block = tables[0]?.block;
    expect(block && textsOf(block).slice(1)).toEqual([
      ['其他社会保障和就业支出', '9.00', '8.00'],
      ['会议费', '5.00', '6.00'],
    ]);
    expect(block?.cells[3]?.place).toMatchObject([{ page: 1 }, { page: 2 }]);
  });

  it('keeps a row that has a label and no amounts', () => {
    const tables = findTables([
      page(1, [header, ['办公费', '1.00', '2.00']]),
      page(2, [
        ['债务付息', '', ''],
        ['会议费', '5.00', '6.00'],
      ]),
    ]);
    expect(tables[0]?.block.rows).toBe(4);
  });

  it('joins the halves of a merged label', () => {
    const part = (number: number, top: number, label: string, indicator: string) =>
      drawnPage({
        number,
        rules: [
          ...[60, 200, 320, 440].map((x) => down(x, top, top + 40)),
          across(top, 60, 440),
          across(top + 20, 200, 440),
          across(top + 40, 60, 440),
        ],
        runs: [
          ...(label === '' ? [] : [text(label, 64, top + 24)]),
          text(`${indicator}一`, 204, top + 14),
          textEndingAt('95.00', 437, top + 14),
          text(`${indicator}二`, 204, top + 34),
          textEndingAt('90.00', 437, top + 34),
        ],
      });
    const tables = findTables([part(1, 780, '数量指标', '完成率'), part(2, 60, '', '及时率')]);
    const cell = tables[0]?.block.cells.find((one) => one.text === '数量指标');
    expect(cell).toMatchObject({ r: 0, c: 0, rs: 4, cs: 1 });
  });

  it('joins a form whose rows are divided in another way on the next page', () => {
    const first = formPart(1, [60, 140, 260, 440], [120, 150, 180, 210, 240], [60, 440]);
    const upper = [
      text('项目名称', 65, 140),
      text('公园养护', 150, 140),
      text('年度任务', 65, 200),
      text('任务', 150, 170),
      text('金额', 270, 170),
      text('巡查绿地', 150, 200),
      text('补种树木', 150, 230),
    ];
    const second = formPart(2, [60, 110, 200, 320, 440], [60, 90, 120, 150], [60, 440]);
    const lower = [
      text('年度指标', 65, 100),
      text('一级', 115, 80),
      text('二级', 205, 80),
      text('产出', 115, 110),
      text('数量', 205, 110),
      text('补种二百株', 325, 110),
      text('效益', 115, 140),
    ];
    const tables = findTables([
      drawnPage({ number: 1, rules: [...first, across(150, 60, 140)], runs: upper }),
      drawnPage({ number: 2, rules: second, runs: lower }),
    ]);
    expect(tables.map((table) => table.block.pages)).toEqual([[1, 2]]);
    expect(tables[0]?.block.columns).toBe(6);
  });

  it('joins a form whose first page is a list of tasks with many amounts', () => {
    const first = formPart(1, [60, 110, 200, 320, 440], [90, 120, 150, 180, 210, 240], [60, 440]);
    const amounts = [150, 180, 210].flatMap((y, row) => [
      text(`任务${'甲乙丙'[row]}`, 115, y - 10),
      text(`${row + 2},400.50`, 205, y - 10),
      text(`${row + 2},400.50`, 325, y - 10),
    ]);
    const second = [
      ...[60, 90, 180].map((y) => across(y, 60, 440)),
      ...[120, 150].map((y) => across(y, 110, 440)),
      ...[60, 110, 440].map((x) => down(x, 60, 180)),
      ...[230, 360].map((x) => down(x, 90, 180)),
    ];
    const lower = ['一级', '二级', '指标值'].map((word, at) => text(word, [115, 235, 365][at] ?? 0, 110));
    const tables = findTables([
      drawnPage({ number: 1, rules: first, runs: [text('单位名称', 65, 110), text('年度任务', 65, 180), ...amounts] }),
      drawnPage({
        number: 2,
        rules: second,
        runs: [
          text('目标', 65, 80),
          text('绿地完好，按时养护', 115, 80),
          text('指标', 65, 140),
          ...lower,
          text('产出', 115, 140),
          text('效益', 115, 170),
        ],
      }),
    ]);
    expect(tables.map((table) => table.block.pages)).toEqual([[1, 2]]);
  });

  it('makes one cell of the names of groups that the page end cuts, also of single rows', () => {
    const grid = (
      number: number,
      ys: readonly number[],
      lines: readonly number[],
      words: readonly [string, number, number][],
    ) =>
      drawnPage({
        number,
        rules: [
          ...ys.map((y, index) => across(y, index === 1 ? 100 : 60, 440)),
          ...lines.map((y) => across(y, 220, 440)),
          ...[60, 100, 160, 220, 340, 440].map((x) => down(x, ys[0] ?? 0, ys.at(-1) ?? 0)),
        ],
        runs: words.map(([content, x, y]) => text(content, x, y)),
      });
    const first = grid(
      1,
      [60, 120, 160],
      [90],
      [
        ['绩效', 65, 110],
        ['产出', 105, 94],
        ['数量', 165, 94],
        ['绿地', 225, 80],
        ['10处', 345, 80],
        ['树木', 225, 110],
        ['20棵', 345, 110],
        ['效益', 105, 144],
        ['社会效益', 165, 144],
        ['环境', 225, 144],
        ['改善', 345, 144],
      ].map(([content, x, y]) => [String(content), Number(x), Number(y)]),
    );
    const second = grid(
      2,
      [60, 90, 150],
      [120],
      [
        ['出行', 225, 80],
        ['便利', 345, 80],
        ['满意', 105, 124],
        ['满意度', 165, 124],
        ['居民', 225, 110],
        ['九成', 345, 110],
        ['商户', 225, 140],
        ['八成', 345, 140],
      ].map(([content, x, y]) => [String(content), Number(x), Number(y)]),
    );
    const [table] = findTables([first, second]);
    const names = table?.block.cells.filter(({ c }) => c === 1 || c === 2);
    expect(names?.map(({ text, r, rs }) => [text, r, rs])).toEqual([
      ['产出', 0, 2],
      ['数量', 0, 2],
      ['效益', 2, 2],
      ['社会效益', 2, 2],
      ['满意', 4, 2],
      ['满意度', 4, 2],
    ]);
  });

  it('makes one cell of a blank that is merged over the rows of the name at its left', () => {
    const sheet = (number: number, ys: readonly number[], named: readonly TextRun[]) =>
      drawnPage({
        number,
        rules: [
          ...ys.map((y, index) => across(y, index === 0 || index === ys.length - 1 ? 60 : 220, 440)),
          ...[60, 140, 220, 330, 440].map((x) => down(x, ys[0] ?? 0, ys.at(-1) ?? 0)),
        ],
        runs: [...named, ...ys.slice(1).flatMap((y) => [text('指标', 225, y - 6), text('达标', 335, y - 6)])],
      });
    const [table] = findTables([sheet(1, [60, 80, 100, 120], [text('养护', 65, 94)]), sheet(2, [60, 80, 100], [])]);
    expect(table?.block.cells.filter(({ c }) => c < 2).map(({ text, r, rs }) => [text, r, rs])).toEqual([
      ['养护', 0, 5],
      ['', 0, 5],
    ]);
  });

  it('does not join the same sheet filled in again, though it has no title', () => {
    const sheet = (number: number, project: string, columns: readonly number[]) =>
      drawnPage({
        number,
        rules: formPart(1, columns, [60, 90, 120, 150, 180], [60, 440]),
        runs: [
          text('项目名称', 65, 80),
          text(project, 150, 80),
          text('年度任务', 65, 140),
          text('任务', 150, 110),
          text('巡查绿地', 150, 140),
          text('补种树木', 150, 170),
        ],
      });
    const tables = findTables([sheet(1, '公园养护', [60, 140, 260, 440]), sheet(2, '道路清扫', [60, 140, 320, 440])]);
    expect(tables).toHaveLength(2);
  });
});

describe('a form that prints its header and the merged cells at its left on every page', () => {
  const columns = [60, 130, 220, 290, 380, 440];
  const part = (number: number, unit: string, amount: string, [group, ...rows]: readonly string[]) => {
    const bottom = 80 + rows.length * 20;
    const cells = [unit, amount, group ?? ''].map((content, c) => text(content, (columns[c] ?? 0) + 3, 94));
    return drawnPage({
      number,
      rules: [
        ...[60, 80, bottom].map((y) => across(y, 60, 440)),
        ...rows.slice(1).map((_, index) => across(100 + index * 20, 290, 440)),
        ...columns.map((x) => down(x, 60, bottom)),
      ],
      runs: [
        ...['单位', '申请资金', '一级指标', '指标', '指标值'].map((name, c) => text(name, (columns[c] ?? 0) + 3, 74)),
        ...cells,
        ...rows.flatMap((row, r) =>
          row.split(' ').map((content, c) => text(content, c === 0 ? 293 : 383, 94 + r * 20)),
        ),
      ],
    });
  };

  it('is one table with one cell for each of them', () => {
    const tables = findTables([
      part(1, '某局', '1,200.50', ['产出指标', '受理件数 100', '办结件数 90']),
      part(2, '某局', '1,200.50', ['产出指标', '培训次数 4', '检查次数 12']),
      part(3, '某局', '1,200.50', ['效益指标', '群众满意率 95', '投诉次数 2']),
    ]);
    expect(tables.map(({ block }) => block.pages)).toEqual([[1, 2, 3]]);
    const block = tables[0]?.block;
    expect(block?.cells.filter(({ r, c }) => r > 0 && c < 3).map(({ r, c, rs, text }) => [r, c, rs, text])).toEqual([
      [1, 0, 6, '某局'],
      [1, 1, 6, '1,200.50'],
      [1, 2, 4, '产出指标'],
      [5, 2, 2, '效益指标'],
    ]);
    expect(block && textsOf(block).map((row) => row[3])).toEqual([
      '指标',
      '受理件数',
      '办结件数',
      '培训次数',
      '检查次数',
      '群众满意率',
      '投诉次数',
    ]);
  });

  it('is a table of its own for another project of the unit', () => {
    const tables = findTables([
      part(1, '某局', '1,200.50', ['产出指标', '受理件数 100', '办结件数 90']),
      part(2, '某局', '88.00', ['产出指标', '培训次数 4', '检查次数 12']),
    ]);
    expect(tables).toHaveLength(2);
  });

  it('keeps the cells of another unit apart', () => {
    const tables = findTables([
      part(1, '某局', '1,200.50', ['产出指标', '受理件数 100', '办结件数 90']),
      part(2, '某所', '1,200.50', ['产出指标', '培训次数 4', '检查次数 12']),
    ]);
    const cells = tables.flatMap(({ block }) => block.cells);
    expect(cells.filter(({ text }) => text === '产出指标').map(({ rs }) => rs)).toEqual([2, 2]);
  });
});

/** Rules of a form: a first row of two cells, then a name at the left of several divided rows. */
function formPart(
  number: number,
  xs: readonly number[],
  ys: readonly number[],
  [left = 0, right = 0]: readonly number[],
) {
  const [top = 0, second = 0] = ys;
  const bottom = ys.at(-1) ?? 0;
  const [, named = 0, ...inner] = xs;
  const divided = number === 1 ? second : top;
  return [
    ...[top, second, bottom].map((y) => across(y, number === 1 || y !== second ? left : named, right)),
    ...ys.slice(2, -1).map((y) => across(y, named, right)),
    ...[left, named, right].map((x) => down(x, top, bottom)),
    ...inner.slice(0, -1).map((x) => down(x, divided, bottom)),
  ];
}
