import { CFB, utils } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { extract } from '../../../extractors/extract.ts';
import { read } from '../../../extractors/readers/index.ts';
import { bookFrom, bytesOf, outline, readBook, sheetFrom, tables, withPart, zipOfZeros } from './make-workbook.ts';

const plain = (): Uint8Array<ArrayBuffer> =>
  bytesOf(
    bookFrom({
      表: sheetFrom([
        ['项目', '金额'],
        ['合计', 3],
        ['甲', 3],
      ]),
    }),
  );

describe('workbooks that are made to break a program are bounded, and what is read is right', () => {
  test('a million rows that are formatted and empty cost little', async () => {
    const rows = Array.from(
      { length: 1_000_000 },
      (_, i) => `<row r="${i + 4}" ht="12"><c r="A${i + 4}" s="0"/></row>`,
    );
    const bytes = withPart(plain(), 'xl/worksheets/sheet1.xml', (xml) =>
      xml.replace('</sheetData>', `${rows.join('')}</sheetData>`),
    );
    const begun = process.cpuUsage().user;
    const { blocks, reasons } = await readBook(bytes);
    expect([outline(blocks), reasons]).toEqual([['table 3x2'], []]);
    expect((process.cpuUsage().user - begun) / 1e6).toBeLessThan(30);
  });

  test.each(['xlsx', 'biff8'] as const)(
    'a cell merged over the whole sheet covers what the sheet uses (%s)',
    async (bookType) => {
      const sheet = sheetFrom([['项目'], [null, '金额']], { '!merges': [utils.decode_range('A1:XFD1048576')] });
      const { blocks } = await readBook(bytesOf(bookFrom({ 表: sheet }), bookType));
      expect(outline(blocks)).toEqual(['paragraph 项目']);
    },
  );

  test('merges of a workbook written as XML are not filled with cells', async () => {
    const text = new TextDecoder().decode(
      bytesOf(
        bookFrom({
          表: sheetFrom([
            ['项目', '金额'],
            ['甲', 3],
          ]),
        }),
        'xlml',
      ),
    );
    const wide = text.replace('<Cell', '<Cell ss:MergeAcross="16383" ss:MergeDown="1048575"');
    const { blocks } = await readBook(new TextEncoder().encode(wide));
    expect(outline(blocks).length).toBeLessThanOrEqual(2);
  });

  test('cells in the last corner of a sheet make no table of its size', async () => {
    const sheet = sheetFrom([
      ['项目', '金额'],
      ['合计', 3],
    ]);
    sheet.XFD1048576 = { t: 's', v: '角' };
    sheet['!ref'] = 'A1:XFD1048576';
    const bytes = withPart(plain(), 'xl/worksheets/sheet1.xml', (xml) =>
      xml.replace('</sheetData>', '<row r="1048576"><c r="XFD1048576" t="str"><v>角</v></c></row></sheetData>'),
    );
    const { blocks } = await readBook(bytes);
    expect(outline(blocks)).toEqual(['table 3x2', 'paragraph 角']);
  });

  test('overlapping merges lose no text', async () => {
    const sheet = sheetFrom(
      [
        ['甲', '乙', '丙'],
        ['丁', '戊', '己'],
      ],
      {
        '!merges': [utils.decode_range('A1:A2'), utils.decode_range('B1:C1'), utils.decode_range('C1:C2')],
      },
    );
    const { blocks } = await readBook(bytesOf(bookFrom({ 表: sheet })));
    for (const { rows, columns, cells } of tables(blocks)) {
      expect(cells.reduce((sum, { rs, cs }) => sum + rs * cs, 0)).toBe(rows * columns);
    }
  });

  test('names of JavaScript are headers like others', async () => {
    const rows = [
      ['项目', '__proto__', 'constructor'],
      ['合计', 1, 2],
      ['toString', 1, 2],
    ];
    for (const bookType of ['xlsx', 'biff8'] as const) {
      const document = await readBook(
        bytesOf(bookFrom({ 表: sheetFrom(rows), hasOwnProperty: sheetFrom(rows) }), bookType),
      );
      expect(tables(document.blocks)[0]?.cells[1]?.text).toBe('__proto__');
      expect(() => extract(document, { sha256: '0'.repeat(64), source: '__proto__' })).not.toThrow();
    }
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe('workbooks that cannot be read say why and what to do', () => {
  const refusal = (bytes: Uint8Array) =>
    read({ bytes: new Uint8Array(bytes), sha256: '0'.repeat(64), source: '决算.xls' });

  test('a package that unpacks to more than any disclosure', async () => {
    const { openWorkbook } = await import('../../../extractors/readers/spreadsheet/open-workbook.ts');
    expect(() => openWorkbook(zipOfZeros('xl/worksheets/sheet1.xml', 300 * 1024 * 1024))).toThrow(
      expect.objectContaining({ code: 'too-large', remedy: expect.stringMatching(/\w/) }),
    );
  });

  test('a package that is cut off', async () => {
    const whole = plain();
    await expect(refusal(whole.subarray(0, whole.length - 200))).rejects.toMatchObject({ code: 'damaged' });
  });

  test('an encrypted .xlsx', async () => {
    const container = CFB.utils.cfb_new();
    CFB.utils.cfb_add(container, '/EncryptedPackage', Buffer.alloc(4096, 7));
    CFB.utils.cfb_add(container, '/EncryptionInfo', Buffer.alloc(200, 1));
    const bytes = new Uint8Array(CFB.write(container, { type: 'buffer' }));
    await expect(refusal(bytes)).rejects.toMatchObject({
      code: 'encrypted',
      remedy: expect.stringContaining('password'),
    });
  });

  test('an encrypted .xls', async () => {
    const container = CFB.read(bytesOf(bookFrom({ 表: sheetFrom([['甲', 1]]) }), 'biff8'), { type: 'buffer' });
    const stream = CFB.find(container, '/Workbook');
    const content = Buffer.from(stream.content);
    const first = 4 + content.readUInt16LE(2);
    // FilePass (MS-XLS 2.4.117), RC4: the records behind it are encrypted
    const filePass = Buffer.alloc(4 + 54);
    filePass.writeUInt16LE(0x2f, 0);
    filePass.writeUInt16LE(54, 2);
    filePass.writeUInt16LE(1, 4);
    filePass.writeUInt16LE(1, 6);
    filePass.writeUInt16LE(1, 8);
    stream.content = Buffer.concat([content.subarray(0, first), filePass, content.subarray(first)]);
    stream.size = stream.content.length;
    const bytes = new Uint8Array(CFB.write(container, { type: 'buffer' }));
    await expect(refusal(bytes)).rejects.toMatchObject({ code: 'encrypted' });
  });

  test('a workbook that shows nothing', async () => {
    const { blocks, reasons } = await readBook(bytesOf(bookFrom({ 表: sheetFrom([]) })));
    expect([blocks, reasons.map(({ code }) => code)]).toEqual([[], ['no-text']]);
  });

  test('an OpenDocument spreadsheet asks for the converter', async () => {
    const bytes = bytesOf(
      bookFrom({
        表: sheetFrom([
          ['项目', '金额'],
          ['甲', 1],
        ]),
      }),
      'ods',
    );
    await expect(refusal(bytes)).rejects.toMatchObject({ code: 'needs-converter' });
    const document = await read(
      { bytes, sha256: '0'.repeat(64), source: '决算.ods' },
      { converter: async () => plain(), recognizer: null },
    );
    expect([outline(document.blocks), document.aids]).toEqual([['table 3x2'], ['converter']]);
  });
});

describe('files that only call themselves .xls', () => {
  test.each([
    [
      'a web page',
      '<html><body><table border="1"><tr><td>项目</td><td>金额</td></tr><tr><td>甲</td><td>1</td></tr></table></body></html>',
    ],
    ['comma-separated values', '项目,金额\r\n甲,1\r\n乙,2\r\n'],
    ['a table with tabs', '项目\t金额\n甲\t1\n'],
  ])('%s', async (_what, text) => {
    const { blocks, reasons } = await readBook(new TextEncoder().encode(text));
    expect([blocks.map(({ kind }) => kind), reasons]).toEqual([['table'], []]);
  });

  test('GBK without a declaration', async () => {
    const gbk = Uint8Array.from([
      0xcf, 0xee, 0xc4, 0xbf, 0x2c, 0xbd, 0xf0, 0xb6, 0xee, 0x0a, 0xbc, 0xd7, 0x2c, 0x31, 0x0a, 0xd2, 0xd2, 0x2c, 0x32,
      0x0a,
    ]);
    const { blocks } = await readBook(gbk);
    expect(tables(blocks)[0]?.cells.map(({ text }) => text)).toEqual(['项目', '金额', '甲', '1', '乙', '2']);
  });
});
