import { inflateRawSync } from 'node:zlib';
import { UnreadableError } from '../../errors.ts';

/** One member of an Office Open XML package, unpacked. */
export interface PackagePart {
  readonly name: string;
  readonly content: Uint8Array;
}

/** The workbooks of a province unpack to some 50 MB; what is larger is a bomb, whatever its directory says of sizes. */
export const MAX_UNPACKED = 256 * 1024 * 1024;
const MAX_PARTS = 10_000;

/** Pictures, drawings, macros, embedded objects, links to other files: nothing of them is read, so none is unpacked. */
const LEFT_OUT =
  /^\/?(?:xl\/(?:media|drawings|charts|chartsheets|embeddings|externalLinks|printerSettings|pivot[a-z]{1,20}|activeX|ctrlProps|queryTables|theme|threadedComments|persons|comments|tables|connections|calcChain|vbaProject)|customXml)\b/i;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_LENGTH = 22;
const MAX_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;

/** Unpacks a package within limits, by its central directory. Throws UnreadableError `too-large` or `damaged`. */
export function unpack(bytes: Uint8Array): PackagePart[] {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return readDirectory(zip);
  } catch (cause) {
    if (cause instanceof UnreadableError) throw cause;
    throw damaged(cause);
  }
}

function readDirectory(zip: Buffer): PackagePart[] {
  const end = endOfDirectory(zip);
  const parts: PackagePart[] = [];
  let at = zip.readUInt32LE(end + 16);
  let left = MAX_UNPACKED;
  for (let count = zip.readUInt16LE(end + 10); count > 0; count -= 1) {
    if (zip.readUInt32LE(at) !== DIRECTORY_ENTRY) throw damaged();
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/');
    if (!LEFT_OUT.test(name) && !name.endsWith('/')) {
      const content = unpackEntry(zip, at, left);
      left -= content.length;
      parts.push({ name, content });
    }
    if (parts.length > MAX_PARTS) throw tooLarge();
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return parts;
}

/** The last record of the file, behind which only a comment may stand. */
function endOfDirectory(zip: Buffer): number {
  const first = Math.max(0, zip.length - END_LENGTH - MAX_COMMENT);
  for (let at = zip.length - END_LENGTH; at >= first; at -= 1) {
    if (zip.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  throw damaged();
}

function unpackEntry(zip: Buffer, entry: number, left: number): Uint8Array {
  const method = zip.readUInt16LE(entry + 10);
  const packedLength = zip.readUInt32LE(entry + 20);
  const header = zip.readUInt32LE(entry + 42);
  const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
  const packed = zip.subarray(start, start + packedLength);
  if (packed.length < packedLength) throw damaged();
  if (method === STORED) {
    if (packed.length > left) throw tooLarge();
    return packed;
  }
  if (method !== DEFLATED) throw damaged();
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, left) });
  } catch (cause) {
    if (cause instanceof RangeError) throw tooLarge();
    throw cause;
  }
}

function tooLarge(): UnreadableError {
  return new UnreadableError(
    'too-large',
    `the workbook unpacks to more than ${MAX_UNPACKED} bytes or ${MAX_PARTS} parts`,
    {
      remedy: 'Open it in a spreadsheet program, delete unused sheets, and save it again.',
    },
  );
}

function damaged(cause?: unknown): UnreadableError {
  return new UnreadableError('damaged', 'the workbook is damaged: its parts cannot be unpacked', {
    remedy: 'Download it again, or open it in a spreadsheet program and save it again.',
    cause,
  });
}
