import { crc32 } from 'node:zlib';
import type { Entry, LocalFileHeader, ZipFile } from 'yauzl';
import type { MemberProblem } from './problems.ts';

/** General purpose flag bit 3: sizes and checksum follow the data, and the local header may leave them zero. */
const SIZES_FOLLOW = 1 << 3;

/** Sizes of this value stand in an extra field (Zip64). */
const ELSEWHERE = 0xffffffff;

/** The bytes of a member, exactly as many as declared and with their checksum right; or why there are none. */
export async function unpackMember(zip: ZipFile, entry: Entry): Promise<Uint8Array<ArrayBuffer> | MemberProblem> {
  try {
    const header = await zip.readLocalFileHeaderPromise(entry);
    if (!isSameFile(header, entry)) return 'member-headers-disagree';
    const bytes = await inflated(zip, entry);
    return crc32(bytes) === entry.crc32 ? bytes : 'member-damaged';
  } catch {
    return 'member-damaged';
  }
}

/** Two programs may read two different files where directory and local header tell of different ones. */
function isSameFile(header: LocalFileHeader, entry: Entry): boolean {
  const agrees = (local: number, central: number) =>
    local === central || local === ELSEWHERE || (local === 0 && (header.generalPurposeBitFlag & SIZES_FOLLOW) !== 0);
  return (
    entry.fileNameRaw.equals(header.fileName) &&
    header.compressionMethod === entry.compressionMethod &&
    agrees(header.compressedSize, entry.compressedSize) &&
    agrees(header.uncompressedSize, entry.uncompressedSize)
  );
}

/** The stream of yauzl ends with an error as soon as there are more bytes than declared. */
function inflated(zip: ZipFile, entry: Entry): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (failure, stream) => {
      if (failure) return reject(failure);
      const bytes = new Uint8Array(entry.uncompressedSize);
      let length = 0;
      stream.on('data', (chunk: Buffer) => {
        bytes.set(chunk, length);
        length += chunk.length;
      });
      stream.once('error', reject);
      stream.once('end', () => resolve(bytes.subarray(0, length)));
    });
  });
}
