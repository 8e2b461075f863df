import type { Extraction } from '../../schemas/index.ts';
import { type Statement, statementsOf } from '../series/statements.ts';
import { decode } from '../workers/encoding.ts';
import { keptExtraction } from './dossiers.ts';
import type { Store } from './open.ts';

/** The units whose name contains `wanted`; only the unit itself where it has exactly this name. */
export function unitsNamed(store: Store, wanted: string): string[] {
  const names = store.db
    .prepare<[string], string>(
      "SELECT DISTINCT issuer FROM documents WHERE issuer <> '' AND instr(issuer, ?) > 0 ORDER BY issuer",
    )
    .pluck()
    .all(wanted)
    .map(String);
  return names.includes(wanted) ? [wanted] : names;
}

/** Every understood number in the disclosures of a unit that are in force, by year. */
export function statementsOfUnit(store: Store, unit: string): Statement[] {
  const documents = store.db
    .prepare<[string], { id: string; artifact: string }>(
      `SELECT id, artifact FROM documents WHERE issuer = ? AND kind IN ('budget', 'final_accounts') AND id NOT IN (SELECT document FROM superseded_documents)
       AND EXISTS (SELECT 1 FROM stage_runs WHERE stage_runs.artifact = documents.artifact AND stage = 'extract' AND output IS NOT NULL)
       ORDER BY fiscal_year, kind, source, id`,
    )
    .all(unit);
  return documents.flatMap(({ id, artifact }) => statementsOf(decode<Extraction>(keptExtraction(store, artifact)), id));
}
