import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crawlAndKill } from '../../test/pipeline/crawl/crawl-and-kill.ts';

/**
 * `node scripts/soak/crawl.ts [KILLS]`: kills a crawl outright at random moments (50 of them), goes on each time, and compares the
 * database with that of an undisturbed crawl. Exit code 1 where they differ, or where a URL was asked for more often than
 * once and once for each kill.
 */
const kills = Number(process.argv[2] ?? 50);
const folder = mkdtempSync(join(tmpdir(), 'gouji-soak-'));
const moments = Array.from({ length: kills }, () => Math.random());
const report = await crawlAndKill(folder, moments, { articles: 120, attachments: 40 });
rmSync(folder, { recursive: true });
const isSame = report.killed === report.undisturbed;
console.log(`${report.kills} kills, ${report.urls} URLs: the database is ${isSame ? 'the same' : 'NOT the same'}`);
if (!isSame) for (const line of differences(report.undisturbed, report.killed)) console.log(line);
console.log(`most requests for one URL: ${report.mostRequests}`);
process.exitCode = isSame && report.mostRequests <= 1 + kills ? 0 : 1;

/** The first lines that only one of two databases has: "-" undisturbed, "+" killed. */
function differences(undisturbed: string, killed: string): readonly string[] {
  const [before, after] = [new Set(undisturbed.split('\n')), new Set(killed.split('\n'))];
  return [
    ...[...before.difference(after)].map((line) => `- ${line}`),
    ...[...after.difference(before)].map((line) => `+ ${line}`),
  ].slice(0, 20);
}
