import type { StageName } from '../../extractors/index.ts';
import type { RememberedRun } from '../workers/protocol.ts';
import type { Store } from './open.ts';
import { reading, readingValues } from './statements.ts';

/** What the store remembers of an artifact. */
export interface Memory {
  readonly runs: readonly RememberedRun[];
  /** Version of the projection its rows were made by, 0 where there are none. */
  readonly storeVersion: number;
  readonly sources: readonly string[];
  /** What servers said of its charset, "" where nobody did. */
  readonly charset: string;
  /** Its bytes are in the store. */
  readonly isKept: boolean;
  readonly failure: { readonly code: string; readonly stages: string } | null;
}

interface RunRow {
  readonly stage: string;
  readonly version: number;
  readonly inputHash: string;
  readonly outputHash: string;
}

/** Outputs are left out here: `withOutputs` loads them for the few documents that are computed anew. */
export function recall(store: Store, sha256: string): Memory {
  const rows = reading<[string], RunRow>(
    store.db,
    'SELECT stage, version, input_hash AS inputHash, output_hash AS outputHash FROM stage_runs WHERE artifact = ?',
  ).all(sha256);
  const sources = readingValues<[string], string>(store.db, 'SELECT source FROM sources WHERE artifact = ?').all(
    sha256,
  );
  const artifact = reading<[string], { charset: string | null; isKept: number }>(
    store.db,
    'SELECT charset, bytes IS NOT NULL AS isKept FROM artifacts WHERE sha256 = ?',
  ).get(sha256);
  const failure = reading<[string], { code: string; stages: string }>(
    store.db,
    'SELECT code, stages FROM failures WHERE artifact = ?',
  ).get(sha256);
  return {
    runs: rows.filter(isStage).map((row) => ({ ...row, output: null })),
    storeVersion: rows.find(({ stage }) => stage === 'store')?.version ?? 0,
    sources,
    charset: artifact?.charset ?? '',
    isKept: artifact?.isKept === 1,
    failure: failure ?? null,
  };
}

export function withOutputs(store: Store, sha256: string, runs: readonly RememberedRun[]): RememberedRun[] {
  const output = readingValues<[string, string], Buffer | null>(
    store.db,
    'SELECT output FROM stage_runs WHERE artifact = ? AND stage = ?',
  );
  return runs.map((run) => ({ ...run, output: output.get(sha256, run.stage) ?? null }));
}

function isStage(row: RunRow): row is RunRow & { readonly stage: StageName } {
  return row.stage === 'read' || row.stage === 'extract' || row.stage === 'reconcile';
}
