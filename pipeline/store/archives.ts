import type { Status } from '../../schemas/index.ts';
import { unreadableExtraction } from '../unreadable.ts';
import { insertRows } from './insert.ts';
import type { Store } from './open.ts';
import { type Acquired, acquire, replaceDocument } from './save.ts';

/** A file of an archive. */
export interface ArchiveMember {
  /** Its name inside, folders included. */
  readonly name: string;
  /** null: left out for `problem`, or no document. */
  readonly sha256: string | null;
  readonly problem: string | null;
}

/** How the archive was taken apart last: by which version, and the hash of what it gave. */
export interface ArchiveRun {
  readonly version: number;
  readonly outputHash: string;
}

/** Stores an archive in place of what was stored of it before, in one transaction. Its members are documents already. */
export function saveArchive(
  store: Store,
  acquired: Acquired,
  archive: ArchiveRun & { readonly status: Status; readonly members: readonly ArchiveMember[] },
): void {
  const { sha256, canonicalSource } = acquired;
  const { status, members, version, outputHash } = archive;
  const nameOnly = unreadableExtraction({ sha256, source: canonicalSource }, { code: '', message: '' });
  const document = { ...nameOnly.document, mediaType: 'application/zip' };
  store.transact(() => {
    acquire(store, acquired);
    replaceDocument(store, { ...nameOnly, document, status });
    store.db.prepare('DELETE FROM failures WHERE artifact = ?').run(sha256);
    store.db.prepare('DELETE FROM archive_members WHERE archive = ?').run(sha256);
    insertRows(
      store.db,
      'archive_members',
      members.map(({ name, sha256: member, problem }, n) => ({ archive: sha256, n, name, member, problem })),
    );
    store.db.prepare('DELETE FROM stage_runs WHERE artifact = ?').run(sha256);
    insertRows(store.db, 'stage_runs', [
      { artifact: sha256, stage: 'unpack', version, input_hash: sha256, output_hash: outputHash, output: null },
    ]);
  });
}

export function archiveRun(store: Store, sha256: string): ArchiveRun | null {
  const run = store.db
    .prepare<[string], ArchiveRun>(
      "SELECT version, output_hash AS outputHash FROM stage_runs WHERE artifact = ? AND stage = 'unpack'",
    )
    .get(sha256);
  return run ?? null;
}

/** The files of an archive in the order of its directory, with the ids of those that are documents here. */
export function membersOf(
  store: Store,
  archive: string,
): { name: string; problem: string | null; id: string | null }[] {
  return store.db
    .prepare<[string], { name: string; problem: string | null; id: string | null }>(
      `SELECT name, problem, documents.id FROM archive_members LEFT JOIN documents ON documents.artifact = member
       WHERE archive = ? AND (member IS NOT NULL OR problem IS NOT NULL) ORDER BY n`,
    )
    .all(archive);
}

/** The archives that hold a document, by path. */
export function archivesOf(store: Store, document: string): { id: string; source: string }[] {
  return store.db
    .prepare<[string], { id: string; source: string }>(
      `SELECT DISTINCT archives.id, archives.source FROM documents
       JOIN archive_members ON archive_members.member = documents.artifact
       JOIN documents AS archives ON archives.artifact = archive_members.archive
       WHERE documents.id = ? ORDER BY archives.source`,
    )
    .all(document);
}
