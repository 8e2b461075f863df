import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { environment, MAIN } from '../cli/run-cli.ts';
import { startPublisher } from './publishers/publisher.ts';
import { scriptPages } from './publishers/systems.ts';

export interface KillReport {
  readonly kills: number;
  /** The database of the crawl that was killed, and of one that was not. */
  readonly killed: string;
  readonly undisturbed: string;
  /** The most requests for one URL. */
  readonly mostRequests: number;
  readonly urls: number;
}

/**
 * Crawls a publisher once undisturbed, and once killed outright again and again, each time after a share (0…1) of the time
 * that a whole crawl takes, until there are no more moments; then to the end.
 */
export async function crawlAndKill(
  folder: string,
  moments: readonly number[],
  {
    concurrency = 1,
    ...size
  }: { readonly articles: number; readonly attachments: number; readonly concurrency?: number },
): Promise<KillReport> {
  const publisher = await startPublisher(scriptPages, { name: '澜桥', ...size });
  try {
    const sources = join(folder, 'sources.yaml');
    const start = `${publisher.server.origin}${scriptPages.list(0)}`;
    writeFileSync(
      sources,
      `politeness: { delay: 0, concurrencyPerHost: 2 }\nsources:\n  - name: 澜桥市\n    start: ['${start}']\n`,
    );
    const args = (db: string) => [
      'crawl',
      '--allow-private',
      '--sources',
      sources,
      '--db',
      join(folder, db),
      '-c',
      String(concurrency),
    ];
    const began = performance.now();
    await run(args('whole.sqlite'), null);
    const whole = performance.now() - began;
    publisher.server.received.length = 0;
    for (const moment of moments) await run(args('killed.sqlite'), moment * whole);
    await run(args('killed.sqlite'), null);
    const counts = Map.groupBy(publisher.server.received, ({ path }) => path);
    counts.delete('/robots.txt');
    return {
      kills: moments.length,
      killed: contentsOf(join(folder, 'killed.sqlite')),
      undisturbed: contentsOf(join(folder, 'whole.sqlite')),
      mostRequests: Math.max(...[...counts.values()].map(({ length }) => length)),
      urls: counts.size,
    };
  } finally {
    await publisher.server.close();
  }
}

async function run(args: readonly string[], killAfter: number | null): Promise<void> {
  const child = spawn(process.execPath, [MAIN, ...args], { env: environment(), stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('close', resolve));
  if (killAfter !== null) {
    await Promise.race([ended, wait(killAfter, undefined, { ref: false })]);
    child.kill('SIGKILL');
  }
  await ended;
}

/** All that a crawl is for, as text: without times, without what was tried in between. */
function contentsOf(file: string): string {
  const db = new Database(file, { readonly: true });
  try {
    const names = db
      .prepare<[], string>("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' ORDER BY name")
      .pluck()
      .all()
      .filter((name) => !PASSING.has(name) && !name.startsWith('sqlite_'));
    const lines = names.flatMap((name) => {
      const rows = db.prepare<[], Record<string, unknown>>(QUERIES[name] ?? `SELECT * FROM ${name}`).all();
      return rows.map((row) => `${name} ${JSON.stringify({ ...row, first_seen: undefined })}`).sort();
    });
    return lines.join('\n');
  } finally {
    db.close();
  }
}

const PASSING: ReadonlySet<string> = new Set(['fetches', 'crawl_runs', 'crawl_lease']);

const QUERIES: Readonly<Record<string, string>> = {
  crawl_urls:
    'SELECT url, address, source, role, state, failure, etag, raw_hash, content_hash, artifact FROM crawl_urls',
  // Their numbers say in which order documents were read, which nobody is promised.
  passages: 'SELECT document, kind, n, r, page, text FROM passages',
  document_versions:
    'SELECT crawl_urls.url, n, document_versions.artifact FROM document_versions JOIN crawl_urls ON crawl_urls.id = document_versions.url',
};
