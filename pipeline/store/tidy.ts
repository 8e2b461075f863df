import Big from 'big.js';
import { scaleOf } from '../../extractors/reconcile/judge/units.ts';
import { phaseOfDocument } from '../../extractors/reconcile/subjects/periods.ts';
import { conceptOfColumn } from '../../extractors/tables/concepts.ts';
import type { ExtractedFact, Extraction } from '../../schemas/index.ts';

/** What is computed of a number when it is stored, because a view that other programs open cannot compute it. */

/** A printed amount in 元, exact: "2855.85" 万元 → "28558500". null for what is no amount of money. */
export function yuanOf(value: string, unit: string): string | null {
  const { dimension, exponent } = scaleOf(unit);
  if (dimension !== 'money') return null;
  // A zero that is printed with decimals stays a plain zero.
  return new Big(value).times(new Big(10).pow(exponent)).toFixed();
}

/**
 * The stage of the year a fact is about: what its header says, else that of the document (决算 → final, 预算 → budget), null
 * where neither says. The header is read once per column.
 */
export function phaseReader({ document, tables }: Extraction): (fact: ExtractedFact) => string | null {
  const phases = new Map<string, string | null>();
  for (const { id, kind, columns } of tables) {
    for (const { c, path } of columns) {
      const { phase } = conceptOfColumn(path, kind, document.fiscalYear);
      phases.set(`${id}:${c}`, phase ?? (phaseOfDocument(document.kind) || null));
    }
  }
  return ({ table, c }) => phases.get(`${table}:${c}`) ?? null;
}
