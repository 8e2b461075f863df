import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crawl } from '../../pipeline/crawl/crawl.ts';
import { withLease } from '../../pipeline/crawl/lease.ts';
import { type CrawlSource, crawlSource } from '../../pipeline/crawl/sources.ts';
import { sourceSchema } from '../../pipeline/discovery/source.ts';
import { createHttpClient } from '../../pipeline/fetch/http/index.ts';
import { enqueue } from '../../pipeline/store/crawl/urls.ts';
import { openStore, type Store } from '../../pipeline/store/open.ts';
import { NO_TOOLS } from '../../pipeline/tools/tools.ts';
import { DEFAULT_LIMITS } from '../../pipeline/workers/limits.ts';

/**
 * `node scripts/bench/crawl.ts [ARTICLES] [QUEUED]`: a crawl without delay of a site on loopback, in another process:
 * pages fetched per second, and read and reconciled beside; processor time for each page; memory after a tenth and at the
 * end; and how long a crawl with so many URLs in its queue takes to its first request. Its pages are small: one list for a
 * hundred articles, each a heading and a sentence with one amount, all different, no attachments. It measures what a page
 * costs around its reading; what reading costs, `npm run bench` measures.
 */
const articles = Number(process.argv[2] ?? 10_000);
const queued = Number(process.argv[3] ?? 1_000_000);
const folder = mkdtempSync(join(tmpdir(), 'gouji-bench-'));
const server = spawn(process.execPath, [join(import.meta.dirname, 'crawl/site.ts'), String(articles)]);
const [line] = await once(server.stdout, 'data');
const origin = `http://127.0.0.1:${String(line).trim()}`;
const source = crawlSource(
  sourceSchema.parse({
    name: 'loopback',
    start: [`${origin}/yjs/0/`],
    lists: { pages: 10_000 },
    limits: { pages: 1_000_000, documents: 10_000_000 },
    politeness: { delay: 0, concurrencyPerHost: 8 },
  }),
  { allowPrivate: true },
);

const fetching = openStore(join(folder, 'site.sqlite'));
const began = performance.now();
const [cpuBefore, mainBefore] = [process.cpuUsage(), process.threadCpuUsage()];
let visited = 0;
let lastVisit = 0;
let early = 0;
await run(fetching, source, () => {
  visited += 1;
  lastVisit = performance.now();
  if (visited === Math.round(articles / 10)) early = process.memoryUsage.rss();
});
const late = process.memoryUsage.rss();
const fetchSeconds = (lastVisit - began) / 1000;
const allSeconds = (performance.now() - began) / 1000;
const milliseconds = ({ user, system }: NodeJS.CpuUsage) => ((user + system) / 1000 / visited).toFixed(2);
const [cpu, main] = [milliseconds(process.cpuUsage(cpuBefore)), milliseconds(process.threadCpuUsage(mainBefore))];
fetching.close();
console.log(`${visited} pages fetched in ${fetchSeconds.toFixed(1)} s: ${(visited / fetchSeconds).toFixed(0)} pages/s`);
console.log(`fetched, read and reconciled in ${allSeconds.toFixed(1)} s: ${(visited / allSeconds).toFixed(0)} pages/s`);
console.log(`user and system time for each page: ${cpu} ms, of it ${main} ms in the main thread`);
console.log(
  `memory ${megabytes(early)} MB after a tenth, ${megabytes(late)} MB at the end: × ${(late / early).toFixed(2)}`,
);

const full = openStore(join(folder, 'queue.sqlite'));
fillQueue(full, source, queued);
const stop = new AbortController();
const start = performance.now();
let firstVisit = 0;
await run(
  full,
  source,
  () => {
    firstVisit ||= performance.now();
    stop.abort();
  },
  stop.signal,
);
full.close();
console.log(`${queued} URLs queued: first answer after ${((firstVisit - start) / 1000).toFixed(2)} s`);
server.kill();
rmSync(folder, { recursive: true });

function megabytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(0);
}

async function run(
  store: Store,
  site: CrawlSource,
  onVisit: () => void,
  signal: AbortSignal = new AbortController().signal,
): Promise<void> {
  const clock = () => new Date();
  const now = () => clock().toISOString();
  const ingest = { limits: DEFAULT_LIMITS, tools: NO_TOOLS, retry: false, signal, now, onReport: () => undefined };
  await withLease(store, { clock, signal }, (leased) =>
    crawl(store, [site], { ...leased, createClient: createHttpClient, ingest, clock, onVisit }),
  );
}

function fillQueue(store: Store, { name }: CrawlSource, count: number): void {
  const rows = 10_000;
  for (let from = 0; from < count; from += rows) {
    const urls = Array.from({ length: Math.min(rows, count - from) }, (_, n) => {
      const url = `${origin}/yjs/t20240101_${from + n}.html`;
      return { url, address: url, source: name, role: 'article' as const, parent: null, anchor: '', depth: 1 };
    });
    store.transact(() => enqueue(store, urls, new Date().toISOString()));
  }
}
