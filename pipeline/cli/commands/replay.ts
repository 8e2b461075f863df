import { replay } from '../../replay.ts';
import { openForReading, openStore } from '../../store/open.ts';
import { findTools } from '../../tools/find-tools.ts';
import type { Limits } from '../../workers/limits.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { interruptible } from '../interrupt.ts';
import { print, printError, printJson } from '../output.ts';
import type { CliContext } from '../program.ts';
import { createProgress } from '../progress.ts';
import { printable } from '../terminal.ts';
import { replayLines } from '../views/replay.ts';
import { reportLine } from '../views/report-line.ts';

export interface ReplayCommandOptions {
  readonly db: string;
  readonly limits: Limits;
  /** False: pages without text are not recognised. */
  readonly ocr: boolean;
  readonly since?: string | undefined;
  readonly json: boolean;
}

/** `gouji replay`: everything anew from the kept bytes, and what is not as it was. */
export async function replayCommand(options: ReplayCommandOptions, context: CliContext): Promise<ExitCode> {
  const { messages, language } = context;
  refuseMissing(options.db);
  const store = openStore(options.db);
  if (store.backup !== null) printError(`${printable(messages.database.migrated(store.path, store.backup))}\n`);
  const count = store.db.prepare<[], number>('SELECT count(*) FROM documents').pluck().get() ?? 0;
  const progress = createProgress(count, messages);
  const interrupt = interruptible();
  try {
    const report = await replay(store, {
      limits: options.limits,
      tools: await findTools({ ocr: options.ocr, versions: true }),
      retry: true,
      signal: interrupt.signal,
      now: () => new Date().toISOString(),
      onReport: (done) => {
        if (done.kind !== 'skipped')
          (done.kind === 'stored' ? progress.advance : progress.note)(reportLine(done, context));
      },
      since: options.since ?? null,
      findings: language === 'zh' ? 'message' : 'message_en',
    });
    progress.end();
    if (options.json) await printJson(report, { pretty: true });
    else await print(`${replayLines(report, messages).join('\n')}\n`);
    if (interrupt.signal.aborted) {
      printError(`${messages.replay.interrupted}\n`);
      return EXIT.interrupted;
    }
    return report.notReplayed.length === 0 ? EXIT.complete : EXIT.incomplete;
  } finally {
    interrupt.dispose();
    progress.end();
    store.close();
  }
}

/** Opening for writing would make a database; one that is older is brought up to date instead of refused. */
function refuseMissing(db: string): void {
  try {
    openForReading(db).close();
  } catch (error) {
    if (!(error instanceof Error && 'problem' in error && error.problem === 'older')) throw error;
  }
}
