import { read, utils } from '@e965/xlsx';
import { expect, test } from 'vitest';
import type { Column } from '../../../pipeline/exports/datasets.ts';
import { csv } from '../../../pipeline/exports/formats/csv.ts';
import { jsonl } from '../../../pipeline/exports/formats/jsonl.ts';
import type { Table } from '../../../pipeline/exports/formats/table.ts';
import { xlsx } from '../../../pipeline/exports/formats/xlsx.ts';
import { cellXml, columnLetters } from '../../../pipeline/exports/formats/xlsx-cells.ts';
import type { Cell } from '../../../pipeline/exports/rows.ts';

const column = (name: string, type: Column['type'] = 'text'): Column => ({ name, type, zh: name, en: name });

function tableOf(columns: readonly Column[], ...rows: (readonly Cell[])[]): Table {
  return { name: 'facts', columns, rows };
}

async function bytesOf(pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

const textOf = async (pieces: Iterable<Uint8Array>) => (await bytesOf(pieces)).toString();

test('CSV has a header, CRLF, and quotes where commas, quotes, line ends or outer spaces need them', async () => {
  const table = tableOf([column('a'), column('b')], ['x,y', '说"甲"'], ['line\nend', null], [' in', 2]);
  expect(await textOf(csv(table))).toBe('a,b\r\n"x,y","说""甲"""\r\n"line\nend",\r\n" in",2\r\n');
});

test('CSV for Excel begins with a byte order mark, also without rows', async () => {
  expect((await bytesOf(csv(tableOf([column('a')]), { bom: true }))).subarray(0, 3)).toEqual(
    Buffer.from([0xef, 0xbb, 0xbf]),
  );
});

test.each(['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\tx', '\rx', '＝1+1', '－其中'])(
  '%j is no formula in CSV',
  async (text) => {
    const [, line = ''] = (await textOf(csv(tableOf([column('a')], [text])))).split('\r\n');
    expect(line.replace(/^"/, '').startsWith("'")).toBe(true);
  },
);

test.each(['-12.50', '+3', '-0', '-7.5%'])('%j is a number and stays one in CSV', async (text) => {
  expect(await textOf(csv(tableOf([column('a', 'printed')], [text])))).toBe(`a\r\n${text}\r\n`);
});

test('JSON lines keep the order of columns, decimals as text, and what is absent', async () => {
  const table = tableOf([column('b', 'amount'), column('a', 'integer')], ['0.10', null]);
  expect(await textOf(jsonl(table))).toBe('{"b":"0.10","a":null}\n');
});

test('a workbook has numbers as numbers, text as text, and no formulas', async () => {
  const columns = [column('row'), column('value', 'amount')];
  const bytes = await bytesOf(xlsx(tableOf(columns, ['=HYPERLINK("x")', '-12.50'], ['a & b <c>\u0001', null])));
  const sheet = read(bytes).Sheets.facts ?? {};
  expect(sheet.A2).toMatchObject({ t: 's', v: '=HYPERLINK("x")' });
  expect(sheet.A2.f).toBeUndefined();
  expect(sheet.B2).toMatchObject({ t: 'n', v: -12.5 });
  expect(sheet.A3).toMatchObject({ v: 'a & b <c>\u{fffd}' });
});

test('text that begins like a formula is marked as quoted, so that editing it makes none', () => {
  expect(cellXml('=1+1', 'text')).toContain('s="2"');
  expect(cellXml('其中', 'text')).not.toContain(' s=');
});

test('a number of more digits than Excel computes with stays text', () => {
  expect(cellXml('1234567890123456.78', 'amount')).toContain('inlineStr');
  expect(cellXml('123456789012.345', 'amount')).toBe('<c><v>123456789012.345</v></c>');
});

test('more rows than a sheet holds go on in the next', async () => {
  const rows = Array.from({ length: 5 }, (_, n) => [n]);
  const book = read(await bytesOf(xlsx(tableOf([column('n', 'integer')], ...rows), { rowsPerSheet: 2 })));
  expect(book.SheetNames).toEqual(['facts', 'facts 2', 'facts 3']);
  const numbers = book.SheetNames.flatMap((name) => utils.sheet_to_json<{ n: number }>(book.Sheets[name] ?? {}));
  expect(numbers.map(({ n }) => n)).toEqual([0, 1, 2, 3, 4]);
});

test('columns after Z are AA, AB …', () => {
  expect([1, 26, 27, 52, 53, 703].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'AAA']);
});
