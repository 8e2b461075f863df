import type { Status } from '../schemas/index.ts';
import { reconcileDossiers } from './dossiers/index.ts';
import { type IngestOptions, recomputeKept } from './ingest.ts';
import type { Store } from './store/open.ts';
import { documentId } from './store/rows.ts';
import { allFindings, type NamedFinding, type Snapshot, snapshotOf } from './store/snapshot.ts';
import { compareVersions } from './version.ts';

/** How many are there now that were not, and the other way round. */
interface Difference {
  readonly added: number;
  readonly removed: number;
}

/** What became of one document. */
export interface ReplayedDocument {
  readonly document: string;
  readonly source: string;
  readonly state: { readonly before: Status['state'] | null; readonly after: Status['state'] | null };
  /** Which of title, unit, kind and year are others now. */
  readonly identity: readonly (typeof IDENTITY)[number][];
  readonly facts: Difference;
  readonly figures: Difference;
  readonly newFindings: readonly NamedFinding[];
  readonly lostFindings: readonly NamedFinding[];
}

export interface ReplayReport {
  /** Documents that were computed anew. */
  readonly replayed: number;
  /** Those of which something is not as it was. */
  readonly changed: readonly ReplayedDocument[];
  /** Documents whose bytes are not kept (they were too large), or not what they were. */
  readonly notReplayed: readonly { readonly source: string; readonly why: 'not-kept' | 'damaged' }[];
}

export interface ReplayOptions extends IngestOptions {
  /** Only documents that were stored by this version of the program or a newer one. */
  readonly since: string | null;
  readonly findings: 'message' | 'message_en';
}

const IDENTITY = ['title', 'issuer', 'kind', 'fiscalYear'] as const;

/** Computes what is stored anew from the kept bytes, nothing remembered, and tells what is not as it was. */
export async function replay(store: Store, options: ReplayOptions): Promise<ReplayReport> {
  const documents = storedDocuments(store, options.since);
  const findingsBefore = allFindings(store, options.findings);
  const differences = new Map<string, DocumentDifference>();
  const notReplayed = await recomputeKept(store, documents, {
    ...options,
    around: async (sha256, compute) => {
      const id = documentId(sha256);
      const before = snapshotOf(store, id);
      await compute();
      differences.set(id, difference(before, snapshotOf(store, id)));
    },
  });
  if (!options.signal.aborted) await reconcileDossiers(store, options);
  const findingsAfter = allFindings(store, options.findings);
  // Also documents that were not computed anew may have other findings: those that are compared with one that was.
  const changed = storedDocuments(store, null).flatMap(({ id, source }) => {
    const state = stateOf(store, id);
    const { before, after } = { before: findingsBefore.get(id) ?? [], after: findingsAfter.get(id) ?? [] };
    const replayed = differences.get(id) ?? { ...UNTOUCHED, before: state };
    const document: ReplayedDocument = {
      document: id,
      source,
      state: { before: replayed.before, after: state },
      identity: replayed.identity,
      facts: replayed.facts,
      figures: replayed.figures,
      newFindings: without(after, before),
      lostFindings: without(before, after),
    };
    return isChanged(document) ? [document] : [];
  });
  return { replayed: differences.size, changed, notReplayed };
}

interface StoredDocument {
  readonly id: string;
  readonly sha256: string;
  readonly source: string;
  readonly program: string;
}

function storedDocuments(store: Store, since: string | null): StoredDocument[] {
  return store.db
    .prepare<[], StoredDocument>('SELECT id, artifact AS sha256, source, program FROM documents ORDER BY source, id')
    .all()
    .filter(({ program }) => since === null || compareVersions(program, since) >= 0);
}

function stateOf(store: Store, id: string): Status['state'] | null {
  return (
    store.db.prepare<[string], Status['state']>('SELECT state FROM documents WHERE id = ?').pluck().get(id) ?? null
  );
}

interface DocumentDifference extends Pick<ReplayedDocument, 'identity' | 'facts' | 'figures'> {
  readonly before: Status['state'] | null;
}

const UNTOUCHED = { identity: [], facts: { added: 0, removed: 0 }, figures: { added: 0, removed: 0 } } as const;

function difference(before: Snapshot, after: Snapshot): DocumentDifference {
  return {
    before: before.state,
    identity: IDENTITY.filter((key) => before[key] !== after[key]),
    facts: counted(before.facts, after.facts),
    figures: counted(before.figures, after.figures),
  };
}

function counted(before: readonly string[], after: readonly string[]): Difference {
  const balance = new Map<string, number>();
  for (const text of after) balance.set(text, (balance.get(text) ?? 0) + 1);
  for (const text of before) balance.set(text, (balance.get(text) ?? 0) - 1);
  let [added, removed] = [0, 0];
  for (const count of balance.values()) {
    added += Math.max(count, 0);
    removed += Math.max(-count, 0);
  }
  return { added, removed };
}

function without(findings: readonly NamedFinding[], others: readonly NamedFinding[]): NamedFinding[] {
  const ids = new Set(others.map(({ id }) => id));
  return findings.filter(({ id }) => !ids.has(id)).map(({ id, message }) => ({ id, message }));
}

function isChanged({ state, identity, facts, figures, newFindings, lostFindings }: ReplayedDocument): boolean {
  return (
    state.before !== state.after ||
    [identity.length, facts.added, facts.removed, figures.added, figures.removed].some((count) => count > 0) ||
    newFindings.length + lostFindings.length > 0
  );
}
