import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { inPieces, type Table } from './table.ts';
import { cellXml, columnLetters } from './xlsx-cells.ts';
import { PARTS } from './xlsx-parts.ts';

/** Rows of a sheet beside its header; what is more goes on in the next sheet. */
const ROWS_PER_SHEET = 1_048_575;

/** The oldest time a zip archive can state, in local time as zip has it: the same bytes in every time zone. */
const NO_TIME = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true } as const;

/**
 * An Excel workbook (Office Open XML), written as a stream: sheet after sheet, then the parts that name them. Numbers are
 * numbers, text is always text.
 */
export async function* xlsx(
  table: Table,
  { rowsPerSheet = ROWS_PER_SHEET }: { readonly rowsPerSheet?: number } = {},
): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const rows = table.rows[Symbol.iterator]();
  const sheets: string[] = [];
  let next = rows.next();

  function* sheetXml(): Generator<string> {
    yield PARTS.sheetStart;
    yield rowXml(table.columns.map(({ name }) => cellXml(name, 'text', true)).join(''));
    for (let count = 0; !next.done && count < rowsPerSheet; count++) {
      const row = next.value;
      yield rowXml(table.columns.map(({ type }, index) => cellXml(row[index] ?? null, type)).join(''));
      next = rows.next();
    }
    yield PARTS.sheetEnd(columnLetters(table.columns.length));
  }

  function addSheet(): void {
    const number = sheets.length + 1;
    sheets.push(number === 1 ? table.name : `${table.name} ${number}`);
    const sheet = Readable.from(inPieces(sheetXml()), { objectMode: false });
    sheet.on('end', () => (next.done ? finish() : addSheet()));
    zip.addReadStream(sheet, `xl/worksheets/sheet${number}.xml`, NO_TIME);
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
    rows.return?.();
  }
}

function rowXml(cells: string): string {
  return `<row>${cells}</row>`;
}
