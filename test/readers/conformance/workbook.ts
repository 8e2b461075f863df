import { type BookType, type CellObject, type Range, utils, type WorkSheet, write } from '@e965/xlsx';
import type { DocumentSpec, SpecBlock } from './spec.ts';

/** The disclosure on one sheet, as people type it: text over the width of the tables, a blank row between blocks. */
export function asWorkbook(bookType: BookType): (spec: DocumentSpec) => Uint8Array {
  return ({ blocks }) => {
    const book = utils.book_new();
    utils.book_append_sheet(book, sheetOf(blocks), 'Sheet1');
    return new Uint8Array(write(book, { bookType, type: 'buffer' }));
  };
}

export function sheetOf(blocks: readonly SpecBlock[]): WorkSheet {
  const sheet: WorkSheet = {};
  const merges: Range[] = [];
  const width = Math.max(5, ...blocks.map(widthOf));
  let r = 0;
  const put = (row: number, c: number, text: string, span: { rows: number; columns: number }): void => {
    if (text !== '') sheet[utils.encode_cell({ r: row, c })] = cellOf(text);
    if (span.rows * span.columns > 1) {
      merges.push({ s: { r: row, c }, e: { r: row + span.rows - 1, c: c + span.columns - 1 } });
    }
  };
  for (const block of blocks) {
    if (block.kind !== 'table') put(r, 0, block.text, { rows: 1, columns: width });
    for (const row of block.kind === 'table' ? block.rows : []) {
      let c = 0;
      for (const { text, rows = 1, columns = 1 } of row) {
        put(r, c, text, { rows, columns });
        c += columns;
      }
      r += 1;
    }
    r += block.kind === 'table' ? 1 : 2;
  }
  sheet['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r, c: width - 1 } });
  sheet['!merges'] = merges;
  return sheet;
}

/** Amounts are numbers with a format, as accountants enter them. */
function cellOf(text: string): CellObject {
  if (!/^[\d,]{1,12}\.\d{2}$/.test(text)) return { t: 's', v: text };
  return { t: 'n', v: Number(text.replaceAll(',', '')), z: '#,##0.00' };
}

function widthOf(block: SpecBlock): number {
  if (block.kind !== 'table') return 1;
  return Math.max(...block.rows.map((row) => row.reduce((sum, { columns = 1 }) => sum + columns, 0)));
}
