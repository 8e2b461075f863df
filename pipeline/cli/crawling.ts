import type { FetchFailure } from '../crawl/contracts.ts';
import { crawl } from '../crawl/crawl.ts';
import { type Leased, type LeaseResult, withLease } from '../crawl/lease.ts';
import { namesContact } from '../crawl/politeness.ts';
import type { CrawlSource } from '../crawl/sources.ts';
import type { VisitReport } from '../crawl/visit.ts';
import { createHttpClient } from '../fetch/http/index.ts';
import type { FileReport } from '../ingest.ts';
import { openStore, type Store } from '../store/open.ts';
import { findTools } from '../tools/find-tools.ts';
import type { Limits } from '../workers/limits.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { print, printError, printJson } from './output.ts';
import type { CliContext } from './program.ts';
import { printable, tone } from './terminal.ts';
import { causeText } from './views/fetch-cause.ts';
import { reportLine } from './views/report-line.ts';
import { visitLine } from './views/visit-line.ts';

/** What `crawl`, `watch` and `retry` have in common. */

export interface CrawlingOptions {
  readonly db: string;
  readonly sources: string;
  readonly limits: Limits;
  readonly ocr: boolean;
  readonly allowPrivate: boolean;
  readonly json: boolean;
}

/** What became of the documents of a crawl, counted as they came. */
export interface CrawlTally {
  new: number;
  changed: number;
  unchanged: number;
  withdrawn: number;
  failed: Partial<Record<FetchFailure, number>>;
  read: number;
  notReadInFull: number;
}

export function emptyCrawlTally(): CrawlTally {
  return { new: 0, changed: 0, unchanged: 0, withdrawn: 0, failed: {}, read: 0, notReadInFull: 0 };
}

/** Runs `work` as the only crawl of the database; says so and ends where there is another one. */
export async function asOnlyCrawl<T>(
  store: Store,
  signal: AbortSignal,
  { messages }: CliContext,
  work: (leased: Leased) => Promise<T>,
): Promise<LeaseResult<T>> {
  const result = await withLease(store, { clock: () => new Date(), signal }, work);
  if (result.kind === 'held') {
    const { host, pid, since } = result.by;
    printError(`gouji: ${printable(messages.crawl.alreadyRunning(host, pid, since))}\n`);
  }
  return result;
}

export function openCrawlStore(db: string, { messages }: CliContext): Store {
  const store = openStore(db);
  if (store.backup !== null) printError(`${printable(messages.database.migrated(store.path, store.backup))}\n`);
  return store;
}

/** One crawl of the given sources, with a line for each thing that happened. Adds to the tally. */
export async function crawlAndTell(
  store: Store,
  sources: readonly CrawlSource[],
  { leased, options, tally, goOn }: { leased: Leased; options: CrawlingOptions; tally: CrawlTally; goOn: boolean },
  context: CliContext,
): Promise<void> {
  const clock = () => new Date();
  const say = (line: string) => printError(`${line}\n`);
  const onVisit = (report: VisitReport) => {
    if (report.failure !== null && report.outcome === 'failed')
      tally.failed[report.failure] = (tally.failed[report.failure] ?? 0) + 1;
    else if (report.role !== 'list' && report.outcome !== 'failed') tally[report.outcome] += 1;
    const line = visitLine(report, context);
    if (line !== null) say(line);
  };
  const onReport = (report: FileReport) => {
    if (report.kind === 'skipped') return;
    if (report.kind === 'stored') {
      tally.read += 1;
      tally.notReadInFull += report.summary.state === 'complete' ? 0 : 1;
    }
    if (report.kind !== 'interrupted') say(`  ${reportLine(report, context)}`);
  };
  const { limits, ocr } = options;
  const tools = await findTools({ ocr, versions: true });
  const ingest = { limits, tools, retry: false, signal: leased.signal, now: () => clock().toISOString(), onReport };
  await crawl(store, sources, { ...leased, createClient: createHttpClient, ingest, clock, onVisit, goOn });
}

/** The closing lines of a crawl and its exit code. */
export async function concludeCrawl(
  tally: CrawlTally,
  { isStopped, json, db }: { isStopped: boolean; json: boolean; db: string },
  { messages }: CliContext,
): Promise<ExitCode> {
  const failures = Object.entries(tally.failed).sort();
  const failed = failures.reduce((sum, [, count]) => sum + count, 0);
  if (json) await printJson(tally, { pretty: true });
  else {
    const lines = [
      tone('strong', messages.crawl.summary({ ...tally, failed })),
      ...(tally.notReadInFull > 0 ? [messages.crawl.notReadInFull(tally.notReadInFull)] : []),
      ...failures.map(([cause, count]) => tone('error', `  ${count} × ${causeText(cause, messages)}`)),
      ...(isStopped ? [tone('warning', messages.crawl.stopped)] : []),
      tone('dim', messages.ingest.database(printable(db))),
    ];
    await print(`${lines.join('\n')}\n`);
  }
  if (isStopped) return EXIT.interrupted;
  return failed + tally.notReadInFull === 0 ? EXIT.complete : EXIT.incomplete;
}

/** Says where requests go out without a word on whom to turn to: a site that is bothered can then only block them. */
export function sayWhoAsks(sources: readonly CrawlSource[], { messages }: CliContext): void {
  const anonymous = sources.filter(({ politeness }) => !namesContact(politeness.userAgent));
  if (anonymous.length === 0) return;
  const names = anonymous.map(({ name }) => printable(name)).join(messages.crawl.between);
  printError(`${tone('warning', messages.crawl.noContact(names))}\n`);
}

/** The sources that are named, or all of them; null after saying which name there is none of. */
export function namedSources<S extends { readonly name: string }>(
  sources: readonly S[],
  names: readonly string[],
  { messages }: CliContext,
): readonly S[] | null {
  const missing = names.filter((name) => !sources.some((source) => source.name === name));
  for (const name of missing)
    printError(
      `gouji: ${printable(messages.crawl.noSuchSource(name, sources.map((source) => source.name).join(', ')))}\n`,
    );
  if (missing.length > 0) return null;
  return names.length === 0 ? sources : sources.filter(({ name }) => names.includes(name));
}
