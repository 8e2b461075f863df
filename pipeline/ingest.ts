import type { Status, StatusReason } from '../schemas/index.ts';
import { type ArchiveContext, ingestArchive, ingestArchives, isArchive } from './archives/ingest-archives.ts';
import { UNPACK_VERSION } from './archives/record.ts';
import { type FetchedFile, fetchedBytes, fetchFile } from './fetch/file.ts';
import { problemCode } from './fetch/find-files.ts';
import { keptOwnRules } from './own-rules.ts';
import { isUpToDate, STAGE_VERSIONS } from './stages.ts';
import { archiveRun } from './store/archives.ts';
import { firstCharset, isKept, pack, unpack } from './store/artifacts.ts';
import { reasonsOf } from './store/disclosure.ts';
import { type DocumentSummary, summaryOf } from './store/documents.ts';
import { type Memory, recall, withOutputs } from './store/memory.ts';
import type { Store } from './store/open.ts';
import {
  beginAttempt,
  cancelAttempt,
  countAttempts,
  noteReturn,
  saveDocument,
  saveFailure,
  saveSource,
} from './store/save.ts';
import type { Tools } from './tools/tools.ts';
import { sha256 as hashOf } from './workers/encoding.ts';
import type { Limits } from './workers/limits.ts';
import { createPool, type WorkerPool } from './workers/pool.ts';
import type { OwnRules } from './workers/protocol.ts';

/** What became of one file. */
export type FileReport =
  | {
      readonly kind: 'stored';
      readonly source: string;
      readonly change: 'processed' | 'unchanged' | 'not-retried';
      readonly summary: DocumentSummary;
      readonly reasons: Status['reasons'];
    }
  /** The path could not be opened: there is no document. */
  | { readonly kind: 'not-opened'; readonly source: string; readonly code: string }
  /** An archive, after the files in it. */
  | {
      readonly kind: 'archive';
      readonly source: string;
      readonly change: 'processed' | 'unchanged';
      readonly summary: DocumentSummary;
      readonly reasons: Status['reasons'];
      /** Number of documents in it. */
      readonly members: number;
    }
  /** A file of an archive that was not unpacked. */
  | { readonly kind: 'left-out'; readonly source: string; readonly code: string }
  /** A file of an archive that is no document. */
  | { readonly kind: 'skipped'; readonly source: string }
  /** Documents of one disclosure, or of one unit, reconciled together. */
  | {
      readonly kind: 'together';
      readonly sources: readonly string[];
      readonly companions: number;
      readonly findingsBefore: number;
      readonly findingsAfter: number;
    }
  /** Ctrl-C came before it was done. */
  | { readonly kind: 'interrupted'; readonly source: string };

export interface IngestOptions {
  readonly limits: Limits;
  /** Programs of other makers that may be asked for help. */
  readonly tools: Tools;
  /** Try documents again that failed before. */
  readonly retry: boolean;
  readonly signal: AbortSignal;
  /** Time of first sight of what is new, the only time that is stored. */
  readonly now: () => string;
  readonly onReport: (report: FileReport) => void;
  /** The program of the worker threads, where it is not the one that runs the stages. */
  readonly worker?: URL;
}

/** How often the whole program may die of a document before the document is left alone. */
const MAXIMUM_ATTEMPTS = 3;

/** Takes files through all stages into the store, several at a time. Each is stored in a transaction of its own. */
export async function ingestFiles(store: Store, files: readonly string[], options: IngestOptions): Promise<void> {
  const ownRules = keptOwnRules(store);
  await inPool(options, (pool) => {
    const context = archiveContext({ store, pool, options, ownRules }, 'found');
    const archives: string[] = [];
    const loose = files.map((source) =>
      pool.schedule(async () => {
        if (pool.isStopped()) return options.onReport({ kind: 'interrupted', source });
        const fetched = await fetchFile(source, options.limits).catch(problemCode);
        if (typeof fetched === 'string') return options.onReport({ kind: 'not-opened', source, code: fetched });
        if (await isArchive(fetched.bytes)) archives.push(source);
        else options.onReport(await context.take(fetched));
      }),
    );
    // An archive may hold as much as all the others: archives come last and one by one, their files several at a time.
    return [...loose, Promise.allSettled(loose).then(() => ingestArchives(context, archives.sort()))];
  });
}

/** Takes files as they come, rather than all at once: a crawl gives each as soon as it is fetched. */
export interface Ingester {
  /** `alongside` is stored together with the document, or not at all; of an archive, when all of it is stored. */
  readonly ingest: (file: FetchedFile, alongside: () => void) => Promise<void>;
  readonly isStopped: () => boolean;
}

/** Stores what `work` writes, and resolves when it is committed. */
export type Commit = <T>(work: () => T) => Promise<T>;

/** Runs `work` with an ingester; it ends when `work` does, and is stopped when that throws. */
export async function withIngester(
  store: Store,
  { commit, ...options }: IngestOptions & { readonly commit: Commit },
  work: (ingester: Ingester) => Promise<void>,
): Promise<void> {
  const ownRules = keptOwnRules(store);
  await inPool(options, (pool) => {
    const context = archiveContext({ store, pool, options, ownRules, commit }, 'found');
    const ingest = async (file: FetchedFile, alongside: () => void) => {
      if (!(await isArchive(file.bytes))) {
        options.onReport(await pool.schedule(() => context.take(file, alongside)));
        return;
      }
      await ingestArchive(context, file);
      if (!pool.isStopped()) await commit(alongside);
    };
    return [work({ ingest, isStopped: pool.isStopped })];
  });
}

/** Computes every stored document anew, from its kept bytes, whose stages are older than the program's. */
export async function refreshOutdated(store: Store, options: IngestOptions): Promise<void> {
  const ownRules = keptOwnRules(store);
  const artifacts = store.db
    .prepare<[], { sha256: string; source: string }>('SELECT artifact AS sha256, source FROM documents ORDER BY id')
    .all();
  const isPacked = ({ sha256 }: { readonly sha256: string }) => archiveRun(store, sha256) !== null;
  await inPool(options, (pool) => {
    const context = archiveContext({ store, pool, options, ownRules }, 'kept');
    const loose = artifacts
      .filter((artifact) => !isPacked(artifact))
      .map(({ sha256, source }) =>
        pool.schedule(async () => {
          const memory = recall(store, sha256);
          const artifact = { sha256, source, declaredCharset: declared(memory.charset) };
          const current = isUpToDate(memory, artifact, { tools: options.tools, ownRules });
          if (current || pool.isStopped()) return;
          const kept = keptFile(store, sha256, source);
          if (kept !== null) options.onReport(await context.take(kept));
        }),
      );
    const archives = artifacts.filter(
      ({ sha256 }) => (archiveRun(store, sha256)?.version ?? UNPACK_VERSION) < UNPACK_VERSION,
    );
    return [...loose, Promise.allSettled(loose).then(() => refreshArchives(context, archives))];
  });
}

/** Runs around the computing of one document, to look at it before and after. */
export type Around = (sha256: string, compute: () => Promise<void>) => Promise<void>;

/**
 * Computes stored documents anew from their kept bytes, whatever is remembered of them; then takes the archives among them
 * apart again. Gives those that cannot be: their bytes were not kept, or are not what they were.
 */
export async function recomputeKept(
  store: Store,
  documents: readonly { readonly sha256: string; readonly source: string }[],
  options: IngestOptions & { readonly around: Around },
): Promise<{ source: string; why: 'not-kept' | 'damaged' }[]> {
  const ownRules = keptOwnRules(store);
  const lost: { source: string; why: 'not-kept' | 'damaged' }[] = [];
  const archives = documents.filter(({ sha256 }) => archiveRun(store, sha256) !== null);
  await inPool(options, (pool) => {
    const context = { store, pool, options, ownRules, commit: async <T>(work: () => T) => store.transact(work) };
    const loose = documents
      .filter((document) => !archives.includes(document))
      .map(({ sha256, source }) =>
        pool.schedule(async () => {
          if (pool.isStopped()) return;
          const kept = keptFile(store, sha256, source);
          if (kept !== null)
            await options.around(sha256, async () => options.onReport(await ingestOne(context, kept, { anew: true })));
          else lost.push({ source, why: isKept(store, sha256) ? 'damaged' : 'not-kept' });
        }),
      );
    return [...loose, Promise.allSettled(loose).then(() => refreshArchives(archiveContext(context, 'kept'), archives))];
  });
  return lost.sort((a, b) => (a.source < b.source ? -1 : 1));
}

async function refreshArchives(
  context: ArchiveContext,
  archives: readonly { readonly sha256: string; readonly source: string }[],
): Promise<void> {
  for (const { sha256, source } of archives) {
    const kept = context.pool.isStopped() ? null : keptFile(context.store, sha256, source);
    if (kept !== null) await ingestArchive(context, kept);
  }
}

/** What is kept of a file, or null where that is not what it was. */
function keptFile(store: Store, sha256: string, source: string): FetchedFile | null {
  const bytes = unpack(store, sha256);
  return bytes === null || hashOf(bytes) !== sha256 ? null : fetchedBytes(source, bytes);
}

/**
 * Equal bytes under two names are one document: the second waits for the first. Bytes that were `found` at their place are
 * what holds there now; those that were `kept` say nothing of it.
 */
function archiveContext(
  given: Omit<IngestContext, 'commit'> & Partial<IngestContext>,
  origin: 'found' | 'kept',
): ArchiveContext {
  const { store, options } = given;
  const context = { commit: async <T>(work: () => T) => store.transact(work), ...given };
  const inTurn = oneAtATime();
  const noteFound = ({ sha256, source }: FetchedFile) => {
    if (origin === 'found') noteReturn(store, sha256, source, options.now());
  };
  const take: ArchiveContext['take'] = (file, alongside) =>
    inTurn(file.sha256, async () => {
      const report = await ingestOne(context, file, { anew: false, alongside });
      noteFound(file);
      return report;
    });
  return { ...context, take, noteFound };
}

/**
 * Runs the tasks to their end. A task that throws (a full disk, a database that is locked) stops the others: what is
 * stored stays, what is not is left for the next run.
 */
export async function inPool(options: IngestOptions, tasks: (pool: WorkerPool) => Promise<void>[]): Promise<void> {
  const pool = createPool(options.limits, options.tools, options.worker);
  const stop = () => void pool.stop();
  options.signal.addEventListener('abort', stop, { once: true });
  const problems: unknown[] = [];
  const running = tasks(pool).map((task) =>
    task.catch((error: unknown) => {
      problems.push(error);
      return pool.stop();
    }),
  );
  await Promise.all(running);
  options.signal.removeEventListener('abort', stop);
  await pool.stop();
  if (problems.length > 0) throw problems[0];
}

interface IngestContext {
  readonly store: Store;
  readonly pool: WorkerPool;
  readonly options: IngestOptions;
  readonly ownRules: OwnRules;
  readonly commit: Commit;
}

/** `anew`: whatever is remembered of it. `alongside`: what is stored together with it. */
async function ingestOne(
  { store, pool, options, ownRules, commit }: IngestContext,
  fetched: FetchedFile,
  { anew, alongside = () => undefined }: { readonly anew: boolean; readonly alongside?: (() => void) | undefined },
): Promise<FileReport> {
  const { sha256, source } = fetched;
  const memory = recall(store, sha256);
  const canonicalSource = [...memory.sources, source].sort()[0] ?? source;
  const charset = firstCharset(memory.charset, fetched.declaredCharset);
  const seenAt = options.now();
  const known = anew ? null : whatIsKnown(memory, fetched, { canonicalSource, charset }, { ...options, ownRules });
  if (known !== null) {
    await commit(() => {
      if (!memory.sources.includes(source)) saveSource(store, sha256, source, seenAt);
      alongside();
    });
    return stored(store, fetched, known);
  }
  const isTooLarge = fetched.reason?.code === 'too-large';
  const kept = await pack(isTooLarge || memory.isKept ? null : fetched.bytes);
  const acquired = { sha256, size: fetched.size, kept, charset, source, canonicalSource, seenAt };
  const saveReason = (reason: StatusReason) =>
    commit(() => {
      saveFailure(store, acquired, reason, STAGE_VERSIONS);
      alongside();
    });
  if (fetched.reason !== null) {
    await saveReason(fetched.reason);
    return stored(store, fetched, 'processed');
  }
  if (countAttempts(store, sha256) >= MAXIMUM_ATTEMPTS) {
    const message = `处理此文件时程序曾${MAXIMUM_ATTEMPTS}次意外终止，不再尝试；可用 --retry 重试`;
    await saveReason({ code: 'worker-crashed', message });
    return stored(store, fetched, 'processed');
  }
  const artifact = { sha256, bytes: fetched.bytes, source: canonicalSource, declaredCharset: declared(charset) };
  // Counted when a thread takes it: a program that is killed while its threads start has died of no document.
  const remembered = anew ? [] : withOutputs(store, sha256, memory.runs);
  const job = { kind: 'document' as const, artifact, ownRules, remembered };
  const outcome = await pool.process(job, () => commit(() => beginAttempt(store, sha256)));
  if (outcome.kind === 'stopped') {
    await commit(() => cancelAttempt(store, sha256));
    return { kind: 'interrupted', source };
  }
  if (outcome.kind === 'failed') await saveReason(outcome.reason);
  if (outcome.kind === 'done') {
    const { processed } = outcome;
    await commit(() => {
      saveDocument(store, acquired, processed);
      alongside();
    });
  }
  return stored(store, fetched, 'processed');
}

/** Is there nothing to do for this file, and why? */
function whatIsKnown(
  memory: Memory,
  fetched: FetchedFile,
  { canonicalSource, charset }: { readonly canonicalSource: string; readonly charset: string },
  { retry, tools, ownRules }: Pick<IngestOptions, 'retry' | 'tools'> & { readonly ownRules: OwnRules },
): 'unchanged' | 'not-retried' | null {
  const artifact = { sha256: fetched.sha256, source: canonicalSource, declaredCharset: declared(charset) };
  if (isUpToDate(memory, artifact, { tools, ownRules })) return 'unchanged';
  const { failure, sources } = memory;
  const isSameFailure = failure !== null && failure.stages === STAGE_VERSIONS && sources.includes(canonicalSource);
  if (!isSameFailure) return null;
  if (fetched.reason !== null) return failure.code === fetched.reason.code ? 'unchanged' : null;
  return retry || failure.code === 'too-large' ? null : 'not-retried';
}

/** A charset as a reader is told of it. */
function declared(charset: string): string | undefined {
  return charset === '' ? undefined : charset;
}

function stored(
  store: Store,
  { sha256, source }: FetchedFile,
  change: 'processed' | 'unchanged' | 'not-retried',
): FileReport {
  const summary = summaryOf(store, sha256);
  if (summary === undefined) throw new Error(`${source}: stored, but not found again`);
  return { kind: 'stored', source, change, summary, reasons: reasonsOf(store, summary.id) };
}

/** Work on the same key runs one after the other, in the order it was asked for. */
function oneAtATime(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const before = last.get(key) ?? Promise.resolve();
    const next = before.then(work);
    const ended: Promise<unknown> = next
      .catch(() => undefined)
      .finally(() => {
        if (last.get(key) === ended) last.delete(key);
      });
    last.set(key, ended);
    return next;
  };
}
