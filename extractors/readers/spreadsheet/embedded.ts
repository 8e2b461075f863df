import { CFB, utils } from '@e965/xlsx';
import type { Block, StatusReason } from '../../../schemas/index.ts';
import { isPackage, openWorkbook } from './open-workbook.ts';
import { unpack } from './package-parts.ts';
import { sheetBlocks } from './sheet-blocks.ts';
import { type SheetRow, shownSheet } from './shown-cells.ts';

/** What a document shows of a workbook that is embedded in it. */
export interface EmbeddedSheet {
  readonly blocks: readonly Block[];
  readonly reasons: readonly StatusReason[];
}

/**
 * The sheet of an embedded workbook as the document around it shows it: the cells of the area that its program saved as shown
 * (all of them, where it saved none). Null for what is no workbook, and where several sheets could be the one that is shown.
 */
export function readEmbeddedSheet(object: Uint8Array): EmbeddedSheet | null {
  const bytes = workbookIn(object);
  if (bytes === null) return null;
  const workbook = openWorkbook(bytes);
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true;
  const sheets = workbook.SheetNames.flatMap((name, i) => {
    const sheet = workbook.Sheets[name];
    const isHidden = (workbook.Workbook?.Sheets?.[i]?.Hidden ?? 0) > 0;
    return sheet === undefined || isHidden ? [] : [{ name, shown: shownSheet(name, sheet, date1904) }];
  }).filter(({ shown }) => shown.rows.length > 0);
  const [only] = sheets;
  if (only === undefined || sheets.length > 1) return null;
  const rows = within(only.shown.rows, shownArea(bytes));
  const { blocks, reasons } = sheetBlocks(rows, { sheet: only.name, heading: '', firstIndex: 0 });
  return { blocks: blocks.map(withoutCaption), reasons: [...only.shown.reasons, ...reasons] };
}

/** The workbook itself, or what wraps it: an object file that holds a package. */
function workbookIn(object: Uint8Array): Uint8Array | null {
  if (isPackage(object)) return Buffer.from(object).includes('xl/workbook.') ? object : null;
  const container = containerOf(object);
  if (container === null) return null;
  if (CFB.find(container, 'Workbook') !== null || CFB.find(container, 'Book') !== null) return object;
  const wrapped = contentOf(CFB.find(container, 'Package'));
  return wrapped !== null && isPackage(wrapped) ? workbookIn(wrapped) : null;
}

const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];

function containerOf(object: Uint8Array): ReturnType<typeof CFB.read> | null {
  if (!COMPOUND_FILE.every((byte, at) => object[at] === byte)) return null;
  try {
    return CFB.read(Buffer.from(object), { type: 'buffer' });
  } catch {
    return null; // a damaged container holds no workbook that could be read
  }
}

function contentOf(entry: ReturnType<typeof CFB.find>): Uint8Array | null {
  return entry === null ? null : Uint8Array.from(entry.content as ArrayLike<number>);
}

interface Area {
  readonly s: { readonly r: number; readonly c: number };
  readonly e: { readonly r: number; readonly c: number };
}

const AREA_IN_XML = /<(?:\w{1,9}:)?oleSize\s{1,9}ref="([A-Z]{1,3}\d{1,7}(?::[A-Z]{1,3}\d{1,7})?)"/;
/** [MS-XLS] 2.4.190: two reserved bytes, first and last row (two bytes each), first and last column (one each). */
const AREA_RECORD = { type: 0x00de, length: 8 };

/** The area of the sheet that was shown when the object was saved; null where the workbook does not tell. */
function shownArea(bytes: Uint8Array): Area | null {
  if (isPackage(bytes)) {
    const part = unpack(bytes).find(({ name }) => /^\/?xl\/workbook\.xml$/i.test(name));
    const ref = AREA_IN_XML.exec(part === undefined ? '' : Buffer.from(part.content).toString('utf8'))?.[1];
    return ref === undefined ? null : utils.decode_range(ref);
  }
  const container = containerOf(bytes);
  const stream = container && contentOf(CFB.find(container, 'Workbook') ?? CFB.find(container, 'Book'));
  return stream === null ? null : areaInRecords(Buffer.from(stream));
}

function areaInRecords(stream: Buffer): Area | null {
  for (let at = 0; at + 4 <= stream.length; at += 4 + stream.readUInt16LE(at + 2)) {
    if (stream.readUInt16LE(at) !== AREA_RECORD.type || at + 4 + AREA_RECORD.length > stream.length) continue;
    return {
      s: { r: stream.readUInt16LE(at + 6), c: stream.readUInt8(at + 10) },
      e: { r: stream.readUInt16LE(at + 8), c: stream.readUInt8(at + 11) },
    };
  }
  return null;
}

/** Cells that begin in the area. */
function within(rows: readonly SheetRow[], area: Area | null): readonly SheetRow[] {
  if (area === null) return rows;
  const { s: start, e: end } = area;
  return rows
    .filter(({ row }) => row >= start.r && row <= end.r)
    .map((row) => ({ ...row, cells: row.cells.filter(({ column }) => column >= start.c && column <= end.c) }))
    .filter(({ cells }) => cells.length > 0);
}

/** The name of the sheet is not shown in the document. */
function withoutCaption(block: Block): Block {
  if (block.kind !== 'table') return block;
  const { caption: _, ...rest } = block;
  return rest;
}
