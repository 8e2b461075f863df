import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Cell } from '../rows.ts';
import { encoder } from './repeated.ts';
import { inPieces, type Table } from './table.ts';
import { cellXml, columnLetters } from './xlsx-cells.ts';
import { PARTS } from './xlsx-parts.ts';

/** Rows of a sheet beside its header; what is more goes on in the next sheet. */
const ROWS_PER_SHEET = 1_048_575;

/** The oldest time a zip archive can state, in local time as zip has it: the same bytes in every time zone. */
const NO_TIME = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true } as const;

/** An Excel workbook of one table. */
export function xlsx(table: Table, options: WorkbookOptions = {}): AsyncGenerator<Uint8Array> {
  return workbook([table], options);
}

interface WorkbookOptions {
  readonly rowsPerSheet?: number;
}

/**
 * An Excel workbook (Office Open XML), written as a stream: table after table, each on as many sheets as it needs, then the
 * parts that name them. Numbers are numbers, text is always text.
 */
export async function* workbook(
  tables: readonly Table[],
  { rowsPerSheet = ROWS_PER_SHEET }: WorkbookOptions = {},
): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const sheets: string[] = [];
  const waiting = tables.map(unwritten);

  function addSheet(): void {
    const table = waiting[0];
    if (table === undefined) {
      finish();
      return;
    }
    table.sheets += 1;
    sheets.push(table.sheets === 1 ? table.name : `${table.name} ${table.sheets}`);
    const sheet = Readable.from(inPieces(sheetXml(table, rowsPerSheet)), { objectMode: false });
    sheet.on('end', () => {
      if (table.next.done) waiting.shift();
      addSheet();
    });
    zip.addReadStream(sheet, `xl/worksheets/sheet${sheets.length}.xml`, NO_TIME);
  }

  function finish(): void {
    const add = (name: string, xml: string) => zip.addBuffer(Buffer.from(xml), name, NO_TIME);
    add('[Content_Types].xml', PARTS.contentTypes(sheets.length));
    add('_rels/.rels', PARTS.relationships);
    add('xl/workbook.xml', PARTS.workbook(sheets));
    add('xl/_rels/workbook.xml.rels', PARTS.workbookRelationships(sheets.length));
    add('xl/styles.xml', PARTS.styles);
    zip.end();
  }

  const output = zip.outputStream as Readable;
  zip.on('error', (error: Error) => output.destroy(error));
  addSheet();
  try {
    for await (const piece of output) yield piece as Uint8Array;
  } finally {
    for (const { rows } of waiting) rows.return?.();
  }
}

/** A table with the row that is written next, and the number of sheets it has begun. */
type Unwritten = Omit<Table, 'rows'> & {
  readonly rows: Iterator<readonly Cell[]>;
  next: IteratorResult<readonly Cell[]>;
  sheets: number;
};

function unwritten(table: Table): Unwritten {
  const rows = table.rows[Symbol.iterator]();
  return { ...table, rows, next: rows.next(), sheets: 0 };
}

function* sheetXml(table: Unwritten, most: number): Generator<string> {
  const { columns, widths = [] } = table;
  const wraps = widths.length > 0;
  const encoded = encoder((cell, column) => cellXml(cell, columns[column]?.type ?? 'text', { wraps }));
  yield PARTS.sheetStart(widths);
  yield rowXml(columns.map(({ name }) => cellXml(name, 'text', { isHeader: true })).join(''));
  for (let count = 0; !table.next.done && count < most; count++) {
    yield rowXml(table.next.value.map(encoded).join(''));
    table.next = table.rows.next();
  }
  yield PARTS.sheetEnd(columnLetters(columns.length));
}

function rowXml(cells: string): string {
  return `<row>${cells}</row>`;
}
