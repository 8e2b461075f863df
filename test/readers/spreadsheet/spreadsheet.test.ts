import { utils } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { document as documentSchema } from '../../../schemas/index.ts';
import { bookFrom, bytesOf, outline, readBook, sheetFrom, tables, type Value, withPart } from './make-workbook.ts';

const FORM: readonly (readonly Value[])[] = [
  ['收入决算表', null, null],
  ['部门：清河市档案馆', null, '单位：万元'],
  ['项目', '本年收入合计', '其他收入'],
  ['合计', 14.44, 0],
];

async function texts(
  rows: readonly (readonly Value[])[],
  formats: Readonly<Record<string, string>> = {},
): Promise<string[]> {
  const sheet = sheetFrom(rows);
  for (const [cell, format] of Object.entries(formats)) sheet[cell].z = format;
  const { blocks } = await readBook(bytesOf(bookFrom({ 表: sheet })));
  return tables(blocks).flatMap(({ cells }) => cells.map(({ text }) => text));
}

describe('a sheet is lines of text and tables', () => {
  test('a title above a table is a line, unit and header rows are in the table', async () => {
    const { blocks } = await readBook(bytesOf(bookFrom({ Sheet1: sheetFrom(FORM) })));
    expect(outline(blocks)).toEqual(['paragraph 收入决算表', 'table 3x3']);
  });

  test('places are sheet and cell; a merged cell is a range', async () => {
    const sheet = sheetFrom(FORM, { '!merges': [utils.decode_range('A1:C1'), utils.decode_range('A2:B2')] });
    const { blocks } = await readBook(bytesOf(bookFrom({ Z03: sheet })));
    expect(blocks[0]).toMatchObject({ spans: [{ place: { sheet: 'Z03', cell: 'A1:C1' } }] });
    expect(tables(blocks)[0]).toMatchObject({ place: { sheet: 'Z03', cell: 'A2:C4' }, caption: 'Z03' });
    expect(tables(blocks)[0]?.cells[0]).toMatchObject({ cs: 2, place: { sheet: 'Z03', cell: 'A2:B2' } });
  });

  test('two forms on one sheet, with a title each, are two tables', async () => {
    const rows = [...FORM, [null], ['支出决算表', null, null], ['项目', '本年支出合计', '基本支出'], ['合计', 9, 9]];
    const { blocks } = await readBook(bytesOf(bookFrom({ Sheet1: sheetFrom(rows) })));
    expect(outline(blocks)).toEqual(['paragraph 收入决算表', 'table 3x3', 'paragraph 支出决算表', 'table 2x3']);
  });

  test('two forms on one sheet, parted by a blank row only, are two tables', async () => {
    const rows = [...FORM, [null], ['科目', '年初数', '年末数'], ['流动资产', 9, 9]];
    const { blocks } = await readBook(bytesOf(bookFrom({ Sheet1: sheetFrom(rows) })));
    expect(outline(blocks).slice(1)).toEqual(['table 3x3', 'table 2x3']);
  });

  test('blank rows inside a form do not divide it', async () => {
    const rows = [
      ...FORM,
      [null],
      ['一般公共服务支出'],
      ['行政运行', 14.44, 0],
      [null],
      ['注：本表反映本年收入情况。'],
    ];
    const { blocks } = await readBook(bytesOf(bookFrom({ Sheet1: sheetFrom(rows) })));
    expect(outline(blocks).slice(1)).toEqual(['table 5x3', 'paragraph 注：本表反映本年收入情况。']);
  });

  test('a blank form keeps its rows of labels', async () => {
    const rows = [
      ['项目', '预算数', '决算数'],
      ['一、财政拨款收入'],
      ['二、其他收入'],
      [null],
      [null],
      ['本年收入合计'],
    ];
    const { blocks } = await readBook(bytesOf(bookFrom({ Sheet1: sheetFrom(rows) })));
    expect(outline(blocks)).toEqual(['table 4x3']);
  });

  test('a chapter in one cell is as many paragraphs as it has lines', async () => {
    const cell = '一、收入决算情况说明\n  2023年度收入合计14.44万元。\n\n二、支出决算情况说明\n  支出合计14.44万元。';
    const { blocks } = await readBook(bytesOf(bookFrom({ Sheet1: sheetFrom([[cell]]) })));
    expect(outline(blocks)).toEqual([
      'heading 一、收入决算情况说明',
      'paragraph 2023年度收入合计14.44万元。',
      'heading 二、支出决算情况说明',
      'paragraph 支出合计14.44万元。',
    ]);
  });

  test('names of several sheets are headings, unless a program gave them', async () => {
    const book = bookFrom({ 封面: sheetFrom([['清河市档案馆']]), 收入: sheetFrom(FORM), Sheet3: sheetFrom(FORM) });
    const { blocks } = await readBook(bytesOf(book));
    expect(outline(blocks).filter((line) => line.startsWith('heading'))).toEqual(['heading 收入']);
  });

  test.each(['xlsx', 'biff8', 'xlml'] as const)('%s says the same', async (bookType) => {
    const document = await readBook(bytesOf(bookFrom({ Z03: sheetFrom(FORM) }), bookType));
    expect(documentSchema.parse(document).reasons).toEqual([]);
    expect(tables(document.blocks)[0]?.cells.map(({ text }) => text)).toEqual([
      ...['部门：清河市档案馆', '', '单位：万元', '项目', '本年收入合计', '其他收入', '合计', '14.44', '0'],
    ]);
  });
});

describe('a cell is the text it shows', () => {
  test.each<[number, string, string]>([
    [2855.846, '#,##0.00', '2,855.85'],
    [28558460, '0!.00,"千元"', '285.58千元'],
    [28558460, '0!.0,', '2855.8'],
    [28558460, '0"."0000', '2855.8460'],
    [28558460, '#,##0!.0,_ ;[Red]-#,##0!.0,', '2,855.8'],
    [28558460, '#,##0.00,,"百万元"', '28.56百万元'],
    [1234567, '#,##0', '1,234,567'],
    [0, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', '-'],
    [-3, '#,##0.00_);[Red](#,##0.00)', '(3.00)'],
    [0.995, '0.00%', '99.50%'],
    [5, '[$¥-804]#,##0.00', '¥5.00'],
    [3.5, 'G/通用格式', '3.5'],
    [45000, 'yyyy"年"m"月"d"日"', '2023年3月15日'],
    [7, '[DBNum2][$-804]General', '7'],
  ])('%d in the format %s', async (value, format, shown) => {
    const [, text] = await texts(
      [
        ['数', value],
        ['另一', 1],
      ],
      { B1: format },
    );
    expect(text).toBe(shown);
  });

  test('blank, zero, text number and zero hidden by its format are four things', async () => {
    expect(
      await texts(
        [
          ['甲', null, 0, '0.00', 0],
          ['乙', 1, 1, 1, 1],
        ],
        { E1: '0.00;-0.00;' },
      ),
    ).toEqual(['甲', '', '0', '0.00', '', '乙', '1', '1', '1', '1']);
  });

  test('a format that nothing understands leaves the number, and is told', async () => {
    const sheet = sheetFrom([
      ['数', 5],
      ['另一', 1],
    ]);
    sheet.B1.z = 'QQ0.0';
    const { blocks, reasons } = await readBook(bytesOf(bookFrom({ 表: sheet })));
    expect(tables(blocks)[0]?.cells[1]?.text).toBe('5');
    expect(reasons).toMatchObject([{ code: 'unknown-number-format', message: expect.stringContaining('B1') }]);
  });

  test('dates counted from 1904 are what they show', async () => {
    const sheet = sheetFrom([
      ['编制日期', 43538],
      ['页', 1],
    ]);
    sheet.B1.z = 'yyyy-mm-dd';
    const book = bookFrom({ 表: sheet });
    book.Workbook = { WBProps: { date1904: true } };
    const { blocks } = await readBook(bytesOf(book));
    expect(tables(blocks)[0]?.cells[1]?.text).toBe('2023-03-15');
  });

  test('errors are shown as such', async () => {
    const sheet = sheetFrom([
      ['合计', null],
      ['乙', 1],
    ]);
    sheet.B1 = { t: 'e', v: 0x17 };
    const { blocks } = await readBook(bytesOf(bookFrom({ 表: sheet })));
    expect(tables(blocks)[0]?.cells[1]?.text).toBe('#REF!');
  });

  test('a formula shows the value it had when the file was saved', async () => {
    const sheet = sheetFrom([
      ['合计', 3],
      ['乙', 1],
    ]);
    sheet.B1.f = 'B2*3';
    const { blocks, reasons } = await readBook(bytesOf(bookFrom({ 表: sheet })));
    expect([tables(blocks)[0]?.cells[1]?.text, reasons]).toEqual(['3', []]);
  });

  test.each(['<f>SUM(B2:B3)</f>', '<f>SUM(B2:B3)</f><v/>', '<f>SUM(B2:B3)</f><v></v>'])(
    'a formula saved without a value is not a zero: %s',
    async (formula) => {
      const plain = bytesOf(
        bookFrom({
          表: sheetFrom([
            ['合计', 777],
            ['乙', 1],
          ]),
        }),
      );
      const bytes = withPart(plain, 'xl/worksheets/sheet1.xml', (xml) => xml.replace('<v>777</v>', formula));
      const { blocks, reasons } = await readBook(bytes);
      expect(tables(blocks)[0]?.cells[1]?.text).toBe('=SUM(B2:B3)');
      expect(reasons).toMatchObject([{ code: 'formula-not-calculated', message: expect.stringContaining('B1') }]);
    },
  );
});

describe('what is hidden is left out and told', () => {
  const rows: readonly (readonly Value[])[] = [
    ['项目', '旧数', '决算数'],
    ['甲', 1, 2],
    ['乙', 3, 4],
  ];

  test('rows and columns', async () => {
    const sheet = sheetFrom(rows, { '!rows': [{}, { hidden: true }], '!cols': [{}, { hidden: true }] });
    const { blocks, reasons } = await readBook(bytesOf(bookFrom({ 表: sheet })));
    expect(tables(blocks)[0]?.cells.map(({ text }) => text)).toEqual(['项目', '决算数', '乙', '4']);
    expect(reasons.map(({ code }) => code)).toEqual(['hidden-rows', 'hidden-columns']);
    expect(reasons[1]?.message).toContain('columns B');
  });

  test('hidden columns of an .xls', async () => {
    const sheet = sheetFrom(rows, { '!cols': [{}, { hidden: true }] });
    const { reasons } = await readBook(bytesOf(bookFrom({ 表: sheet }), 'biff8'));
    expect(reasons.map(({ code }) => code)).toEqual(['hidden-columns']);
  });

  test('rows and columns without texts are nothing to speak of', async () => {
    const sheet = sheetFrom(rows, {
      '!rows': [{}, {}, {}, { hidden: true }],
      '!cols': [{}, {}, {}, { hidden: true }],
    });
    expect((await readBook(bytesOf(bookFrom({ 表: sheet })))).reasons).toEqual([]);
  });

  test('sheets, hidden or very hidden', async () => {
    const book = bookFrom({ 表: sheetFrom(rows), 底稿: sheetFrom(rows), 参数: sheetFrom([['甲']]), 空: sheetFrom([]) });
    book.Workbook = { Sheets: [{}, { Hidden: 1 }, { Hidden: 2 }, { Hidden: 1 }] };
    for (const bookType of ['xlsx', 'biff8'] as const) {
      const { blocks, reasons } = await readBook(bytesOf(book, bookType));
      expect(tables(blocks)).toHaveLength(1);
      expect(reasons.map(({ code, message }) => `${code} ${message}`)).toEqual([
        'hidden-sheet sheet 底稿 is hidden and was left out',
        'hidden-sheet sheet 参数 is hidden and was left out',
      ]);
    }
  });

  test('a merged cell whose first column is hidden shows its text in the next', async () => {
    const sheet = sheetFrom(
      [
        ['表头', null, '数'],
        ['甲', '丙', 2],
      ],
      {
        '!merges': [utils.decode_range('A1:B1')],
        '!cols': [{ hidden: true }],
      },
    );
    const { blocks } = await readBook(bytesOf(bookFrom({ 表: sheet })));
    expect(tables(blocks)[0]?.cells.map(({ text }) => text)).toEqual(['表头', '数', '丙', '2']);
  });

  test('what is written under a merged cell is not shown', async () => {
    const sheet = sheetFrom(
      [
        ['甲', '被盖住', 1],
        ['乙', '丙', 2],
      ],
      { '!merges': [utils.decode_range('A1:B1')] },
    );
    const { blocks } = await readBook(bytesOf(bookFrom({ 表: sheet })));
    expect(tables(blocks)[0]?.cells.map(({ text }) => text)).toEqual(['甲', '1', '乙', '丙', '2']);
  });
});
