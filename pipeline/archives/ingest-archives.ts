import { sniffMedium } from '../../extractors/readers/medium.ts';
import { type FetchedFile, fetchedBytes, fetchFile } from '../fetch/file.ts';
import { problemCode } from '../fetch/find-files.ts';
import { HEAD_LENGTH, isDocument } from '../fetch/is-document.ts';
import type { FileReport, IngestOptions } from '../ingest.ts';
import type { Store } from '../store/open.ts';
import type { WorkerPool } from '../workers/pool.ts';
import { type Directory, openDirectory } from './directory.ts';
import { inFlight } from './in-flight.ts';
import { ARCHIVE_LIMITS } from './limits.ts';
import type { LeftOut } from './problems.ts';
import { type Contents, recordArchive } from './record.ts';
import { unpackMember } from './unpack.ts';

export interface ArchiveContext {
  readonly store: Store;
  readonly pool: WorkerPool;
  readonly options: IngestOptions;
  /** Takes one file through all stages into the store, together with what is written `alongside`. */
  readonly take: (file: FetchedFile, alongside?: () => void) => Promise<FileReport>;
  /** Notes that an archive is what lies at its place now. */
  readonly noteFound: (file: FetchedFile) => void;
}

/** Is this an archive, rather than an office file that is one inside? */
export async function isArchive(bytes: Uint8Array): Promise<boolean> {
  const mayBeZip = bytes[0] === 0x50 && bytes[1] === 0x4b; // "PK": spares the others the closer look
  return mayBeZip && (await sniffMedium(bytes)) === 'zip';
}

/**
 * Takes archives apart, one after the other; each file in them is a document of its own, processed as if it lay in a folder
 * of the archive's name. An archive is recorded when all of its files are, so that one that was cut off is taken up again.
 */
export async function ingestArchives(context: ArchiveContext, sources: readonly string[]): Promise<void> {
  const { pool, options } = context;
  for (const source of sources) {
    const fetched = pool.isStopped() ? null : await fetchFile(source, options.limits).catch(problemCode);
    if (fetched === null) options.onReport({ kind: 'interrupted', source });
    else if (typeof fetched === 'string') options.onReport({ kind: 'not-opened', source, code: fetched });
    else await ingestArchive(context, fetched);
  }
}

export async function ingestArchive(context: ArchiveContext, archive: FetchedFile): Promise<void> {
  await takeApart(context, archive, { depth: 1, budget: { bytes: ARCHIVE_LIMITS.totalBytes }, leftOut: [] });
}

/** Where an archive lies in another. */
interface Level {
  /** 1 for the archive that the user named. */
  readonly depth: number;
  /** How much may still be unpacked, for the whole of that archive. */
  readonly budget: { bytes: number };
  /** What was left out of archives inside it. They are recorded by their own bytes, so that archive has to tell. */
  readonly leftOut: LeftOut[];
}

async function takeApart(context: ArchiveContext, archive: FetchedFile, level: Level): Promise<void> {
  const { store, options, noteFound } = context;
  const memberBytes = options.limits.sizeLimit * 2 ** 20;
  const directory = await openDirectory(archive.bytes, { ...ARCHIVE_LIMITS, memberBytes });
  const isOutermost = level.depth === 1;
  const record = async (contents: Contents) => {
    const leftOutBelow = isOutermost ? level.leftOut : null;
    const report = await recordArchive(store, archive, { contents, leftOutBelow, options });
    noteFound(archive);
    return report;
  };
  if (typeof directory === 'string') {
    options.onReport(await record({ refusal: directory, members: [] }));
    return;
  }
  if (directory.totalBytes > level.budget.bytes) return leaveOut(context, archive, level, 'archive-too-large');
  level.budget.bytes -= directory.totalBytes;
  const members = await takeMembers(context, archive, { ...level, directory });
  options.onReport(
    members === null ? { kind: 'interrupted', source: archive.source } : await record({ refusal: null, members }),
  );
}

/** The files of an archive in the order of its directory; null where Ctrl-C came before all were taken. */
async function takeMembers(
  context: ArchiveContext,
  archive: FetchedFile,
  level: Level & { readonly directory: Directory },
): Promise<Contents['members'] | null> {
  const { pool, options, take } = context;
  const { zip, members } = level.directory;
  const taken: Contents['members'][number][] = [];
  const work = inFlight(options.limits.concurrency);
  for (const { name, entry, problem } of members) {
    if (pool.isStopped()) break;
    const source = `${archive.source}!/${name}`;
    const bytes = problem ?? (await unpackMember(zip, entry));
    if (typeof bytes === 'string') {
      taken.push({ name, sha256: null, problem: bytes });
      options.onReport({ kind: 'left-out', source, code: bytes });
    } else if (await isDocument(name, bytes.subarray(0, HEAD_LENGTH))) {
      const file = fetchedBytes(source, bytes);
      taken.push({ name, sha256: file.sha256, problem: null });
      if (await isArchive(bytes)) await takeNested(context, file, level);
      else await work.begin(() => pool.schedule(async () => options.onReport(await take(file))));
    } else {
      taken.push({ name, sha256: null, problem: null });
      options.onReport({ kind: 'skipped', source });
    }
  }
  await work.end();
  return pool.isStopped() ? null : taken;
}

async function takeNested(context: ArchiveContext, archive: FetchedFile, level: Level): Promise<void> {
  if (level.depth >= ARCHIVE_LIMITS.depth) leaveOut(context, archive, level, 'archive-too-deep');
  else await takeApart(context, archive, { ...level, depth: level.depth + 1 });
}

function leaveOut({ options }: ArchiveContext, { source }: FetchedFile, level: Level, code: LeftOut['code']): void {
  level.leftOut.push({ name: source.slice(source.indexOf('!/') + 2), code });
  options.onReport({ kind: 'left-out', source, code });
}
