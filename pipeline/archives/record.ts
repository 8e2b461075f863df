import type { Status, StatusReason } from '../../schemas/index.ts';
import type { FetchedFile } from '../fetch/file.ts';
import type { FileReport, IngestOptions } from '../ingest.ts';
import { type ArchiveMember, archiveRun, saveArchive } from '../store/archives.ts';
import { pack } from '../store/artifacts.ts';
import { reasonsOf } from '../store/disclosure.ts';
import { summaryOf } from '../store/documents.ts';
import { recall } from '../store/memory.ts';
import type { Store } from '../store/open.ts';
import { saveSource } from '../store/save.ts';
import { inputHash } from '../workers/encoding.ts';
import { type ArchiveProblem, archiveReason, type LeftOut, memberReason } from './problems.ts';

/** Raise it when the same archive may give other members, or other reasons why they are left out. */
export const UNPACK_VERSION = 1;

/** What was found in an archive. */
export interface Contents {
  /** Why it was not unpacked at all. */
  readonly refusal: ArchiveProblem | null;
  readonly members: readonly (Omit<ArchiveMember, 'problem'> & { readonly problem: LeftOut['code'] | null })[];
}

interface Finding {
  readonly contents: Contents;
  /** What was left out of archives inside; null: the archive itself lies inside another, which tells that. */
  readonly leftOutBelow: readonly LeftOut[] | null;
  readonly options: Pick<IngestOptions, 'now'>;
}

/**
 * Records an archive as a document without contents: its state says whether all that is in it was read. Rows follow from its
 * bytes alone; only what was left out further inside is known just where the archive is given by itself, and is then kept.
 */
export async function recordArchive(
  store: Store,
  archive: FetchedFile,
  { contents, leftOutBelow, options }: Finding,
): Promise<Extract<FileReport, { kind: 'archive' }>> {
  const { sha256, source, size, bytes } = archive;
  const { sources } = recall(store, sha256);
  const canonicalSource = [...sources, source].sort()[0] ?? source;
  const seenAt = options.now();
  const outputHash = inputHash(JSON.stringify(contents));
  const run = archiveRun(store, sha256);
  const before = summaryOf(store, sha256);
  const isCurrent =
    before !== undefined && run !== null && run.version >= UNPACK_VERSION && run.outputHash === outputHash;
  const kept = isCurrent ? reasonsOf(store, before.id) : null;
  const own = ownReasons(contents);
  const reasons = leftOutBelow === null ? (kept ?? own) : [...own, ...leftOutBelow.map(memberReason)];
  const isUnchanged = isCurrent && before.source === canonicalSource && sameReasons(kept ?? [], reasons);
  if (!isUnchanged) {
    const packed = await pack(bytes);
    const acquired = { sha256, size, kept: packed, charset: '', source, canonicalSource, seenAt };
    const status: Status = { state: stateOf(contents, reasons), reasons: [...reasons] };
    saveArchive(store, acquired, { status, members: contents.members, version: UNPACK_VERSION, outputHash });
  } else if (!sources.includes(source)) saveSource(store, sha256, source, seenAt);
  const summary = summaryOf(store, sha256);
  if (summary === undefined) throw new Error(`${source}: stored, but not found again`);
  const members = contents.members.filter((member) => member.sha256 !== null).length;
  return { kind: 'archive', source, change: isUnchanged ? 'unchanged' : 'processed', summary, reasons, members };
}

function ownReasons({ refusal, members }: Contents): StatusReason[] {
  if (refusal !== null) return [archiveReason(refusal)];
  const leftOut = members.flatMap(({ name, problem }) =>
    problem === null ? [] : [memberReason({ name, code: problem })],
  );
  const hasDocuments = members.some(({ sha256 }) => sha256 !== null);
  return hasDocuments || leftOut.length > 0 ? leftOut : [archiveReason('archive-without-documents')];
}

function stateOf({ refusal }: Contents, reasons: readonly StatusReason[]): Status['state'] {
  if (refusal !== null) return 'unreadable';
  return reasons.length === 0 ? 'complete' : 'partial';
}

function sameReasons(a: readonly StatusReason[], b: readonly StatusReason[]): boolean {
  const words = (reasons: readonly StatusReason[]) =>
    JSON.stringify(reasons.map(({ code, message }) => [code, message]));
  return words(a) === words(b);
}
