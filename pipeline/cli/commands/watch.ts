import { followSources } from '../../crawl/follow-sources.ts';
import { watch } from '../../crawl/watch.ts';
import {
  asOnlyCrawl,
  type CrawlingOptions,
  concludeCrawl,
  crawlAndTell,
  emptyCrawlTally,
  openCrawlStore,
  sayWhoAsks,
} from '../crawling.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { interruptible } from '../interrupt.ts';
import { printError } from '../output.ts';
import { reportProblem } from '../problems.ts';
import type { CliContext } from '../program.ts';

/** `gouji watch`: crawls each source by its schedule until it is stopped; stopping it is how it ends well. */
export async function watchCommand(options: CrawlingOptions, context: CliContext): Promise<ExitCode> {
  const { messages } = context;
  const currentSources = await followSources(options.sources, options, (change) => {
    if (change.kind === 'mistaken') reportProblem(change.error, context);
    printError(`${change.kind === 'read' ? messages.crawl.sourcesRead(change.sources) : messages.crawl.sourcesKept}\n`);
  });
  sayWhoAsks(await currentSources(), context);
  const interrupt = interruptible();
  const store = openCrawlStore(options.db, context);
  try {
    const result = await asOnlyCrawl(store, interrupt.signal, context, async (leased) => {
      await watch(store, currentSources, {
        clock: () => new Date(),
        signal: leased.signal,
        onWait: (next, count) => printError(`${messages.crawl.waiting(count, next?.toISOString() ?? null)}\n`),
        crawl: async (due) => {
          const tally = emptyCrawlTally();
          await crawlAndTell(store, due, { leased, options, tally, goOn: false }, context);
          await concludeCrawl(tally, { ...options, isStopped: leased.signal.aborted }, context);
        },
      });
      // Stopped by nobody here: another program has taken over.
      if (!interrupt.signal.aborted) throw leased.signal.reason;
    });
    return result.kind === 'held' ? EXIT.incomplete : EXIT.complete;
  } finally {
    interrupt.dispose();
    store.close();
  }
}
