import type { Extraction, StatusReason } from '../../schemas/index.ts';
import { unreadableExtraction } from '../unreadable.ts';
import type { Processed, RememberedRun } from '../workers/protocol.ts';
import { type Artifact, keepArtifact } from './artifacts.ts';
import { insertRows } from './insert.ts';
import type { Store } from './open.ts';
import { insertPassages } from './passages.ts';
import { documentId, rowsOf } from './rows.ts';
import { readingValues, writing } from './statements.ts';

/** What is known of a document before it is processed. */
export interface Acquired extends Artifact {
  /** Where it was found this time. */
  readonly source: string;
  /** The name it goes by: the first of all its sources in code point order, whatever order they were seen in. */
  readonly canonicalSource: string;
  /** ISO time of the first sight of `source`. */
  readonly seenAt: string;
}

/** Version of the projection into rows: raise it when rows.ts gives other rows for the same document. */
export const STORE_VERSION = 5;

/** Stores all of a document, in place of what was stored of it before, in one transaction. */
export function saveDocument(store: Store, acquired: Acquired, processed: Processed): void {
  store.transact(() => {
    acquire(store, acquired);
    replaceRows(store, acquired.sha256, processed);
    rememberRuns(store, acquired.sha256, processed.runs);
    writing(store.db, 'DELETE FROM failures WHERE artifact = ?').run(acquired.sha256);
    endAttempt(store, acquired.sha256);
  });
}

/** Records a document that no stage could finish as unreadable, with the reason. `stages`: the versions that failed. */
export function saveFailure(store: Store, acquired: Acquired, reason: StatusReason, stages: string): void {
  const extraction = unreadableExtraction({ sha256: acquired.sha256, source: acquired.canonicalSource }, reason);
  store.transact(() => {
    acquire(store, acquired);
    replaceDocument(store, extraction);
    writing(store.db, 'DELETE FROM stage_runs WHERE artifact = ?').run(acquired.sha256);
    writing(
      store.db,
      'INSERT INTO failures VALUES (?, ?, ?) ON CONFLICT (artifact) DO UPDATE SET code = excluded.code, stages = excluded.stages',
    ).run(acquired.sha256, reason.code, stages);
    endAttempt(store, acquired.sha256);
  });
}

/** A document that is stored already was seen at one more place; nothing happens where that is known, too. */
export function saveSource(store: Store, sha256: string, source: string, seenAt: string): void {
  store.transact(() => insertSource(store, sha256, source, seenAt));
}

/**
 * Bytes that are found again where others were found meanwhile are what holds there, as of now. Nothing happens where they
 * are the latest already, or were not stored.
 */
export function noteReturn(store: Store, sha256: string, source: string, at: string): void {
  const replaced = store.db.prepare<[string, string]>(
    `SELECT 1 FROM sources AS own JOIN sources AS newer ON newer.source = own.source AND newer.first_seen > own.first_seen
     WHERE own.source = ? AND own.artifact = ?`,
  );
  if (replaced.get(source, sha256) === undefined) return;
  store.transact(() =>
    store.db.prepare('UPDATE sources SET first_seen = ? WHERE source = ? AND artifact = ?').run(at, source, sha256),
  );
}

/** Counts the attempt before it begins: should the whole program die of this document, the next run knows. */
export function beginAttempt(store: Store, sha256: string): void {
  store.transact(() =>
    writing(store.db, 'INSERT INTO attempts VALUES (?, 1) ON CONFLICT (sha256) DO UPDATE SET count = count + 1').run(
      sha256,
    ),
  );
}

/** How often it was begun and never ended. */
export function countAttempts(store: Store, sha256: string): number {
  const count = readingValues<[string], number>(store.db, 'SELECT count FROM attempts WHERE sha256 = ?').get(sha256);
  return count ?? 0;
}

/** Ctrl-C is no fault of the documents that were being processed: their attempts do not count. */
export function cancelAttempt(store: Store, sha256: string): void {
  store.transact(() => endAttempt(store, sha256));
}

function endAttempt(store: Store, sha256: string): void {
  writing(store.db, 'DELETE FROM attempts WHERE sha256 = ?').run(sha256);
}

export function acquire(store: Store, acquired: Acquired): void {
  keepArtifact(store, acquired);
  insertSource(store, acquired.sha256, acquired.source, acquired.seenAt);
}

function insertSource(store: Store, sha256: string, source: string, seenAt: string): void {
  writing(store.db, 'INSERT INTO sources VALUES (?, ?, ?) ON CONFLICT DO NOTHING').run(source, sha256, seenAt);
}

/** A document of which there is nothing to keep but its name and status. */
export function replaceDocument(store: Store, extraction: Extraction): void {
  const checks = { holds: 0, rounding: 0, broken: 0, undetermined: 0 };
  const nothing = { checks, findings: [], judgements: [], failures: [] };
  replaceRows(store, extraction.document.sha256, {
    extraction,
    reconciliation: { zh: nothing, en: nothing },
    paragraphs: [],
    passages: [],
    links: [],
    runs: [],
  });
}

function replaceRows(store: Store, sha256: string, processed: Processed): void {
  writing(store.db, 'DELETE FROM documents WHERE id = ?').run(documentId(sha256)); // its rows go with it
  for (const { table, rows } of rowsOf(processed)) insertRows(store.db, table, rows);
  insertPassages(store, documentId(sha256), processed.passages);
}

function rememberRuns(store: Store, sha256: string, runs: readonly RememberedRun[]): void {
  const projection = {
    stage: 'store',
    version: STORE_VERSION,
    inputHash: runs.at(-1)?.outputHash ?? '',
    outputHash: '',
    output: null,
  };
  writing(store.db, 'DELETE FROM stage_runs WHERE artifact = ?').run(sha256);
  insertRows(
    store.db,
    'stage_runs',
    [...runs, projection].map(({ stage, version, inputHash, outputHash, output }) => {
      return { artifact: sha256, stage, version, input_hash: inputHash, output_hash: outputHash, output };
    }),
  );
}
