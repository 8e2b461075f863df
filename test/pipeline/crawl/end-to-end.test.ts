import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FETCH_FAILURES, type FetchFailure } from '../../../pipeline/crawl/contracts.ts';
import { crawl } from '../../../pipeline/crawl/crawl.ts';
import { withLease } from '../../../pipeline/crawl/lease.ts';
import { crawlSource } from '../../../pipeline/crawl/sources.ts';
import type { VisitReport } from '../../../pipeline/crawl/visit.ts';
import { loadSources } from '../../../pipeline/discovery/index.ts';
import { createHttpClient } from '../../../pipeline/fetch/http/index.ts';
import { openStore } from '../../../pipeline/store/open.ts';
import { NO_TOOLS } from '../../../pipeline/tools/tools.ts';
import { DEFAULT_LIMITS } from '../../../pipeline/workers/limits.ts';
import { temporaryFolder } from '../made-pages.ts';
import { MISBEHAVIOURS } from './publishers/misbehaviour.ts';
import { type Publisher, startPublisher } from './publishers/publisher.ts';
import { downloadProgram, gbkPages, scriptPages } from './publishers/systems.ts';

/** Three publishers with different site systems, crawled three times. The tests stand in the order of the crawls. */

const DELAY = 10;
const db = join(temporaryFolder(), 'crawl.sqlite');
let publishers: readonly Publisher[] = [];

beforeAll(async () => {
  const ways = FETCH_FAILURES.map((failure) => MISBEHAVIOURS[failure]);
  publishers = await Promise.all([
    startPublisher(scriptPages, { name: '澜桥', articles: 134, attachments: 40 }, ways.slice(0, 7)),
    startPublisher(gbkPages, { name: '临港', articles: 133, attachments: 40 }, ways.slice(7, 14)),
    startPublisher(downloadProgram, { name: '清河', articles: 133, attachments: 40 }, ways.slice(14)),
  ]);
});

afterAll(async () => {
  await Promise.all(publishers.map(({ server }) => server.close()));
});

async function crawlAll(at: string): Promise<VisitReport[]> {
  const starts = [scriptPages, gbkPages, downloadProgram].map(({ list }) => list(0));
  const sources = publishers.map(
    ({ server }, index) => `  - name: 来源${index + 1}\n    start: ['${server.origin}${starts[index]}']`,
  );
  const politeness = `politeness: { delay: ${DELAY}, timeout: 1, retries: 0, sizeLimit: 1, concurrencyPerHost: 2 }`;
  const sites = loadSources(`${politeness}\nsources:\n${sources.join('\n')}\n`, 'sources.yaml').map((source) =>
    crawlSource(source, { allowPrivate: true }),
  );
  for (const { server } of publishers) server.received.length = 0;
  const store = openStore(db);
  const { signal } = new AbortController();
  const clock = () => new Date(at);
  const visits: VisitReport[] = [];
  const limits = { ...DEFAULT_LIMITS, concurrency: 2 };
  const ingest = { limits, tools: NO_TOOLS, retry: false, signal, now: () => at, onReport: () => undefined };
  const onVisit = (report: VisitReport) => void visits.push(report);
  try {
    await withLease(store, { clock, signal }, (leased) =>
      crawl(store, sites, { ...leased, createClient: createHttpClient, ingest, clock, onVisit }),
    );
  } finally {
    store.close();
  }
  return visits;
}

const received = () => publishers.flatMap(({ server }) => server.received.filter(({ path }) => path !== '/robots.txt'));

function rows<T>(sql: string): T[] {
  const file = new Database(db, { readonly: true });
  try {
    return file.prepare<[], T>(sql).all();
  } finally {
    file.close();
  }
}

test('the first crawl finds all, asks for each once, and tells every failure by its cause', async () => {
  const visits = await crawlAll('2026-03-01T00:00:00Z');
  const documents = visits.filter(({ role }) => role !== 'list');
  const failed = documents.filter(({ outcome }) => outcome === 'failed');
  // The link into what robots.txt forbids stands on each of the three sites.
  const causes = new Map<FetchFailure, number>(
    FETCH_FAILURES.map((failure) => [failure, failure === 'robots' ? 4 : 1]),
  );
  const counted = Map.groupBy(failed, ({ failure }) => failure);
  expect(new Map([...counted].map(([cause, all]) => [cause, all.length]))).toEqual(causes);
  expect(documents.filter(({ outcome, role }) => outcome === 'new' && role === 'article')).toHaveLength(380);
  expect(documents.filter(({ outcome, role }) => outcome === 'new' && role === 'attachment')).toHaveLength(120);
  expect(rows("SELECT count(*) AS n FROM crawl_urls WHERE state = 'ingested'")).toEqual([{ n: 500 }]);
  const twice = [...Map.groupBy(received(), ({ path }) => path)].filter(([, all]) => all.length > 1);
  // Followed until it is known for a loop.
  expect(twice.filter(([path]) => !path.startsWith('/info/1135/')).map(([path]) => path)).toEqual([]);
}, 120_000);

test('robots.txt and the delay are obeyed', () => {
  expect(received().filter(({ path }) => path.startsWith('/private/'))).toEqual([]);
  for (const { server } of publishers) {
    const times = server.received.map(({ at }) => at);
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual((times.length - 2) * DELAY);
  }
});

test('pages and their attachments are one disclosure, in whatever charset they come', () => {
  expect(
    rows('SELECT count(*) AS n FROM (SELECT dossier FROM documents GROUP BY dossier HAVING count(*) = 2)'),
  ).toEqual([{ n: 120 }]);
  expect(rows("SELECT count(*) AS n FROM documents WHERE title LIKE '%临港市第%档案馆%'")).toEqual([{ n: 166 }]);
});

test('the second crawl sends only conditional requests and stores nothing new', async () => {
  const before = rows('SELECT sha256 FROM artifacts ORDER BY 1');
  const visits = await crawlAll('2026-03-01T00:30:00Z');
  expect(received().filter(({ isConditional }) => !isConditional)).toEqual([]);
  expect(visits.filter(({ outcome }) => outcome !== 'unchanged')).toEqual([]);
  expect(rows('SELECT sha256 FROM artifacts ORDER BY 1')).toEqual(before);
}, 120_000);

test('the third crawl finds exactly the five that changed and the two that were withdrawn', async () => {
  const [first, second, third] = publishers.map(({ articles }) => [...articles.keys()]);
  const changed = [first?.[0], first?.[60], second?.[3], third?.[5], third?.[7]].map(String);
  const withdrawn = [second?.[10], third?.[90]].map(String);
  for (const publisher of publishers) {
    for (const path of changed) if (publisher.articles.has(path)) publisher.change(path);
    for (const path of withdrawn) publisher.withdraw(path);
  }
  const visits = await crawlAll('2026-03-01T00:45:00Z');
  const paths = (outcome: string) =>
    visits
      .filter((visit) => visit.outcome === outcome)
      .map(({ url }) => new URL(url).pathname)
      .sort();
  expect(paths('changed')).toEqual(changed.sort());
  expect(paths('withdrawn')).toEqual(withdrawn.sort());
  expect(
    rows('SELECT sum(new) AS new, sum(changed) AS changed, sum(withdrawn) AS withdrawn FROM crawl_runs WHERE id > 6'),
  ).toEqual([{ new: 0, changed: 5, withdrawn: 2 }]);
}, 120_000);
