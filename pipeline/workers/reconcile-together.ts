import { dossierStage, type ReconcileOutput } from '../../extractors/index.ts';
import type { Extraction } from '../../schemas/index.ts';
import { decode } from './encoding.ts';
import type { DossierJob } from './protocol.ts';
import { StageError } from './run-stages.ts';

/** Reconciles the documents of a dossier from their kept extractions. */
export async function reconcileTogether({
  members,
  companions,
  ownRules,
}: DossierJob): Promise<readonly ReconcileOutput[]> {
  try {
    return await dossierStage.run({
      members: members.map((bytes) => decode<Extraction>(bytes)),
      companions: companions.map((bytes) => decode<Extraction>(bytes)),
      rules: ownRules.rules,
    });
  } catch (error) {
    throw new StageError(dossierStage.name, error);
  }
}
