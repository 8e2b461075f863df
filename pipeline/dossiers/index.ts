import { dossierStage } from '../../extractors/index.ts';
import { type IngestOptions, inPool } from '../ingest.ts';
import { keptOwnRules } from '../own-rules.ts';
import {
  countFindings,
  keptExtraction,
  loadCandidates,
  loadRuns,
  saveMembership,
  saveNotTogether,
  saveTogether,
} from '../store/dossiers.ts';
import type { Store } from '../store/open.ts';
import { inputHash } from '../workers/encoding.ts';
import type { WorkerPool } from '../workers/pool.ts';
import type { OwnRules } from '../workers/protocol.ts';
import type { Candidate, Dossier } from './candidate.ts';
import { companionsOf } from './companions.ts';
import { groupDossiers } from './group.ts';

/**
 * Groups all documents of the database into disclosures and reconciles anew those whose company changed: a file was
 * added to them, or another year of the same unit. What each was reconciled with last is remembered, so that a run that
 * was cut off is taken up by the next, and that running again does nothing.
 */
export async function reconcileDossiers(store: Store, options: IngestOptions): Promise<void> {
  const candidates = loadCandidates(store);
  const dossiers = groupDossiers(candidates);
  saveMembership(store, new Map(dossiers.flatMap(({ id, members }) => members.map((member) => [member.id, id]))));
  const ownRules = keptOwnRules(store);
  const open = openWork(store, candidates, { dossiers, ownRules });
  if (open.length === 0) return;
  await inPool(options, (pool) =>
    open.map((work) =>
      pool.schedule(async () => {
        if (!pool.isStopped()) await reconcileOne({ store, pool, options, ownRules }, work);
      }),
    ),
  );
}

interface Work {
  readonly dossier: Dossier;
  readonly companions: readonly Candidate[];
  /** null: it stands alone, and is to be reconciled alone again. */
  readonly inputHash: string | null;
}

function openWork(
  store: Store,
  candidates: readonly Candidate[],
  { dossiers, ownRules }: { readonly dossiers: readonly Dossier[]; readonly ownRules: OwnRules },
): readonly Work[] {
  const { extractions, dossiers: runs } = loadRuns(store);
  const ofUnit = Map.groupBy(candidates, ({ issuer }) => issuer);
  return dossiers.flatMap((dossier): Work[] => {
    const issuers = new Set(dossier.members.map(({ issuer }) => issuer).filter((issuer) => issuer !== ''));
    const companions = companionsOf(
      dossier.members,
      [...issuers].flatMap((issuer) => ofUnit.get(issuer) ?? []),
    );
    const isAlone = dossier.members.length === 1 && companions.length === 0;
    const hashes = (documents: readonly Candidate[]) => documents.map(({ sha256 }) => extractions.get(sha256) ?? '');
    const hash = isAlone ? null : inputHash(...hashes(dossier.members), '|', ...hashes(companions), '|', ownRules.hash);
    const isCurrent = dossier.members.every(({ sha256 }) => {
      const run = runs.get(sha256);
      return hash === null ? run === undefined : run?.inputHash === hash && run.version >= dossierStage.version;
    });
    return isCurrent ? [] : [{ dossier, companions, inputHash: hash }];
  });
}

interface Context {
  readonly store: Store;
  readonly pool: WorkerPool;
  readonly options: IngestOptions;
  readonly ownRules: OwnRules;
}

async function reconcileOne({ store, pool, options, ownRules }: Context, work: Work): Promise<void> {
  const { members } = work.dossier;
  const ids = members.map(({ id }) => id);
  const findingsBefore = countFindings(store, ids);
  const outcome = await pool.process({
    kind: 'dossier',
    members: members.map(({ sha256 }) => keptExtraction(store, sha256)),
    companions: work.companions.map(({ sha256 }) => keptExtraction(store, sha256)),
    ownRules,
  });
  const run = work.inputHash === null ? null : { version: dossierStage.version, inputHash: work.inputHash };
  if (outcome.kind === 'reconciled') {
    const outputs = members.flatMap(({ sha256 }, index) => {
      const output = outcome.members[index];
      return output ? [{ sha256, output }] : [];
    });
    saveTogether(store, outputs, run);
  } else if (outcome.kind === 'failed' && run !== null) {
    const message = `与其他文件合并核对失败：${outcome.reason.message}`;
    saveNotTogether(
      store,
      members.map(({ sha256 }) => sha256),
      { code: 'dossier-not-reconciled', message },
      run,
    );
  } else return;
  options.onReport({
    kind: 'together',
    sources: members.map(({ source }) => source),
    companions: work.companions.length,
    findingsBefore,
    findingsAfter: countFindings(store, ids),
  });
}
