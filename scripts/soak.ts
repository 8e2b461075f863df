import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { seededRandom } from './samples/random.ts';
import { soakCrawl } from './soak/crawl.ts';
import { dumpHash, integrityOf } from './soak/dump-hash.ts';

/**
 * `npm run soak -- ingest|replay|crawl [--kills N] [--folder F] [--concurrency N] [--seed N]`: ends the program with SIGKILL
 * at random moments, starts it again, and compares what the database holds then with an undisturbed run. Exits 1 when SQLite
 * finds the file damaged after a kill, or when anything differs in the end. A crawl is one of a site on loopback.
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    kills: { type: 'string', default: '100' },
    folder: { type: 'string', default: fileURLToPath(new URL('../data/samples', import.meta.url)) },
    concurrency: { type: 'string', default: '2' },
    seed: { type: 'string', default: '1' },
  },
});
const command = positionals[0] === 'replay' ? 'replay' : 'ingest';
const kills = Number(values.kills);

if (positionals[0] === 'crawl') {
  const isSound = await soakCrawl({ kills, concurrency: Number(values.concurrency), seed: Number(values.seed) });
  process.exit(isSound ? 0 : 1);
}

/** The program leaves a document alone during which it died three times: so it may die twice before it comes to the end. */
const KILLS_IN_A_ROW = 2;

const main = fileURLToPath(new URL('../pipeline/cli/main.ts', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'gouji-soak-'));
const commandLine = (name: typeof command, database: string) => [
  main,
  name,
  ...(name === 'ingest' ? [resolve(values.folder)] : []),
  ...['--db', database, '--concurrency', values.concurrency],
];

function runToEnd(name: typeof command, database: string): number {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, commandLine(name, database), { encoding: 'utf8' });
  // 1: documents that cannot be read in full are part of many a folder.
  if (status !== 0 && status !== 1) throw new Error(`${name}: exit code ${status}\n${stderr}`);
  return performance.now() - started;
}

async function runAndKill(database: string, delay: number): Promise<boolean> {
  const child = spawn(process.execPath, commandLine(command, database), { stdio: 'ignore' });
  const ended = once(child, 'exit');
  const timer = sleep(delay, null, { ref: false }).then(() => child.kill('SIGKILL'));
  const [, signal] = await Promise.race([ended, timer.then(() => ended)]);
  return signal === 'SIGKILL';
}

const random = seededRandom(Number(values.seed));
const undisturbed = join(scratch, 'undisturbed.sqlite');
let duration = runToEnd('ingest', undisturbed);
if (command === 'replay') duration = runToEnd('replay', undisturbed);
const expected = dumpHash(undisturbed);
const problems: string[] = [];
let [killed, ended, rounds] = [0, 0, 0];
while (killed < kills) {
  const database = join(scratch, 'killed.sqlite');
  for (const suffix of ['', '-wal', '-shm']) rmSync(database + suffix, { force: true });
  if (command === 'replay') copyFileSync(undisturbed, database);
  // What is left to do after a kill takes the less the later it came: the next one must come within that.
  let left = duration;
  for (let n = 0; n < KILLS_IN_A_ROW && killed < kills; n++) {
    const delay = random.between(0, Math.ceil(left));
    const started = performance.now();
    if (await runAndKill(database, delay)) {
      killed++;
      left -= delay;
    } else {
      ended++;
      // The machine is less busy than it was during the undisturbed run: later moments would hit nothing.
      if (n === 0) duration = performance.now() - started;
    }
    const verdict = existsSync(database) ? integrityOf(database) : 'ok';
    if (verdict !== 'ok') problems.push(`kill ${killed} after ${delay} ms: ${verdict}`);
  }
  runToEnd(command, database);
  rounds++;
  if (dumpHash(database) !== expected) problems.push(`after kill ${killed}: the database differs`);
  if (rounds % 10 === 0) console.error(`${killed} kills`);
}
rmSync(scratch, { recursive: true, force: true });
console.log(
  `${command}: ${killed} kills within ${(duration / 1000).toFixed(1)} s, ${ended} runs that ended before; ${rounds} databases compared, ${problems.length} problems`,
);
for (const problem of problems) console.log(problem);
if (problems.length > 0) process.exitCode = 1;
