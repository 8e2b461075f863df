import { openForReading } from '../../store/open.ts';
import { type Verdict, verifyStore } from '../../store/verify.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { print, printError, printJson } from '../output.ts';
import type { CliContext } from '../program.ts';
import { printable, tone } from '../terminal.ts';

/** Problems of one kind that are printed for people; `--json` has all. */
const SHOWN = 20;

/** `gouji verify`: is everything in the database what it should be? */
export async function verifyCommand(
  { db, json }: { readonly db: string; readonly json: boolean },
  { messages }: CliContext,
): Promise<ExitCode> {
  const store = openForReading(db, { damaged: 'open' });
  try {
    const verdicts = verifyStore(store);
    const isSound = verdicts.every(({ problems }) => problems.length === 0);
    if (json) await printJson(verdicts, { pretty: true });
    else {
      const lines = verdicts.flatMap((verdict) => verdictLines(verdict, messages));
      await print(`${[...lines, isSound ? messages.verify.sound : messages.verify.unsound].join('\n')}\n`);
    }
    if (!isSound) printError(`gouji: ${printable(messages.database.corrupt(store.path))}\n`);
    return isSound ? EXIT.complete : EXIT.incomplete;
  } finally {
    store.close();
  }
}

function verdictLines({ check, examined, problems }: Verdict, { verify }: CliContext['messages']): string[] {
  const mark = problems.length === 0 ? tone('good', '✓') : tone('error', '✗');
  const shown = problems.slice(0, SHOWN).map((problem) => `    ${printable(problem)}`);
  const rest = problems.length > SHOWN ? [`    … ${problems.length - SHOWN}`] : [];
  return [`${mark} ${verify.checks[check](examined)}`, ...shown, ...rest];
}
