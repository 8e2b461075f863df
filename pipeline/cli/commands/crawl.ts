import { existsSync } from 'node:fs';
import { clientsFor } from '../../crawl/clients.ts';
import { prospects } from '../../crawl/dry-run.ts';
import { type CrawlSource, readSources } from '../../crawl/sources.ts';
import { createHttpClient } from '../../fetch/http/index.ts';
import { isKnownUrl } from '../../store/crawl/urls.ts';
import { openForReading } from '../../store/open.ts';
import {
  asOnlyCrawl,
  type CrawlingOptions,
  concludeCrawl,
  crawlAndTell,
  emptyCrawlTally,
  namedSources,
  openCrawlStore,
  sayWhoAsks,
} from '../crawling.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { interruptible } from '../interrupt.ts';
import { print, printError, printJson } from '../output.ts';
import type { CliContext } from '../program.ts';
import { printable } from '../terminal.ts';
import { causeText } from '../views/fetch-cause.ts';
import { tableLines } from '../views/table.ts';

export interface CrawlCommandOptions extends CrawlingOptions {
  readonly source: readonly string[];
  readonly dryRun: boolean;
}

/** `gouji crawl` */
export async function crawlCommand(options: CrawlCommandOptions, context: CliContext): Promise<ExitCode> {
  const sources = namedSources(await readSources(options.sources, options), options.source, context);
  if (sources === null) return EXIT.usage;
  sayWhoAsks(sources, context);
  const interrupt = interruptible();
  try {
    return options.dryRun
      ? await dryRun(sources, options, interrupt.signal, context)
      : await crawlOnce(sources, options, interrupt.signal, context);
  } finally {
    interrupt.dispose();
  }
}

async function crawlOnce(
  sources: readonly CrawlSource[],
  options: CrawlCommandOptions,
  signal: AbortSignal,
  context: CliContext,
): Promise<ExitCode> {
  const store = openCrawlStore(options.db, context);
  const tally = emptyCrawlTally();
  try {
    const result = await asOnlyCrawl(store, signal, context, (leased) =>
      crawlAndTell(store, sources, { leased, options, tally, goOn: false }, context),
    );
    if (result.kind === 'held') return EXIT.incomplete;
  } finally {
    store.close();
  }
  return concludeCrawl(tally, { ...options, isStopped: signal.aborted }, context);
}

/** Says what a crawl would ask for; a database is only looked into, where there is one. */
async function dryRun(
  sources: readonly CrawlSource[],
  options: CrawlCommandOptions,
  signal: AbortSignal,
  context: CliContext,
): Promise<ExitCode> {
  const { messages } = context;
  const store = existsSync(options.db) ? openForReading(options.db) : null;
  const clients = clientsFor(sources, createHttpClient);
  const found = [];
  let failures = 0;
  const onFailure = (url: string, failure: string) => {
    failures += 1;
    printError(`✗ ${printable(url)}  ${causeText(failure, messages)}\n`);
  };
  try {
    for (const site of sources) {
      const isKnown = (url: string) => store !== null && isKnownUrl(store, url);
      for await (const prospect of prospects(site, { client: clients.of(site), isKnown, signal, onFailure }))
        found.push(prospect);
    }
  } finally {
    await clients.close();
    store?.close();
  }
  if (options.json) await printJson(found, { pretty: true });
  else {
    const { prospect } = messages.crawl;
    const lines = tableLines(
      [
        { title: prospect.state, align: 'start' },
        { title: prospect.role, align: 'start' },
        { title: prospect.text, align: 'start', flexible: true },
        { title: prospect.url, align: 'start' },
      ],
      found.map(({ isKnown, role, text, url }) => [
        isKnown ? prospect.known : prospect.new,
        messages.crawl.roles[role],
        printable(text),
        printable(url),
      ]),
    );
    await print(`${[...lines, '', prospect.nothingStored(found.length)].join('\n')}\n`);
  }
  if (signal.aborted) return EXIT.interrupted;
  return failures === 0 ? EXIT.complete : EXIT.incomplete;
}
