/** End of the central directory: its signature, its length without comment, and the longest comment there can be. */
const END_SIGNATURE = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;

/** A file header of the central directory. */
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_LENGTH = 46;

/** The marks of office files are among the first names; an archive may have any number. */
const MOST_NAMES = 2000;

/**
 * The names in the central directory of a zip file, byte for byte as Latin-1, or null where the bytes have none. Enough to
 * tell an office file from an archive that holds one: searching the bytes themselves would find names of either.
 */
export function zipNames(bytes: Uint8Array): readonly string[] | null {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return null; // "PK"
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(buffer);
  if (end < 0) return null;
  const names: string[] = [];
  let at = buffer.readUInt32LE(end + 16);
  while (names.length < MOST_NAMES && at + ENTRY_LENGTH <= end && buffer.readUInt32LE(at) === ENTRY_SIGNATURE) {
    const length = buffer.readUInt16LE(at + 28);
    names.push(buffer.toString('latin1', at + ENTRY_LENGTH, at + ENTRY_LENGTH + length));
    at += ENTRY_LENGTH + length + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
  // The directory is not where it should be (bytes before the file, Zip64): nothing is known of it.
  return names.length === 0 && buffer.readUInt16LE(end + 10) > 0 ? null : names;
}

function endOfDirectory(buffer: Buffer): number {
  const first = Math.max(0, buffer.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = buffer.length - END_LENGTH; at >= first; at -= 1)
    if (buffer.readUInt32LE(at) === END_SIGNATURE) return at;
  return -1;
}
