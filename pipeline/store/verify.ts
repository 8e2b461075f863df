import { inflateSync } from 'node:zlib';
import { sha256 as hashOf } from '../workers/encoding.ts';
import { unpack } from './artifacts.ts';
import type { Store } from './open.ts';
import { documentId } from './rows.ts';

/** One kind of thing that was looked at: how many of them, and each that is not as it should be. */
export interface Verdict {
  readonly check: 'pages' | 'references' | 'bytes' | 'outputs' | 'documents' | 'counts' | 'orphans';
  readonly examined: number;
  /** What is wrong, by table, document or hash; empty: nothing. */
  readonly problems: readonly string[];
}

/** Looks at everything in a database, and changes nothing: every page, every kept byte, and whether its rows agree. */
export function verifyStore(store: Store): Verdict[] {
  const checks = { pages, references, bytes, outputs, documents, counts, orphans } as const;
  return Object.entries(checks).map(([name, look]) => attempted(store, name as Verdict['check'], look));
}

/** Damage may be such that a check cannot be made: that is its problem, and the others go on. */
function attempted(store: Store, check: Verdict['check'], look: (store: Store) => Verdict): Verdict {
  try {
    return look(store);
  } catch (error) {
    if (!(error instanceof Error && error.name === 'SqliteError')) throw error;
    return { check, examined: 0, problems: [error.message] };
  }
}

/** The file itself, as SQLite sees it: trees, indexes against tables, types and constraints. */
function pages(store: Store): Verdict {
  const found = store.db.prepare<[], string>('PRAGMA integrity_check').pluck().all().map(String);
  const examined = Number(store.db.pragma('page_count', { simple: true }));
  return { check: 'pages', examined, problems: found.filter((line) => line !== 'ok') };
}

function references(store: Store): Verdict {
  const dangling = store.db
    .prepare<[], { table: string; parent: string; count: number }>(
      'SELECT "table", parent, count(*) AS count FROM pragma_foreign_key_check GROUP BY "table", parent',
    )
    .all();
  const tables = store.db
    .prepare<[], number>(
      `SELECT count(*) FROM sqlite_schema JOIN pragma_foreign_key_list(sqlite_schema.name) WHERE type = 'table'`,
    )
    .pluck()
    .get();
  const problems = dangling.map(({ table, parent, count }) => `${table} → ${parent}: ${count}`);
  return { check: 'references', examined: tables ?? 0, problems };
}

/** Kept bytes against the hash they are named by. */
function bytes(store: Store): Verdict {
  const kept = store.db
    .prepare<[], { sha256: string; size: number }>(
      'SELECT sha256, size FROM artifacts WHERE bytes IS NOT NULL ORDER BY sha256',
    )
    .all();
  const problems = kept.filter(({ sha256, size }) => !isIntact(store, sha256, size)).map(({ sha256 }) => sha256);
  return { check: 'bytes', examined: kept.length, problems };
}

function isIntact(store: Store, sha256: string, size: number): boolean {
  const unpacked = unpack(store, sha256);
  return unpacked !== null && unpacked.length === size && hashOf(unpacked) === sha256;
}

/** Kept outputs of stages, which later runs start from, against the hash they were stored with. */
function outputs(store: Store): Verdict {
  const output = store.db
    .prepare<[string, string], Buffer>('SELECT output FROM stage_runs WHERE artifact = ? AND stage = ?')
    .pluck();
  const runs = store.db
    .prepare<[], { artifact: string; stage: string; hash: string }>(
      `SELECT artifact, stage, output_hash AS hash FROM stage_runs WHERE output IS NOT NULL ORDER BY artifact, stage`,
    )
    .all();
  const isWhole = ({ artifact, stage, hash }: (typeof runs)[number]) => {
    try {
      return hashOf(inflateSync(output.get(artifact, stage) ?? new Uint8Array())) === hash;
    } catch {
      return false;
    }
  };
  const problems = runs.filter((run) => !isWhole(run)).map(({ artifact, stage }) => `${artifact} ${stage}`);
  return { check: 'outputs', examined: runs.length, problems };
}

/** Every document is named by its bytes, was seen somewhere, and either went through the stages or failed in them. */
function documents(store: Store): Verdict {
  const rows = store.db
    .prepare<[], { id: string; artifact: string; isExplained: number }>(
      `SELECT id, artifact,
         EXISTS (SELECT 1 FROM sources WHERE sources.artifact = documents.artifact) AND (
           EXISTS (SELECT 1 FROM stage_runs WHERE stage_runs.artifact = documents.artifact)
           OR EXISTS (SELECT 1 FROM failures WHERE failures.artifact = documents.artifact)) AS isExplained
       FROM documents ORDER BY id`,
    )
    .all();
  const problems = rows
    .filter(({ id, artifact, isExplained }) => id !== documentId(artifact) || isExplained === 0)
    .map(({ id }) => id);
  return { check: 'documents', examined: rows.length, problems };
}

/** Rows that a document is said to have so many of. */
const COUNTED = ['tables', 'facts', 'figures'] as const;

/** How many rows, and checks of each outcome, a document is said to have, against what is stored. */
function counts(store: Store): Verdict {
  const problems = store.db
    .prepare<[], string>(
      `SELECT documents.id FROM documents LEFT JOIN relations ON relations.document = documents.id GROUP BY documents.id
       HAVING count(*) FILTER (WHERE outcome = 'holds') <> holds
         OR count(*) FILTER (WHERE outcome = 'rounding') <> documents.rounding
         OR count(*) FILTER (WHERE outcome = 'broken') <> broken
         OR count(*) FILTER (WHERE outcome = 'undetermined') <> undetermined
         ${COUNTED.map((table) => `OR (SELECT count(*) FROM ${table} WHERE document = documents.id) <> documents.${table}`).join(' ')}
       ORDER BY documents.id`,
    )
    .pluck()
    .all();
  const examined = ['relations', ...COUNTED].map(
    (table) => store.db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0,
  );
  return { check: 'counts', examined: examined.reduce((sum, count) => sum + count, 0), problems };
}

/** Rows whose parent is named by position in a document, where no foreign key can hold them to it. */
const PARENTS: readonly (readonly [string, string])[] = [
  ['relation_operands', 'relations WHERE relations.document = child.document AND relations.n = child.relation'],
  ['finding_operands', 'findings WHERE findings.document = child.document AND findings.n = child.finding'],
  ['cells', 'tables WHERE tables.document = child.document AND tables.id = child.table_id'],
  ['facts', 'tables WHERE tables.document = child.document AND tables.id = child.table_id'],
];

function orphans(store: Store): Verdict {
  let examined = 0;
  const problems: string[] = [];
  for (const [table, parent] of PARENTS) {
    const found = store.db
      .prepare<[], { total: number; lost: number }>(
        `SELECT count(*) AS total, count(*) FILTER (WHERE NOT EXISTS (SELECT 1 FROM ${parent})) AS lost
         FROM ${table} AS child`,
      )
      .get();
    examined += found?.total ?? 0;
    if (found !== undefined && found.lost > 0) problems.push(`${table}: ${found.lost}`);
  }
  return { check: 'orphans', examined, problems };
}
