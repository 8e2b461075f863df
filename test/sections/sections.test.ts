import { describe, expect, test } from 'vitest';
import { findSections } from '../../extractors/sections/index.ts';
import { readNumbering, readsAsHeading } from '../../extractors/sections/numbering.ts';
import type { Block, Document } from '../../schemas/index.ts';

function documentOf(...texts: string[]): Document {
  const blocks = texts.map((text, index): Block => ({ kind: 'paragraph', index, page: null, text, spans: [] }));
  return {
    mediaType: 'text/plain',
    pages: null,
    pageSizes: [],
    blocks,
    asides: [],
    metadata: {},
    links: [],
    reasons: [],
  };
}

const PROSE = '本年收入合计1,000.00万元，与上年相比增加20.00万元，增长2.04%，主要原因是人员增加。';

function outline(...texts: string[]): string[] {
  return findSections(documentOf(...texts)).list.map(({ level, number, title }) => `${level} ${number}|${title}`);
}

describe('numbering', () => {
  test.each([
    ['第三部分 情况说明', '第三部分', 3],
    ['第 一 部 分：概况', '第一部分', 1],
    ['十二、其他事项', '十二', 12],
    ['（三）项目支出', '（三）', 3],
    ['2. 公用经费', '2', 2],
    ['(4)车辆', '(4)', 4],
    ['③设备', '③', 3],
    ['1.2 机构设置', '1.2', 1],
    ['二十一、附表', '二十一', 21],
  ])('%s', (text, number, ordinal) => {
    expect(readNumbering(text)).toMatchObject({ number, ordinal });
  });

  test.each(['2.50万元', '1.5倍', '一般公共预算', '2023年度决算', '第三方评价', '十分重要'])('%s has none', (text) => {
    expect(readNumbering(text)).toBeNull();
  });
});

describe('lines that read as headings', () => {
  test.each(['一、收入支出决算总体情况', '（二）支出决算结构情况。', '第四部分 名词解释'])('%s', (text) => {
    expect(readsAsHeading(text)).toBe(true);
  });

  test.each([
    '一、本年收入合计30.00万元',
    '（一）财政拨款收入：指单位从同级财政部门取得的预算资金。',
    '（二）负责全市统计工作；负责核算。',
    '1.公用经费',
    '一是加强管理',
  ])('%s does not', (text) => {
    expect(readsAsHeading(text)).toBe(false);
  });
});

describe('sections', () => {
  test('levels follow the numbering that the document uses', () => {
    expect(outline('一、概况', PROSE, '（一）职能', PROSE, '二、决算说明', PROSE)).toEqual([
      '1 一|概况',
      '2 （一）|职能',
      '1 二|决算说明',
    ]);
  });

  test('the list of contents is not the text: a heading that comes again with content wins', () => {
    const contents = ['目 录', '第一部分 概况', '一、职能', '二、机构', '第二部分 2023年度决算说明', '一、收入情况'];
    const body = [
      '第一部分 概况',
      '一、职能',
      PROSE,
      '二、机构',
      PROSE,
      '第二部分 决算说明',
      '一、2023年度收入情况',
      PROSE,
    ];
    const sections = findSections(documentOf(...contents, ...body));
    expect(sections.list.map(({ title }) => title)).toEqual(['概况', '职能', '机构', '决算说明', '2023年度收入情况']);
    expect(sections.of(3)).toBe('');
  });

  test('the title of a part may stand in the line below its number, or go on there', () => {
    expect(outline('第一部分', '某局概况', PROSE, '第二部分 某局办公室', '2023年度部门决算表', PROSE)).toEqual([
      '1 第一部分|某局概况',
      '1 第二部分|某局办公室2023年度部门决算表',
    ]);
    expect(outline('第三部分 情况说明', '另附报告', PROSE, '第四部分', '一、名词解释', PROSE)).toEqual([
      '1 第三部分|情况说明',
      '1 第四部分|',
      '2 一|名词解释',
    ]);
  });

  test('entries with dots or a page field are no sections', () => {
    expect(outline('一、概况..........3', '二、说明……………5', '三、附表 PAGEREF _Toc1 \\h 7', '一、概况', PROSE)).toEqual(
      ['1 一|概况'],
    );
  });

  test('several reports of one form keep their sections', () => {
    const report = ['一、项目概况', '（一）立项', '（二）目标', '好。', '二、结论', PROSE];
    expect(outline('总报告', PROSE, PROSE, PROSE, PROSE, ...report, ...report)).toHaveLength(8);
  });

  test('a block belongs to the innermost section before it', () => {
    const sections = findSections(
      documentOf('前言', '第一部分 概况', PROSE, '一、职能', PROSE, '（一）内设', PROSE, '二、机构', PROSE),
    );
    expect(sections.of(0)).toBe('');
    expect(sections.pathOf(6).map(({ title }) => title)).toEqual(['概况', '职能', '内设']);
    expect(sections.pathOf(8).map(({ title }) => title)).toEqual(['概况', '机构']);
    expect(sections.pathOf(0)).toEqual([]);
  });

  test.each(['第 '.repeat(50_000), '.'.repeat(100_000), ' '.repeat(100_000), '一、'.repeat(50_000)])(
    '100 kB of one thing takes bounded time',
    (text) => {
      expect(outline(text)).toEqual([]);
    },
    2_000,
  );
});
