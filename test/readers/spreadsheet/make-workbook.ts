import { deflateRawSync } from 'node:zlib';
import { type BookType, CFB, utils, type WorkBook, type WorkSheet, write } from '@e965/xlsx';
import { read } from '../../../extractors/readers/index.ts';
import type { Block, Document, TableBlock } from '../../../schemas/index.ts';

export type Value = string | number | boolean | null;

/** A sheet from rows of values; null is a blank cell. */
export function sheetFrom(rows: readonly (readonly Value[])[], more: Partial<WorkSheet> = {}): WorkSheet {
  return Object.assign(utils.aoa_to_sheet(rows.map((row) => [...row])), more);
}

export function bookFrom(sheets: Readonly<Record<string, WorkSheet>>): WorkBook {
  const book = utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name);
  return book;
}

export function bytesOf(book: WorkBook, bookType: BookType = 'xlsx'): Uint8Array<ArrayBuffer> {
  return new Uint8Array(write(book, { bookType, type: 'buffer' }));
}

/** The package with one of its parts written anew. */
export function withPart(bytes: Uint8Array, name: string, change: (xml: string) => string): Uint8Array<ArrayBuffer> {
  const container = CFB.read(bytes, { type: 'buffer' });
  const part = CFB.find(container, `/${name}`);
  part.content = Buffer.from(change(Buffer.from(part.content).toString()));
  part.size = part.content.length;
  return new Uint8Array(CFB.write(container, { fileType: 'zip', type: 'buffer', compression: true }));
}

export async function readBook(bytes: Uint8Array): Promise<Document> {
  return read({ bytes: new Uint8Array(bytes), sha256: '0'.repeat(64), source: 'a workbook' });
}

export function outline(blocks: readonly Block[]): string[] {
  return blocks.map((block) =>
    block.kind === 'table' ? `table ${block.rows}x${block.columns}` : `${block.kind} ${block.text}`,
  );
}

export function tables(blocks: readonly Block[]): TableBlock[] {
  return blocks.filter((block) => block.kind === 'table');
}

/** A zip of one member that unpacks to `size` zeros. */
export function zipOfZeros(name: string, size: number): Uint8Array<ArrayBuffer> {
  const packed = deflateRawSync(Buffer.alloc(size), { level: 9 });
  const local = Buffer.alloc(30 + name.length);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt16LE(name.length, 26);
  local.write(name, 30, 'latin1');
  const entry = Buffer.alloc(46 + name.length);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt16LE(name.length, 28);
  entry.write(name, 46, 'latin1');
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length, 12);
  end.writeUInt32LE(local.length + packed.length, 16);
  return new Uint8Array(Buffer.concat([local, packed, entry, end]));
}
