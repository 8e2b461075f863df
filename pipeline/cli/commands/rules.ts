import { catalogue } from '../../../extractors/reconcile/rules/catalogue.ts';
import { NO_RULES, ownRulesOf, readRulesFile } from '../../own-rules.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { print, printJson } from '../output.ts';
import type { CliContext } from '../program.ts';
import { catalogueLines } from '../views/catalogue.ts';

/** `gouji rules`: everything that is checked, with its source; a file of own rules is checked and listed with it. */
export async function rulesCommand(
  { rules: file, json }: { readonly rules?: string; readonly json: boolean },
  { language, messages }: CliContext,
): Promise<ExitCode> {
  const own = file === undefined ? NO_RULES : ownRulesOf(await readRulesFile(file), file);
  const entries = catalogue(own.rules);
  if (json) await printJson(entries, { pretty: true });
  else await print(`${catalogueLines(entries, { language, messages }).join('\n')}\n`);
  return EXIT.complete;
}
