import { copyFileSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { findFiles } from '../../pipeline/fetch/find-files.ts';
import { type FileReport, type IngestOptions, ingestFiles, refreshOutdated } from '../../pipeline/ingest.ts';
import { openStore } from '../../pipeline/store/open.ts';
import { NO_TOOLS } from '../../pipeline/tools/tools.ts';
import { DEFAULT_LIMITS } from '../../pipeline/workers/limits.ts';
import { disclosurePage, dump, temporaryFolder, writePage } from './made-pages.ts';

async function ingest(
  db: string,
  paths: readonly string[],
  changed: Partial<IngestOptions> = {},
): Promise<FileReport[]> {
  const store = openStore(db);
  const reports: FileReport[] = [];
  try {
    const onReport = (report: FileReport) => {
      reports.push(report);
      changed.onReport?.(report);
    };
    const options = optionsWith({ ...changed, onReport });
    await ingestFiles(store, (await findFiles(paths)).files, options);
  } finally {
    store.close();
  }
  return reports;
}

function optionsWith(changed: Partial<IngestOptions>): IngestOptions {
  const limits = { ...DEFAULT_LIMITS, concurrency: 1, ...changed.limits };
  const signal = new AbortController().signal;
  return {
    tools: NO_TOOLS,
    retry: false,
    signal,
    now: () => '2026-01-01T00:00:00Z',
    onReport: () => undefined,
    ...changed,
    limits,
  };
}

function folderOfPages(): string {
  const folder = temporaryFolder();
  for (const year of [2021, 2022, 2023]) writePage(folder, `${year}年决算.html`, disclosurePage({ year }));
  return folder;
}

const changes = (reports: readonly FileReport[]) =>
  reports.map((report) => (report.kind === 'stored' ? report.change : report.kind));

test('reading the same bytes again changes no row', async () => {
  const folder = folderOfPages();
  const db = join(folder, 'a.sqlite');
  expect(changes(await ingest(db, [folder]))).toEqual(Array(3).fill('processed'));
  const before = dump(db);
  const again = await ingest(db, [folder]);
  expect(changes(again)).toEqual(Array(3).fill('unchanged'));
  expect(dump(db)).toBe(before);
});

test('the database is the same for any concurrency and order', async () => {
  const folder = folderOfPages();
  await ingest(join(folder, 'one.sqlite'), [folder]);
  const { files } = await findFiles([folder]);
  const limits = { ...DEFAULT_LIMITS, concurrency: 4 };
  const store = openStore(join(folder, 'four.sqlite'));
  await ingestFiles(store, [...files].reverse(), { ...optionsWith({}), limits });
  store.close();
  expect(dump(join(folder, 'four.sqlite'))).toBe(dump(join(folder, 'one.sqlite')));
});

test('equal bytes under two names are one document with the first of its names, in whatever order they were seen', async () => {
  const folder = temporaryFolder();
  const later = writePage(folder, 'b.html', disclosurePage());
  const first = join(folder, 'a.html');
  copyFileSync(later, first);
  const [x, y] = [join(folder, 'x.sqlite'), join(folder, 'y.sqlite')];
  for (const path of [later, first]) await ingest(x, [path]);
  for (const path of [first, later]) await ingest(y, [path]);
  expect(dump(x)).toBe(dump(y));
  const db = new Database(x, { readonly: true });
  expect(db.prepare('SELECT source FROM documents').pluck().all()).toEqual([first]);
  expect(db.prepare('SELECT count(*) FROM sources').pluck().get()).toBe(2);
  db.close();
});

test('a newer stage version recomputes from the kept bytes, without the file', async () => {
  const folder = temporaryFolder();
  const page = writePage(folder, 'a.html', disclosurePage());
  const path = join(folder, 'a.sqlite');
  await ingest(path, [page]);
  const before = dump(path);
  const store = openStore(path);
  rmSync(page);
  // As an older program would have left it.
  store.db.exec("UPDATE stage_runs SET version = 0; UPDATE documents SET title = 'old'; DELETE FROM figures");
  const reports: FileReport[] = [];
  await refreshOutdated(store, optionsWith({ onReport: (report) => void reports.push(report) }));
  store.close();
  expect(changes(reports)).toEqual(['processed']);
  expect(dump(path)).toBe(before);
});

test('a document that exceeds the time limit is unreadable, and the others go on', async () => {
  const folder = temporaryFolder();
  const slow = writePage(folder, 'slow.html', disclosurePage({ year: 2021 }));
  const path = join(folder, 'a.sqlite');
  const [report] = await ingest(path, [slow], { limits: { ...DEFAULT_LIMITS, timeLimit: 0.001 } });
  expect(report).toMatchObject({ kind: 'stored', summary: { state: 'unreadable' }, reasons: [{ code: 'time-limit' }] });
  // It is not tried again on its own, but when asked to.
  expect(changes(await ingest(path, [slow]))).toEqual(['not-retried']);
  const [retried] = await ingest(path, [slow], { retry: true });
  expect(retried).toMatchObject({ change: 'processed', summary: { state: 'complete' } });
});

test('a document that exhausts the memory of its worker is unreadable', async () => {
  const folder = temporaryFolder();
  const page = writePage(folder, 'big.html', disclosurePage());
  const [report] = await ingest(join(folder, 'a.sqlite'), [page], { limits: { ...DEFAULT_LIMITS, memoryLimit: 24 } });
  expect(report).toMatchObject({ summary: { state: 'unreadable' }, reasons: [{ code: 'memory-limit' }] });
});

test('a document during which the program died three times is left alone', async () => {
  const folder = temporaryFolder();
  const page = writePage(folder, 'poison.html', disclosurePage());
  const path = join(folder, 'a.sqlite');
  await ingest(path, [page]);
  const store = openStore(path);
  const sha256 = store.db.prepare<[], string>('SELECT sha256 FROM artifacts').pluck().get() ?? '';
  store.db.exec('DELETE FROM documents; DELETE FROM stage_runs');
  store.db.prepare('INSERT INTO attempts VALUES (?, 3)').run(sha256);
  store.close();
  const [report] = await ingest(path, [page]);
  expect(report).toMatchObject({ summary: { state: 'unreadable' }, reasons: [{ code: 'worker-crashed' }] });
});

test('an empty file and one above the size limit are recorded, and read when they can be', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'in'));
  const empty = writePage(folder, 'in/empty.pdf', '');
  const large = writePage(folder, 'in/large.html', disclosurePage());
  const path = join(folder, 'a.sqlite');
  const sizeLimit = (statSync(large).size - 1) / 2 ** 20;
  const reports = await ingest(path, [join(folder, 'in')], {
    limits: { ...DEFAULT_LIMITS, concurrency: 1, sizeLimit },
  });
  expect(reports).toMatchObject([
    { source: empty, summary: { state: 'unreadable' }, reasons: [{ code: 'empty-file' }] },
    { source: large, summary: { state: 'unreadable' }, reasons: [{ code: 'too-large' }] },
  ]);
  expect(changes(await ingest(path, [join(folder, 'in')]))).toEqual(['unchanged', 'processed']);
});

test('a path that cannot be opened is reported, and the others are read', async () => {
  const folder = temporaryFolder();
  const page = writePage(folder, '名 称 📄.html', disclosurePage());
  const store = openStore(join(folder, 'a.sqlite'));
  const reports: FileReport[] = [];
  const onReport = (report: FileReport) => void reports.push(report);
  await ingestFiles(store, [join(folder, 'missing.pdf'), page], optionsWith({ onReport }));
  store.close();
  expect(reports).toMatchObject([
    { kind: 'not-opened', code: 'not-found' },
    { kind: 'stored', source: page, summary: { state: 'complete' } },
  ]);
});
