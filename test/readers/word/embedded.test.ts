import { CFB, utils, write } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { docx, paragraph, relationship, row, run, table, text } from './docx.ts';
import { readWordFile } from './read-word-file.ts';

const ROWS = [
  ['项目', '决算数'],
  ['教育支出', '12.50'],
  ['本年支出合计', '12.50'],
];

type Sheets = Readonly<Record<string, readonly (readonly string[])[]>>;

function workbook(sheets: Sheets, bookType: 'xlsx' | 'biff8'): Uint8Array {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((cells) => [...cells])), name);
  }
  return new Uint8Array(write(book, { type: 'buffer', bookType }));
}

/** As Word keeps what its programs save in a container of their own. */
function wrapped(content: Uint8Array): Uint8Array {
  const container = CFB.utils.cfb_new({});
  CFB.utils.cfb_add(container, '/Package', content);
  return new Uint8Array(CFB.write(container, { type: 'buffer' }) as Uint8Array);
}

/** The workbook with a note of the area that is shown of it. */
function showing(area: string, content: Uint8Array): Uint8Array {
  const container = CFB.read(Buffer.from(content), { type: 'buffer' });
  const part = CFB.find(container, '/xl/workbook.xml');
  if (part === null) throw new Error('the workbook has no main part');
  const xml = Buffer.from(part.content as Uint8Array).toString('utf8');
  CFB.utils.cfb_add(
    container,
    '/xl/workbook.xml',
    Buffer.from(xml.replace('</workbook>', `<oleSize ref="${area}"/>$&`)),
  );
  return new Uint8Array(CFB.write(container, { fileType: 'zip', type: 'buffer' }) as Uint8Array);
}

const object = (attributes = '') =>
  run('') +
  `<w:r><w:object><o:OLEObject Type="Embed" ProgID="Excel.Sheet.12" DrawAspect="Content" r:id="x"${attributes}/></w:object></w:r>`;

function documentWith(content: Uint8Array, body = paragraph(object()), type = 'package') {
  const name = type === 'package' ? 'embeddings/sheet.xlsx' : 'embeddings/object.bin';
  return readWordFile(
    docx({
      body: text('支出决算表') + body + text('以上为全部支出。'),
      relationships: relationship(type, name, 'x'),
      files: { [`word/${name}`]: content },
    }),
  );
}

describe('a workbook that is embedded in a Word document', () => {
  test.each([
    ['as a package', workbook({ 支出: ROWS }, 'xlsx'), 'package'],
    ['as a package in an object file', wrapped(workbook({ 支出: ROWS }, 'xlsx')), 'oleObject'],
    ['in the older format', workbook({ 支出: ROWS }, 'biff8'), 'oleObject'],
  ])('%s is read as the table it shows, where it stands', async (_, content, type) => {
    const { blocks, reasons } = await documentWith(content, paragraph(object()), type);
    expect(reasons).toEqual([]);
    expect(blocks.map(({ kind, index }) => [kind, index])).toEqual([
      ['paragraph', 0],
      ['table', 1],
      ['paragraph', 2],
    ]);
    const shown = blocks.find((block) => block.kind === 'table');
    expect(shown?.cells.map((cell) => cell.text)).toEqual(ROWS.flat());
    expect(shown?.cells[3]?.place).toEqual({ block: 1, start: 0, end: 5 });
    expect(shown).not.toHaveProperty('caption');
  });

  test('shows the area that its program saved as shown: what is worked out beside it is no part of the document', async () => {
    const rows = ROWS.map((cells) => [...cells, '草稿']);
    const { blocks } = await documentWith(showing('A1:B3', workbook({ 支出: rows }, 'xlsx')));
    const shown = blocks.find((block) => block.kind === 'table');
    expect(shown?.cells.map((cell) => cell.text)).toEqual(ROWS.flat());
  });

  test('stands behind the table in a cell of which it stands', async () => {
    const others = ['收入来源一般公共预算财政拨款', '结余分配以及年末结转和结余'].map((name) =>
      row([name, '详见所附说明']),
    );
    const holder = table(row(['名称', '内容']), row(['支出', paragraph(object())]), ...others);
    const { blocks } = await documentWith(workbook({ 支出: ROWS }, 'xlsx'), holder);
    const tables = blocks.filter((block) => block.kind === 'table');
    expect(tables.map(({ cells }) => cells.some((cell) => cell.text === '教育支出'))).toEqual([false, true]);
  });

  test.each([
    ['of several sheets with texts, one of which is shown', workbook({ 甲: ROWS, 乙: ROWS }, 'xlsx'), ''],
    ['shown as an icon', workbook({ 支出: ROWS }, 'xlsx'), 'Icon'],
    ['that cannot be opened', new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]), ''],
    ['in a damaged container', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), ''],
  ])('%s is told to be unread', async (_, content, aspect) => {
    const body = aspect === '' ? object() : object().replace('"Content"', `"${aspect}"`);
    const { blocks, reasons } = await documentWith(content, paragraph(body));
    expect(reasons).toMatchObject([{ code: 'embedded-object' }]);
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph']);
  });
});
