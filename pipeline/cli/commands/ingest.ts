import { reconcileDossiers } from '../../dossiers/index.ts';
import { findFiles, parsePathList } from '../../fetch/find-files.ts';
import { type FileReport, ingestFiles, refreshOutdated } from '../../ingest.ts';
import { ownRulesOf, readRulesFile } from '../../own-rules.ts';
import { openStore, type Store } from '../../store/open.ts';
import { keepRules } from '../../store/own-rules.ts';
import { findTools } from '../../tools/find-tools.ts';
import type { Limits } from '../../workers/limits.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { interruptible } from '../interrupt.ts';
import { print, printError } from '../output.ts';
import { fileProblem } from '../problems.ts';
import type { CliContext } from '../program.ts';
import { createProgress } from '../progress.ts';
import { printable, tone } from '../terminal.ts';
import { reportLine } from '../views/report-line.ts';
import { emptyTally, summaryLines, type Tally, tallied } from '../views/tally.ts';

export interface IngestCommandOptions {
  readonly db: string;
  readonly limits: Limits;
  /** False: pages without text are not recognised. */
  readonly ocr: boolean;
  readonly retry: boolean;
  /** Also recompute stored documents whose stages are older than the program's, from their kept bytes. */
  readonly outdated: boolean;
  /** A file of own rules for this database from now on; false: none any more; undefined: those it keeps. */
  readonly rules?: string | false | undefined;
}

/** `gouji ingest PATHS…` */
export async function ingestCommand(
  paths: readonly string[],
  options: IngestCommandOptions,
  context: CliContext,
): Promise<ExitCode> {
  const started = process.hrtime.bigint();
  const { messages } = context;
  const rules = await checkedRules(options.rules);
  const found = await findFiles(await withStandardInput(paths));
  for (const { path, code } of found.problems)
    printError(`${tone('error', '✗', process.stderr)} ${fileProblem(path, code, messages)}\n`);
  if (found.files.length === 0 && !options.outdated && rules === undefined) {
    printError(`${messages.ingest.nothing}\n`);
    return EXIT.incomplete;
  }
  const store = openStore(options.db);
  if (store.backup !== null) printError(`${printable(messages.database.migrated(store.path, store.backup))}\n`);
  if (rules !== undefined) keepRules(store, rules);
  const progress = createProgress(found.files.length, messages);
  let tally: Tally = { ...emptyTally, notOpened: found.problems.length, skipped: found.skipped };
  const named = new Set(found.files);
  const onReport = (report: FileReport) => {
    tally = tallied(tally, report);
    if (report.kind === 'skipped') return; // named by a few examples in the summary
    const isFile = report.kind !== 'together' && named.has(report.source);
    (isFile ? progress.advance : progress.note)(reportLine(report, context));
  };
  const interrupt = interruptible();
  try {
    await run(store, found.files, { ...options, signal: interrupt.signal, onReport });
  } finally {
    interrupt.dispose();
    progress.end();
    store.close();
  }
  const seconds = (Number(process.hrtime.bigint() - started) / 1e9).toFixed(1);
  await print(summaryLines(tally, { seconds, database: options.db }, context));
  if (interrupt.signal.aborted) return EXIT.interrupted;
  return tally.partial + tally.unreadable + tally.notOpened === 0 ? EXIT.complete : EXIT.incomplete;
}

/** The text of the rules, checked before anything is done; null: none any more; undefined: no change. */
async function checkedRules(file: string | false | undefined): Promise<string | null | undefined> {
  if (file === undefined) return undefined;
  if (file === false) return null;
  const text = await readRulesFile(file);
  ownRulesOf(text, file);
  return text;
}

type Run = IngestCommandOptions & { readonly signal: AbortSignal; readonly onReport: (report: FileReport) => void };

async function run(
  store: Store,
  files: readonly string[],
  { limits, ocr, retry, outdated, rules, signal, onReport }: Run,
): Promise<void> {
  const tools = await findTools({ ocr, versions: true });
  const options = { limits, tools, retry, signal, onReport, now: () => new Date().toISOString() };
  await ingestFiles(store, files, options);
  // Other rules are a reason to judge what is stored anew, as a newer program is.
  if ((outdated || rules !== undefined) && !signal.aborted) await refreshOutdated(store, options);
  if (!signal.aborted) await reconcileDossiers(store, options);
}

/** `-` among the paths stands for the list on standard input. */
async function withStandardInput(paths: readonly string[]): Promise<string[]> {
  if (!paths.includes('-')) return [...paths];
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  const listed = parsePathList(Buffer.concat(chunks).toString('utf8'));
  return paths.flatMap((path) => (path === '-' ? listed : [path]));
}
