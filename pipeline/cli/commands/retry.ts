import { readSources } from '../../crawl/sources.ts';
import { transactLeased } from '../../store/crawl/lease.ts';
import { reopenRun } from '../../store/crawl/runs.ts';
import { forgiveFailures } from '../../store/crawl/urls.ts';
import {
  asOnlyCrawl,
  type CrawlingOptions,
  concludeCrawl,
  crawlAndTell,
  emptyCrawlTally,
  openCrawlStore,
} from '../crawling.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { interruptible } from '../interrupt.ts';
import { printError } from '../output.ts';
import type { CliContext } from '../program.ts';
import { printable } from '../terminal.ts';

export interface RetryOptions extends CrawlingOptions {
  readonly source?: string | undefined;
  readonly cause?: string | undefined;
}

/** `gouji retry`: asks at once for what failed, instead of when its time has come. */
export async function retryCommand(options: RetryOptions, context: CliContext): Promise<ExitCode> {
  const { messages } = context;
  const sources = await readSources(options.sources, options);
  const interrupt = interruptible();
  const store = openCrawlStore(options.db, context);
  const tally = emptyCrawlTally();
  try {
    const result = await asOnlyCrawl(store, interrupt.signal, context, async (leased) => {
      const forgiven = transactLeased(store, leased.owner, () => {
        const counts = forgiveFailures(store, { source: options.source ?? null, cause: options.cause ?? null });
        for (const { source } of counts) reopenRun(store, source);
        return counts;
      });
      for (const { source, count } of forgiven) printError(`${printable(messages.crawl.retrying(source, count))}\n`);
      if (forgiven.length === 0) printError(`${messages.crawl.nothingFailed}\n`);
      const due = sources.filter(({ name }) => forgiven.some(({ source }) => source === name));
      await crawlAndTell(store, due, { leased, options, tally, goOn: true }, context);
    });
    if (result.kind === 'held') return EXIT.incomplete;
  } finally {
    interrupt.dispose();
    store.close();
  }
  return concludeCrawl(tally, { ...options, isStopped: interrupt.signal.aborted }, context);
}
