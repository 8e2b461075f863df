import type { ReconcileOutput } from '../../extractors/index.ts';
import type { StatusReason } from '../../schemas/index.ts';
import type { Candidate } from '../dossiers/candidate.ts';
import { insertRows } from './insert.ts';
import type { Store } from './open.ts';
import { documentId, reconciliationRows } from './rows.ts';
import { reading, readingValues, writing } from './statements.ts';

/**
 * Every document that was read, with what decides which belong together. Unreadable ones have nothing to compare; versions
 * that were replaced where they stood belong to the past.
 */
export function loadCandidates(store: Store): Candidate[] {
  const rows = reading<[], CandidateRow>(
    store.db,
    `SELECT id, artifact AS sha256, source, media_type AS mediaType, issuer, fiscal_year AS fiscalYear, kind,
        (SELECT json_group_array(source ORDER BY source) FROM sources WHERE artifact = documents.artifact) AS sources,
        (SELECT json_group_array(href ORDER BY n) FROM document_links WHERE document = documents.id) AS links,
        (SELECT json_group_array(DISTINCT kind) FROM tables WHERE document = documents.id AND kind IS NOT NULL) AS forms,
        (SELECT count(*) FROM figures WHERE document = documents.id) AS figures
       FROM documents
       WHERE EXISTS (SELECT 1 FROM stage_runs WHERE artifact = documents.artifact AND stage = 'extract')
         AND id NOT IN (SELECT document FROM superseded_documents)
       ORDER BY source, id`,
  ).all();
  return rows.map(({ sources, links, forms, ...row }) => ({
    ...row,
    sources: JSON.parse(sources),
    links: JSON.parse(links),
    forms: JSON.parse(forms),
  }));
}

type CandidateRow = Omit<Candidate, 'sources' | 'links' | 'forms'> &
  Readonly<Record<'sources' | 'links' | 'forms', string>>;

/** A run of stage `dossier` for a document: what it was given and by which version. */
export interface DossierRun {
  readonly version: number;
  readonly inputHash: string;
}

/** Hashes of the extractions by artifact, and the dossier runs that were made of them. */
export function loadRuns(store: Store): {
  readonly extractions: ReadonlyMap<string, string>;
  readonly dossiers: ReadonlyMap<string, DossierRun>;
} {
  const rows = reading<[], { artifact: string; stage: string; version: number; inputHash: string; outputHash: string }>(
    store.db,
    `SELECT artifact, stage, version, input_hash AS inputHash, output_hash AS outputHash
       FROM stage_runs WHERE stage IN ('extract', 'dossier')`,
  ).all();
  const of = (stage: string) => rows.filter((row) => row.stage === stage);
  return {
    extractions: new Map(of('extract').map(({ artifact, outputHash }) => [artifact, outputHash])),
    dossiers: new Map(of('dossier').map(({ artifact, version, inputHash }) => [artifact, { version, inputHash }])),
  };
}

/** The kept extraction of an artifact, encoded as stages keep their outputs. */
export function keptExtraction(store: Store, sha256: string): Uint8Array {
  const output = readingValues<[string], Buffer | null>(
    store.db,
    "SELECT output FROM stage_runs WHERE artifact = ? AND stage = 'extract'",
  ).get(sha256);
  if (!output) throw new RangeError(`${sha256}: its extraction is not kept`);
  return output;
}

export function countFindings(store: Store, ids: readonly string[]): number {
  const count = readingValues<[string], number>(
    store.db,
    "SELECT count(*) FROM findings WHERE document = ? AND status <> 'rounding'",
  );
  return ids.reduce((sum, id) => sum + (count.get(id) ?? 0), 0);
}

/** Notes for every document which dossier it belongs to; only rows that change are written. */
export function saveMembership(store: Store, dossierOf: ReadonlyMap<string, string>): void {
  store.transact(() => {
    const update = writing(store.db, 'UPDATE documents SET dossier = ? WHERE id = ? AND dossier IS NOT ?');
    for (const [id, dossier] of dossierOf) update.run(dossier, id, dossier);
    store.db.exec(
      `UPDATE documents SET dossier = id
       WHERE dossier IS NULL OR (dossier <> id AND id IN (SELECT document FROM superseded_documents))`,
    );
  });
}

/** What reconciling the members together gave, in place of what reconciling each alone had given. */
export function saveTogether(
  store: Store,
  members: readonly { readonly sha256: string; readonly output: ReconcileOutput }[],
  run: DossierRun | null,
): void {
  store.transact(() => {
    for (const { sha256, output } of members) {
      const id = documentId(sha256);
      for (const table of ['relations', 'relation_operands', 'findings', 'finding_operands'])
        writing(store.db, `DELETE FROM ${table} WHERE document = ?`).run(id);
      for (const { table, rows } of reconciliationRows(id, output)) insertRows(store.db, table, rows);
      writing(
        store.db,
        'UPDATE documents SET holds = @holds, rounding = @rounding, broken = @broken, undetermined = @undetermined WHERE id = @id',
      ).run({ id, ...output.zh.checks });
      rememberRun(store, sha256, run);
    }
  });
}

/** The members could not be reconciled together: what runs between them was not checked, and that is said. */
export function saveNotTogether(store: Store, sha256s: readonly string[], reason: StatusReason, run: DossierRun): void {
  store.transact(() => {
    for (const sha256 of sha256s) {
      const document = documentId(sha256);
      const n = readingValues<[string], number>(store.db, 'SELECT count(*) FROM status_reasons WHERE document = ?').get(
        document,
      );
      insertRows(store.db, 'status_reasons', [
        { document, n: n ?? 0, code: reason.code, page: null, message: reason.message },
      ]);
      writing(store.db, "UPDATE documents SET state = 'partial' WHERE id = ? AND state = 'complete'").run(document);
      rememberRun(store, sha256, run);
    }
  });
}

function rememberRun(store: Store, artifact: string, run: DossierRun | null): void {
  writing(store.db, "DELETE FROM stage_runs WHERE artifact = ? AND stage = 'dossier'").run(artifact);
  if (run === null) return;
  const { version, inputHash } = run;
  insertRows(store.db, 'stage_runs', [
    { artifact, stage: 'dossier', version, input_hash: inputHash, output_hash: '', output: null },
  ]);
}
