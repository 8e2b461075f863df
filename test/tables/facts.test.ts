import { describe, expect, test } from 'vitest';
import { down, factLines, lines, reading, span, table } from './blocks.ts';

describe('a balance of two sides', () => {
  const form = table([
    [span('收入', 3), null, null, span('支出', 3), null, null],
    ['项目', '行次', '决算数', '项目', '行次', '决算数'],
    ['栏次', '', '1', '栏次', '', '2'],
    ['一、一般公共预算财政拨款收入', '1', '1,203.40', '一、一般公共服务支出', '9', '1,100.05'],
    ['二、事业收入', '2', '', '二、教育支出', '10', '0.00'],
    ['本年收入合计', '3', '1,203.40', '本年支出合计', '11', '1,100.05'],
  ]);

  test('is unrolled: each number has the label of its own side and the header path within it', () => {
    expect(factLines(reading('final_accounts', '收入支出决算总表', '单位：万元', form))).toEqual([
      '一、一般公共预算财政拨款收入 收入/决算数 1203.40 万元',
      '一、一般公共服务支出 支出/决算数 1100.05 万元',
      '二、教育支出 支出/决算数 0.00 万元',
      '本年收入合计 收入/决算数 1203.40 万元',
      '本年支出合计 支出/决算数 1100.05 万元',
    ]);
  });

  test('gives rows with their printed line number and role', () => {
    const { tables } = reading('final_accounts', '收入支出决算总表', form);
    expect(tables[0]?.rows.map(({ lane, label, line, role }) => [lane, label, line, role])).toEqual([
      [0, '一、一般公共预算财政拨款收入', '1', 'item'],
      [1, '一、一般公共服务支出', '9', 'item'],
      [0, '二、事业收入', '2', 'item'],
      [1, '二、教育支出', '10', 'item'],
      [0, '本年收入合计', '3', 'total'],
      [1, '本年支出合计', '11', 'total'],
    ]);
  });

  test('keeps the printed column numbers apart from the amounts', () => {
    const { tables } = reading('final_accounts', '收入支出决算总表', form);
    expect(tables[0]?.headerRows).toBe(3);
    expect(tables[0]?.columns.map(({ role, number }) => `${role}${number}`)).toEqual([
      'label',
      'line',
      'value1',
      'label',
      'line',
      'value2',
    ]);
  });

  test('reads the same without spans: a blank header belongs to the header on its left', () => {
    const plain = lines(
      '收入||支出|||',
      '项目|决算数|项目|合计|一般公共预算财政拨款|政府性基金预算财政拨款',
      '一、一般公共预算财政拨款|88.10|一、教育支出|88.10|88.10|',
    );
    expect(factLines(reading('final_accounts', '财政拨款收入支出决算总表', plain))).toEqual([
      '一、一般公共预算财政拨款 收入/决算数 88.10',
      '一、教育支出 支出/合计 88.10',
      '一、教育支出 支出/一般公共预算财政拨款 88.10',
    ]);
  });
});

describe('codes', () => {
  test('in three columns 类|款|项 are joined, with a total that shares its row with 类|款|项', () => {
    const form = table([
      [span('项目', 4), null, null, null, down('合计', 3), down('基本支出', 3), down('项目支出', 3)],
      [span('支出功能分类', 3), null, null, down('科目名称', 2), null, null, null],
      [span('科目编码', 3), null, null, null, null, null, null],
      ['类', '款', '项', '合计', '30.00', '10.00', '20.00'],
      ['206', '', '', '科学技术支出', '30.00', '10.00', '20.00'],
      ['206', '01', '', '科学技术管理事务', '30.00', '10.00', '20.00'],
      ['206', '01', '02', '一般行政管理事务', '20.00', '', '20.00'],
    ]);
    expect(factLines(reading('final_accounts', '一般公共预算财政拨款支出决算表', '单位：万元', form))).toEqual([
      '合计 合计 30.00 万元',
      '合计 基本支出 10.00 万元',
      '合计 项目支出 20.00 万元',
      '科学技术支出 206 合计 30.00 万元',
      '科学技术支出 206 基本支出 10.00 万元',
      '科学技术支出 206 项目支出 20.00 万元',
      '科学技术管理事务 20601 合计 30.00 万元',
      '科学技术管理事务 20601 基本支出 10.00 万元',
      '科学技术管理事务 20601 项目支出 20.00 万元',
      '一般行政管理事务 2060102 合计 20.00 万元',
      '一般行政管理事务 2060102 项目支出 20.00 万元',
    ]);
  });

  test('rows that print only their own part take the rest from above', () => {
    const form = lines(
      '类|款|项|科目名称|合计',
      '213|||农林水支出|9.00',
      '|03||水利|9.00',
      '||14|防汛|4.00',
      '||99|其他水利支出|5.00',
    );
    const { tables } = reading('budget', '一般公共预算支出表', form);
    expect(tables[0]?.rows.map(({ code, level }) => [code, level])).toEqual([
      ['213', 0],
      ['21303', 1],
      ['2130314', 2],
      ['2130399', 2],
    ]);
  });

  test('glued to their names are taken apart', () => {
    const form = lines(
      '功能分类科目|合计|基本支出',
      '[2010601]行政运行|5.10|5.10',
      '20106财政事务|5.10|5.10',
      '201-一般公共服务支出|5.10|5.10',
    );
    const { tables } = reading('budget', '一般公共预算支出表', '单位：元', form);
    expect(tables[0]?.rows.map(({ code, label }) => [code, label])).toEqual([
      ['2010601', '行政运行'],
      ['20106', '财政事务'],
      ['201', '一般公共服务支出'],
    ]);
  });

  test('a total printed across code and name is the label of its row', () => {
    const form = table([
      ['科目编码', '科目名称', '合计'],
      [span('总计：', 2), null, '7.00'],
      ['205', '教育支出', '7.00'],
    ]);
    expect(factLines(reading('budget', '支出总表', '单位：万元', form))).toEqual([
      '总计： 合计 7.00 万元',
      '教育支出 205 合计 7.00 万元',
    ]);
  });

  test('economic use in three lanes', () => {
    const form = lines(
      '科目编码|科目名称|决算数|科目编码|科目名称|决算数|科目编码|科目名称|决算数',
      '301|工资福利支出|80.00|302|商品和服务支出|12.00|310|资本性支出|3.00',
      '30101|基本工资|80.00|30201|办公费|12.00|31002|办公设备购置|3.00',
      '|人员经费合计|80.00||公用经费合计|15.00|||',
    );
    const { facts } = reading('final_accounts', '一般公共预算财政拨款基本支出决算表', form);
    expect(facts.map(({ row, code, lane }) => [row, code, lane])).toEqual([
      ['工资福利支出', '301', 0],
      ['商品和服务支出', '302', 1],
      ['资本性支出', '310', 2],
      ['基本工资', '30101', 0],
      ['办公费', '30201', 1],
      ['办公设备购置', '31002', 2],
      ['人员经费合计', '', 0],
      ['公用经费合计', '', 1],
    ]);
  });

  test('rows classified by function and economic use are named by both', () => {
    const form = lines(
      '功能分类科目|政府支出经济分类科目|部门支出经济分类科目|合计',
      '2040201-行政运行|50201-办公经费|30201-办公费|2.00',
      '2040201-行政运行|50201-办公经费|30202-印刷费|1.00',
    );
    expect(factLines(reading('budget', '支出总表', '单位：万元', form))).toEqual([
      '行政运行/办公费 2040201 合计 2.00 万元',
      '行政运行/印刷费 2040201 合计 1.00 万元',
    ]);
  });

  test('a second economic classification is a crosswalk: code and label come from the first', () => {
    const form = lines(
      '部门经济科目编码|部门经济科目名称|政府经济科目编码|政府经济科目名称|合计',
      '30101|基本工资|50101|工资奖金津补贴|6.00',
    );
    expect(factLines(reading('budget', '一般公共预算支出表（按经济分类）', form))).toEqual([
      '基本工资 30101 合计 6.00',
    ]);
  });
});

describe('a single line of amounts', () => {
  test('has an empty row label and the whole header path', () => {
    const form = table([
      [span('预算数', 3), null, null, span('决算数', 3), null, null],
      [down('合计', 2), span('公务用车购置及运行费', 2), null, down('合计', 2), span('公务用车购置及运行费', 2), null],
      [null, '小计', '公务用车运行费', null, '小计', '公务用车运行费'],
      ['1', '2', '3', '4', '5', '6'],
      ['2.50', '2.50', '2.50', '1.75', '1.75', '1.75'],
    ]);
    expect(factLines(reading('final_accounts', '财政拨款“三公”经费支出决算表', '单位：万元', form))).toEqual([
      '预算数/合计 2.50 万元',
      '预算数/公务用车购置及运行费/小计 2.50 万元',
      '预算数/公务用车购置及运行费/公务用车运行费 2.50 万元',
      '决算数/合计 1.75 万元',
      '决算数/公务用车购置及运行费/小计 1.75 万元',
      '决算数/公务用车购置及运行费/公务用车运行费 1.75 万元',
    ]);
  });
});

describe('what a cell says', () => {
  test('blank, dash and unread are no facts and no zeros; 0.00 is one', () => {
    const form = lines(
      '科目编码|科目名称|合计|基本支出|项目支出',
      '205|教育支出|1,2.3.4|-|0.00',
      '206|科学技术支出|12.3O||7.00',
    );
    const read = reading('budget', '一般公共预算支出表', '单位：万元', form);
    expect(factLines(read)).toEqual(['教育支出 205 项目支出 0.00 万元', '科学技术支出 206 项目支出 7.00 万元']);
    expect(read.tables[0]?.unread).toEqual(['1:2', '2:2']);
  });

  test('units stated in a header hold for its column, percentages are %, counts have no money unit', () => {
    const form = lines('项目名称|数量|预算金额（元）|上年金额|增减%', '办公桌椅|12|4,800.00|1.20|-3.5');
    expect(factLines(reading('budget', '政府采购预算表', '单位：万元', form))).toEqual([
      '办公桌椅 数量 12',
      '办公桌椅 预算金额（元） 4800.00 元',
      '办公桌椅 上年金额 1.20 万元',
      '办公桌椅 增减% -3.5 %',
    ]);
  });

  test('places: a cell without one stands where its table stands', () => {
    const { facts } = reading('budget', '支出总表', lines('科目名称|合计', '教育支出|1.00'));
    expect(facts[0]?.place).toEqual({ page: 1, bbox: [0, 0, 500, 700] });
  });
});

describe('several units in one table', () => {
  test('rows after the name of a unit belong to it, and facts say so', () => {
    const form = lines(
      '预算单位|科目编码|科目名称|合计',
      '某市水务局|||9.00',
      '|213|农林水支出|9.00',
      '某市水文监测中心|||4.00',
      '|213|农林水支出|4.00',
    );
    const { facts, tables } = reading('budget', '支出总表', '单位：万元', form);
    expect(facts.map(({ row, code, block }) => [row, code, block])).toEqual([
      ['某市水务局', '', '某市水务局'],
      ['农林水支出', '213', '某市水务局'],
      ['某市水文监测中心', '', '某市水文监测中心'],
      ['农林水支出', '213', '某市水文监测中心'],
    ]);
    expect(tables[0]?.rows[0]?.role).toBe('unit');
  });

  test('a list of units alone is no such table: each unit is an item', () => {
    const form = lines('单位代码|单位名称|合计', '252|某市水务局|9.00', '252001|某市水文监测中心|4.00');
    const { facts, tables } = reading('budget', '收入总表', '单位：万元', form);
    expect(tables[0]?.rows.map(({ role }) => role)).toEqual(['item', 'item']);
    expect(facts.every(({ block }) => block === undefined)).toBe(true);
  });
});

describe('strange tables', () => {
  test('labels like __proto__ and constructor are labels', () => {
    const form = lines('项目|__proto__|constructor', 'toString|1.00|2.00', '__proto__|3.00|4.00');
    expect(factLines(reading('unknown', '支出总表', '单位：元', form))).toEqual([
      'toString __proto__ 1.00 元',
      'toString constructor 2.00 元',
      '__proto__ __proto__ 3.00 元',
      '__proto__ constructor 4.00 元',
    ]);
  });

  test('equal header labels keep their columns apart', () => {
    const { facts } = reading('budget', '支出总表', lines('科目名称|合计|合计', '教育支出|1.00|2.00'));
    expect(facts.map(({ c, value }) => [c, value])).toEqual([
      [1, '1.00'],
      [2, '2.00'],
    ]);
  });

  test('a blank form has columns and no facts', () => {
    const form = table([
      [span('项目', 2), null, down('本年收入', 2), span('本年支出', 2), null],
      ['功能分类科目编码', '科目名称', null, '基本支出', '项目支出'],
      ['', '', '', '', ''],
      ['合计', '', '', '', ''],
    ]);
    const { facts, tables } = reading('final_accounts', '政府性基金预算财政拨款收入支出决算表', form);
    expect(facts).toEqual([]);
    expect(tables[0]).toMatchObject({ kind: 'final.07', financial: true, headerRows: 2 });
    expect(tables[0]?.columns.map(({ role }) => role)).toEqual(['code', 'label', 'value', 'value', 'value']);
  });

  test('an empty grid and a grid of headers only give no facts', () => {
    expect(reading('unknown', table([[]])).facts).toEqual([]);
    expect(reading('unknown', lines('项目|金额')).facts).toEqual([]);
  });

  test('a header repeated in the middle of the body is not taken for numbers', () => {
    const form = lines(
      '科目编码|科目名称|合计',
      '栏次||1',
      '205|教育支出|1.00',
      '科目编码|科目名称|合计',
      '栏次||1',
      '206|科学技术支出|2.00',
    );
    expect(factLines(reading('budget', '支出总表', form))).toEqual([
      '教育支出 205 合计 1.00',
      '科学技术支出 206 合计 2.00',
    ]);
  });

  test('100,000 rows are read in a time that grows with their number', () => {
    const body = Array.from({ length: 100_000 }, (_, i) => [String(2_010_000 + i), '某项支出', '1,000.25', '0.00']);
    const { facts } = reading('budget', '支出总表', table([['科目编码', '科目名称', '合计', '项目支出'], ...body]));
    expect(facts).toHaveLength(200_000);
  });
});

describe('rows that only a column of years tells apart', () => {
  test('have name and year as their label, also where the name is printed once', () => {
    const form = lines(
      '预算单位|年度|总计|公务接待费',
      '某局（本级）|2025 年|33.00|15.00',
      '|2026 年|66.00|15.00',
      '|增减变化金额|33.00|0.00',
      '某所|2025 年|4.00|1.00',
      '|2026 年|5.00|1.50',
    );
    expect(factLines(reading('budget', '“三公”经费预算表', '单位：万元', form))).toEqual([
      '某局（本级）/2025年 总计 33.00 万元',
      '某局（本级）/2025年 公务接待费 15.00 万元',
      '某局（本级）/2026年 总计 66.00 万元',
      '某局（本级）/2026年 公务接待费 15.00 万元',
      '某局（本级）/增减变化金额 总计 33.00 万元',
      '某局（本级）/增减变化金额 公务接待费 0.00 万元',
      '某所/2025年 总计 4.00 万元',
      '某所/2025年 公务接待费 1.00 万元',
      '某所/2026年 总计 5.00 万元',
      '某所/2026年 公务接待费 1.50 万元',
    ]);
  });

  test('have the year alone where nothing is named', () => {
    const form = lines('年度|合计|公务接待费', '2024年|8.00|3.00', '2025年|7.50|2.50');
    expect(factLines(reading('budget', '“三公”经费预算表', form)).map((line) => line.split(' ')[0])).toEqual([
      '2024年',
      '2024年',
      '2025年',
      '2025年',
    ]);
  });

  test('keep their own names where each has one', () => {
    const form = lines('项目名称|年度|金额', '道路养护|2025年|8.00', '路灯维修|2024年|7.50');
    expect(factLines(reading('budget', '项目支出表', form))).toEqual(['道路养护 金额 8.00', '路灯维修 金额 7.50']);
  });
});
