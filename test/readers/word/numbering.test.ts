import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatNumber } from '../../../extractors/readers/word/number-formats.ts';
import { cell, docx, row, table, text } from './docx.ts';
import { readWordFile } from './read-word-file.ts';

const level = (ilvl: number, format: string, label: string, more = '') =>
  `<w:lvl w:ilvl="${ilvl}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${label}"/></w:lvl>`;
const definition = (id: number, levels: string, more = '') =>
  `<w:abstractNum w:abstractNumId="${id}">${more}${levels}</w:abstractNum>`;
const list = (id: number, of: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;
const item = (content: string, numId: number, ilvl = 0) =>
  text(content, `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${numId}"/></w:numPr>`);
const printed = async (body: string, numbering: string, styles = '') =>
  (await readWordFile(docx({ body, numbering, styles }))).blocks.map((block) =>
    block.kind === 'table' ? block.cells.map((each) => each.text).join('|') : block.text,
  );

const outline = definition(
  1,
  level(0, 'chineseCounting', '%1、') +
    level(1, 'chineseCountingThousand', '（%2）') +
    level(2, 'decimal', '%1.%3', '<w:isLgl/>'),
);

describe('numbers that Word makes are part of the text, as printed', () => {
  test('each level counts anew under the next item above', async () => {
    const body =
      item('收入', 1) +
      item('拨款', 1, 1) +
      item('其他', 1, 1) +
      item('支出', 1) +
      item('基本', 1, 1) +
      item('人员', 1, 2);
    expect(await printed(body, outline + list(1, 1))).toEqual([
      '一、收入',
      '（一）拨款',
      '（二）其他',
      '二、支出',
      '（一）基本',
      '2.1 人员',
    ]);
  });

  test('lists of one definition count together, unless one starts anew', async () => {
    const anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
    const lists = outline + list(1, 1) + list(2, 1) + list(3, 1, anew);
    expect(await printed(item('甲', 1) + item('乙', 2) + item('丙', 3) + item('丁', 3), lists)).toEqual([
      '一、甲',
      '二、乙',
      '一、丙',
      '二、丁',
    ]);
  });

  test('by the style of the paragraph; list 0 takes one out', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="h"><w:name w:val="标题部分"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const levels = level(0, 'bullet', '\uf06c') + level(1, 'chineseCounting', '第%2部分', '<w:pStyle w:val="h"/>');
    const styled = (content: string, more = '') => text(content, `<w:pStyle w:val="h"/>${more}`);
    const body = styled('概况') + styled('附注', '<w:numPr><w:numId w:val="0"/></w:numPr>') + styled('决算表');
    expect(await printed(body, definition(1, levels) + list(1, 1), styles)).toEqual([
      '第一部分 概况',
      '附注',
      '第二部分 决算表',
    ]);
  });

  test('a definition that names a list style is the one that spells it out', async () => {
    const linked = definition(5, '', '<w:numStyleLink w:val="s"/>');
    const spelt = definition(6, level(0, 'decimalEnclosedCircle', '%1'), '<w:styleLink w:val="s"/>');
    expect(await printed(item('甲', 1), linked + spelt + list(1, 5))).toEqual(['① 甲']);
  });

  test('deleted paragraphs are not counted, bullets and unknown lists print nothing', async () => {
    const gone = text('', '<w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr>');
    const bullets = definition(2, level(0, 'bullet', '●')) + list(2, 2);
    const body = item('甲', 1) + gone + item('乙', 1) + item('丙', 2) + item('丁', 77);
    expect(await printed(body, outline + list(1, 1) + bullets)).toEqual(['一、甲', '二、乙', '丙', '丁']);
  });

  test('a column of numbers in a table has no other text', async () => {
    const numbered = cell(item('', 1));
    const digits = definition(1, level(0, 'decimal', '%1'));
    const body = table(row(['序号', '单位']), row([numbered, '甲']), row([numbered, '乙']));
    expect(await printed(body, digits + list(1, 1))).toEqual(['序号|单位|1|甲|2|乙']);
  });

  test('numbered headings are headings', async () => {
    const { blocks } = await readWordFile(docx({ body: item('收入决算情况', 1), numbering: outline + list(1, 1) }));
    expect(blocks).toMatchObject([{ kind: 'heading', level: 3, text: '一、收入决算情况' }]);
  });
});

describe('number formats', () => {
  test.each([
    ['chineseCounting', 10, '十'],
    ['chineseCountingThousand', 21, '二十一'],
    ['chineseCounting', 105, '一百零五'],
    ['chineseLegalSimplified', 12, '壹拾贰'],
    ['ideographDigital', 10, '一〇'],
    ['ideographTraditional', 3, '丙'],
    ['decimalEnclosedCircle', 20, '⑳'],
    ['decimalFullWidth', 12, '１２'],
    ['decimalZero', 7, '07'],
    ['lowerLetter', 28, 'bb'],
    ['upperRoman', 14, 'XIV'],
    ['numberInDash', 3, '- 3 -'],
    ['none', 3, ''],
    ['somethingNew', 3, '3'],
  ])('%s %i is %s', (format, value, text_) => {
    expect(formatNumber(value, format)).toBe(text_);
  });

  test('numbers below ten thousand in ideographs are all different and never end in zero', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 9999 }), (one, other) => {
        const [left, right] = [one, other].map((value) => formatNumber(value, 'chineseCounting'));
        expect(left === right).toBe(one === other);
        expect(left).not.toMatch(/零$|零零/);
      }),
    );
  });
});
