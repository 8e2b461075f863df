import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import type { ArchiveLimits } from './limits.ts';
import { memberName } from './names.ts';
import type { ArchiveProblem, MemberProblem } from './problems.ts';

/** One file of an archive, as the archive's directory has it. */
export interface Member {
  readonly name: string;
  readonly entry: Entry;
  /** Why it is not even tried. */
  readonly problem: MemberProblem | null;
}

export interface Directory {
  readonly zip: ZipFile;
  readonly members: readonly Member[];
  /** Bytes of all members, unpacked. */
  readonly totalBytes: number;
}

/**
 * Opens a zip archive and reads its directory. Nothing is unpacked before all that it declares is known to be within
 * bounds; what it declares is held to when its members are unpacked.
 */
export async function openDirectory(
  bytes: Uint8Array,
  limits: ArchiveLimits & { readonly memberBytes: number },
): Promise<Directory | ArchiveProblem> {
  let zip: ZipFile;
  const entries: Entry[] = [];
  try {
    zip = await open(bytes);
    if (zip.entryCount > limits.members) return 'archive-too-many-members';
    for await (const entry of zip.eachEntry()) entries.push(entry);
  } catch {
    return 'archive-damaged';
  }
  if (overlap(entries)) return 'archive-overlapping';
  const totalBytes = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (totalBytes > limits.ratioFrom && totalBytes > limits.ratio * bytes.length) return 'archive-bomb';
  if (totalBytes > limits.totalBytes) return 'archive-too-large';
  const members = entries.flatMap((entry): Member[] => {
    const { name, isFolder, isHidden } = memberName(entry.fileNameRaw, entry.generalPurposeBitFlag);
    return isFolder || isHidden ? [] : [{ name, entry, problem: problemOf(entry, limits.memberBytes) }];
  });
  if (members.length > 0 && members.every(({ problem }) => problem === 'member-encrypted')) return 'archive-encrypted';
  return { zip, members, totalBytes };
}

function open(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const options = { lazyEntries: true, decodeStrings: false, validateEntrySizes: true, autoClose: false };
  return new Promise((resolve, reject) => {
    fromBuffer(buffer, options, (error, zip) => (error ? reject(error) : resolve(zip)));
  });
}

/** Length of a local file header without name and extra field. */
const LOCAL_HEADER = 30;

/** Members that share bytes: how a few kB are made to unpack to terabytes, and nothing else. */
function overlap(entries: readonly Entry[]): boolean {
  const inOrder = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  return inOrder.some((entry, index) => {
    const end = entry.relativeOffsetOfLocalHeader + LOCAL_HEADER + entry.fileNameLength + entry.compressedSize;
    const next = inOrder[index + 1];
    return next !== undefined && end > next.relativeOffsetOfLocalHeader;
  });
}

/** Made on Unix, where the upper half of the attributes is the file mode. */
const UNIX = 3;
const FILE_TYPE = 0o170000;
const SYMBOLIC_LINK = 0o120000;

const STORED = 0;
const DEFLATED = 8;

function problemOf(entry: Entry, memberBytes: number): MemberProblem | null {
  const mode = entry.versionMadeBy >>> 8 === UNIX ? entry.externalFileAttributes >>> 16 : 0;
  if ((mode & FILE_TYPE) === SYMBOLIC_LINK) return 'member-link';
  if (entry.isEncrypted()) return 'member-encrypted';
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) return 'member-compression';
  return entry.uncompressedSize > memberBytes ? 'member-too-large' : null;
}
