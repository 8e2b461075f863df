import type { Extraction, Remark } from '../../../schemas/index.ts';
import { inspectCodeNames } from './code-names.ts';
import { inspectMalformedNumbers } from './malformed-numbers.ts';

/** Defects of tables that are seen without arithmetic. */
export function inspectTables(extraction: Extraction): readonly Remark[] {
  return [...inspectCodeNames(extraction), ...inspectMalformedNumbers(extraction)];
}
