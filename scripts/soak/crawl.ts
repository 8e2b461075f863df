import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crawlAndKill } from '../../test/pipeline/crawl/crawl-and-kill.ts';
import { seededRandom } from '../samples/random.ts';

export interface CrawlSoak {
  readonly kills: number;
  /** Documents read at the same time. */
  readonly concurrency: number;
  readonly seed: number;
}

const MOMENTS = 1_000_000;

/**
 * Kills a crawl outright at random moments, goes on each time, and compares the database with that of an undisturbed crawl.
 * Gives false where they differ, or where a URL was asked for more often than once and once for each kill.
 */
export async function soakCrawl({ kills, concurrency, seed }: CrawlSoak): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-soak-'));
  const random = seededRandom(seed);
  const moments = Array.from({ length: kills }, () => random.between(0, MOMENTS) / MOMENTS);
  const report = await crawlAndKill(folder, moments, { articles: 120, attachments: 40, concurrency });
  rmSync(folder, { recursive: true });
  const isSame = report.killed === report.undisturbed;
  console.log(`${report.kills} kills, ${report.urls} URLs: the database is ${isSame ? 'the same' : 'NOT the same'}`);
  if (!isSame) for (const line of differences(report.undisturbed, report.killed)) console.log(line);
  console.log(`most requests for one URL: ${report.mostRequests}`);
  return isSame && report.mostRequests <= 1 + kills;
}

/** The first lines that only one of two databases has: "-" undisturbed, "+" killed. */
function differences(undisturbed: string, killed: string): readonly string[] {
  const [before, after] = [undisturbed.split('\n'), killed.split('\n')];
  const [hadBefore, hasNow] = [new Set(before), new Set(after)];
  return [
    ...before.filter((line) => !hasNow.has(line)).map((line) => `- ${line}`),
    ...after.filter((line) => !hadBefore.has(line)).map((line) => `+ ${line}`),
  ].slice(0, 20);
}

// `node scripts/soak/crawl.ts [KILLS] [CONCURRENCY]`: at other moments each time.
if (import.meta.main) {
  const [kills = '50', concurrency = '1'] = process.argv.slice(2);
  const seed = Math.floor(Math.random() * 2 ** 31);
  console.log(`seed ${seed}`);
  process.exitCode = (await soakCrawl({ kills: Number(kills), concurrency: Number(concurrency), seed })) ? 0 : 1;
}
