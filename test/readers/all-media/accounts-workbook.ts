import type { BookType, Range, WorkSheet } from '@e965/xlsx';
import type { SampleDocument, SampleTable } from '../../../scripts/samples/document.ts';
import { headerGrid } from '../../../scripts/samples/grid.ts';
import { bookFrom, bytesOf, sheetFrom, type Value } from '../spreadsheet/make-workbook.ts';

/** The accounts of an invented unit as a workbook: the narrative on sheets of text, each form on a sheet of its own. */
export function accountsWorkbook({ title, blocks }: SampleDocument, bookType: BookType): Uint8Array<ArrayBuffer> {
  const sheets: Record<string, WorkSheet> = {};
  let lines: string[] = [title];
  const turnPage = (): void => {
    if (lines.length > 0) sheets[`说明${Object.keys(sheets).length + 1}`] = sheetFrom(lines.map((line) => [line]));
    lines = [];
  };
  for (const block of blocks) {
    if (block.kind !== 'table') lines.push(block.text);
    else {
      turnPage();
      sheets[`Z${String(Object.keys(sheets).length + 1).padStart(2, '0')}`] = formSheet(block);
    }
  }
  turnPage();
  return bytesOf(bookFrom(sheets), bookType);
}

function formSheet(table: SampleTable): WorkSheet {
  const columns = table.widths.length;
  const line = (text: string, at = 0): Value[] =>
    Array.from({ length: columns }, (_, c) => (c === at && text !== '' ? text : null));
  const above = [
    ...(table.mark === '' ? [] : [line(table.mark)]),
    line(table.title),
    ...(table.unit === '' ? [] : [line(`单位：${table.unit}`, columns - 1)]),
  ];
  const header = table.header.map((): Value[] => line(''));
  const merges: Range[] = [];
  for (const { r, c, rs, cs, text } of headerGrid(table)) {
    const row = header[r];
    if (row) row[c] = text;
    if (rs * cs > 1) merges.push({ s: { r: above.length + r, c }, e: { r: above.length + r + rs - 1, c: c + cs - 1 } });
  }
  const rows = table.rows.map((row) => row.map((text): Value => (text === '' ? null : text)));
  const notes = table.notes.map((note) => line(note));
  return sheetFrom([...above, ...header, ...rows, ...notes], { '!merges': merges });
}
