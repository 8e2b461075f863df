import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { VisitReport } from '../../../pipeline/crawl/visit.ts';
import { standings } from '../../../pipeline/store/crawl/versions.ts';
import { listDocuments } from '../../../pipeline/store/documents.ts';
import { openForReading, openStore } from '../../../pipeline/store/open.ts';
import { saveSource } from '../../../pipeline/store/save.ts';
import { disclosurePage, temporaryFolder } from '../made-pages.ts';
import { crawlOnce, madeSite } from './made-site.ts';

function page(year: number, { total = '212.85', footer = '访问量 1' } = {}): string {
  return disclosurePage({ year, total }).replace('</body>', `<footer>${footer}</footer></body>`);
}

function disclosures() {
  return madeSite({
    '/': '<a href="/2022">2022年部门决算</a> <a href="/2023">2023年部门决算</a> <a href="/2/">下一页</a>',
    '/2/': '<a href="/2021">2021年部门决算</a> <a href="/2022">2022年部门决算</a>',
    '/2021': page(2021),
    '/2022': page(2022),
    '/2023': page(2023),
  });
}

function database(): string {
  return join(temporaryFolder(), 'crawl.sqlite');
}

function rows<T>(db: string, sql: string): T[] {
  const file = new Database(db, { readonly: true });
  try {
    return file.prepare<[], T>(sql).all();
  } finally {
    file.close();
  }
}

const outcomes = (reports: readonly VisitReport[]) =>
  reports
    .filter(({ role }) => role !== 'list')
    .map(({ url, outcome }) => `${new URL(url).pathname} ${outcome}`)
    .sort();

test('every document is found, asked for once and read', async () => {
  const db = database();
  const made = disclosures();
  expect(outcomes(await crawlOnce(db, made))).toEqual(['/2021 new', '/2022 new', '/2023 new']);
  expect(made.requests.map(({ url }) => new URL(url).pathname).sort()).toEqual(['/', '/2/', '/2021', '/2022', '/2023']);
  expect(rows(db, "SELECT count(*) AS n FROM crawl_urls WHERE state = 'ingested'")).toEqual([{ n: 3 }]);
  expect(rows(db, 'SELECT fiscal_year AS year FROM documents ORDER BY 1')).toEqual([
    { year: 2021 },
    { year: 2022 },
    { year: 2023 },
  ]);
});

test('it is kept where a document came from', async () => {
  const db = database();
  await crawlOnce(db, disclosures());
  const [row] = rows<Record<string, unknown>>(
    db,
    `SELECT parent, anchor, status, robots, sha256, outcome FROM fetches JOIN crawl_urls ON crawl_urls.id = fetches.url
     WHERE address LIKE '%/2021'`,
  );
  expect(row).toMatchObject({ anchor: '2021年部门决算', status: 200, robots: 'allowed', outcome: 'new' });
  expect(row?.parent).toMatch(/\/2\/$/);
});

test('the second crawl asks whether anything has changed, and stores nothing anew', async () => {
  const db = database();
  const made = disclosures();
  await crawlOnce(db, made);
  const kept = rows(db, 'SELECT sha256 FROM artifacts ORDER BY 1');
  made.requests.length = 0;
  expect(outcomes(await crawlOnce(db, made, { at: '2026-03-02T00:00:00Z' }))).toEqual([
    '/2021 unchanged',
    '/2022 unchanged',
    '/2023 unchanged',
  ]);
  expect(made.requests).toHaveLength(5);
  expect(made.requests.every(({ etag }) => etag !== undefined)).toBe(true);
  expect(rows(db, 'SELECT sha256 FROM artifacts ORDER BY 1')).toEqual(kept);
});

test('what changed gets a new version, what vanished is withdrawn and kept, a visit counter is no change', async () => {
  const db = database();
  const made = disclosures();
  await crawlOnce(db, made);
  made.answers.set('/2021', page(2021, { total: '213.00' }));
  made.answers.set('/2022', { failure: 'not-found' });
  made.answers.set('/2023', page(2023, { footer: '访问量 2' }));
  expect(outcomes(await crawlOnce(db, made, { at: '2026-03-02T00:00:00Z' }))).toEqual([
    '/2021 changed',
    '/2022 withdrawn',
    '/2023 unchanged',
  ]);
  expect(rows(db, 'SELECT count(*) AS n FROM document_versions')).toEqual([{ n: 4 }]);
  expect(rows(db, 'SELECT count(*) AS n FROM documents')).toEqual([{ n: 4 }]);
  expect(rows(db, 'SELECT count(*) AS n FROM superseded_documents')).toEqual([{ n: 1 }]);
  expect(rows(db, "SELECT address FROM crawl_urls WHERE state = 'withdrawn'")).toHaveLength(1);
});

test('what a newer version replaced, and what was withdrawn, is told from what is current', async () => {
  const db = database();
  const made = disclosures();
  await crawlOnce(db, made);
  made.answers.set('/2021', page(2021, { total: '213.00' }));
  made.answers.set('/2022', { failure: 'gone' });
  await crawlOnce(db, made, { at: '2026-03-02T00:00:00Z' });
  const store = openForReading(db);
  const past = standings(store);
  const told = listDocuments(store).map(({ id, fiscalYear }) => `${fiscalYear} ${past.get(id) ?? 'current'}`);
  store.close();
  expect(told.sort()).toEqual(['2021 current', '2021 superseded', '2022 withdrawn', '2023 current']);
});

test('a document that is also in a folder is not withdrawn with its URL', async () => {
  const db = database();
  const made = disclosures();
  await crawlOnce(db, made);
  made.answers.set('/2022', { failure: 'gone' });
  await crawlOnce(db, made, { at: '2026-03-02T00:00:00Z' });
  const store = openStore(db);
  const [id = ''] = standings(store).keys();
  const sha256 = store.db.prepare<[string], string>('SELECT artifact FROM documents WHERE id = ?').pluck().get(id);
  saveSource(store, sha256 ?? '', 'folder/2022.html', '2026-03-03T00:00:00Z');
  expect(standings(store).size).toBe(0);
  store.close();
});

test('a document that comes back after it was withdrawn is there again', async () => {
  const db = database();
  const made = disclosures();
  await crawlOnce(db, made);
  const before = made.answers.get('/2022') ?? '';
  made.answers.set('/2022', { failure: 'gone' });
  await crawlOnce(db, made, { at: '2026-03-02T00:00:00Z' });
  made.answers.set('/2022', before);
  await crawlOnce(db, made, { at: '2026-03-03T00:00:00Z' });
  expect(rows(db, "SELECT count(*) AS n FROM crawl_urls WHERE state = 'ingested'")).toEqual([{ n: 3 }]);
});

test('a failure is kept with its cause, and tried again when its time has come', async () => {
  const db = database();
  const made = disclosures();
  const good = made.answers.get('/2022') ?? '';
  made.answers.set('/2022', { failure: 'server-error', transient: true });
  await crawlOnce(db, made);
  expect(rows(db, 'SELECT state, failure FROM crawl_urls WHERE failure IS NOT NULL')).toEqual([
    { state: 'failed', failure: 'server-error' },
  ]);
  made.answers.set('/2022', good);
  expect(outcomes(await crawlOnce(db, made, { at: '2026-03-01T00:30:00Z' }))).not.toContain('/2022 new');
  expect(outcomes(await crawlOnce(db, made, { at: '2026-03-01T01:30:00Z' }))).toContain('/2022 new');
  expect(rows(db, 'SELECT count(*) AS n FROM crawl_urls WHERE failure IS NOT NULL')).toEqual([{ n: 0 }]);
});

test('a server that is down withdraws nothing', async () => {
  const db = database();
  const made = disclosures();
  await crawlOnce(db, made);
  for (const path of made.answers.keys()) made.answers.set(path, { failure: 'connect', transient: true });
  await crawlOnce(db, made, { at: '2026-03-02T00:00:00Z' });
  expect(rows(db, "SELECT count(*) AS n FROM crawl_urls WHERE state = 'ingested'")).toEqual([{ n: 3 }]);
});

test('lists are followed no deeper and documents fetched no more than the source allows', async () => {
  const db = database();
  const made = madeSite(Object.fromEntries(disclosures().answers), { limits: { depth: 0, lists: 9, documents: 1 } });
  made.answers.set('/', `${made.answers.get('/')} <a href="/deeper/">预算</a>`);
  expect(outcomes(await crawlOnce(db, made))).toEqual(['/2022 new']);
  // Turning the page is no step.
  expect(made.requests.map(({ url }) => new URL(url).pathname)).toEqual(['/', '/2022', '/2/']);
});

test('a crawl that was stopped is gone on with, and nothing that was answered is asked for again', async () => {
  const db = database();
  const made = disclosures();
  const stop = new AbortController();
  await crawlOnce(db, made, { signal: stop.signal, onVisit: ({ role }) => role === 'article' && stop.abort() });
  await crawlOnce(db, made);
  const asked = made.requests.map(({ url }) => url);
  expect(new Set(asked).size).toBe(5);
  expect(asked.length).toBeLessThanOrEqual(6);
  expect(rows(db, 'SELECT count(*) AS n FROM crawl_runs')).toEqual([{ n: 1 }]);
  expect(rows(db, 'SELECT new, failed FROM crawl_runs WHERE ended IS NOT NULL')).toEqual([{ new: 3, failed: 0 }]);
});
