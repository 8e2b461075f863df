import { GoujiError } from '../../errors.ts';
import { listDataFiles, readDataFile } from '../../knowledge/index.ts';
import { parseRules } from './read-rules.ts';
import type { FormRule } from './rule.ts';

export type { ParsedRules, RuleFileError, RulesOrigin } from './read-rules.ts';
export { parseRules } from './read-rules.ts';
export type { FormRule } from './rule.ts';

let known: readonly FormRule[] | null = null;

/** The rules of data/rules, in the order of files and lines. Throws a GoujiError where a file is wrong. */
export function listRules(): readonly FormRule[] {
  known ??= listDataFiles('rules', '.yaml').flatMap((file) => {
    const { rules, errors } = parseRules(readDataFile(file), { source: `data/${file}` });
    const [first] = errors;
    if (first === undefined) return rules;
    throw new GoujiError('data-file-invalid', `data/${file}:${first.line}:${first.column}: ${first.mistake.en}`, {
      remedy: `Correct line ${first.line} of data/${file}.`,
    });
  });
  return known;
}
