import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { disclosurePage, dump, temporaryFolder, writePage } from '../made-pages.ts';
import { gouji } from './run-cli.ts';

const SOAK = join(import.meta.dirname, '../../../scripts/soak.ts');

function folderOfPages(): string {
  const folder = temporaryFolder();
  for (const year of [2021, 2022, 2023]) writePage(folder, `${year}.html`, disclosurePage({ year }));
  return folder;
}

/** Three pages, and the database of them that tests copy: to read them anew each time is what takes long. */
let pages = '';
let stored = '';
beforeAll(() => {
  pages = folderOfPages();
  stored = join(temporaryFolder(), 'stored.sqlite');
  gouji(['ingest', pages, '--db', stored]);
}, 120_000);

function storedPages(folder = temporaryFolder()): string {
  const copy = join(folder, 'a.sqlite');
  copyFileSync(stored, copy);
  return copy;
}

/** `npm run soak` does the same a hundred times. */
for (const command of ['ingest', 'replay']) {
  test(`${command} that is killed at any moment ends the same when it is run again`, () => {
    const args = [SOAK, command, '--kills', '2', '--folder', pages, '--seed', '7'];
    const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout).toContain('2 kills');
    expect(stdout).toContain(' 0 problems');
    expect(status).toBe(0);
  }, 240_000);
}

test('one at a time or eight, in any order, under any locale and time zone: the same database, the same exports', () => {
  const files = readdirSync(pages).map((name) => join(pages, name));
  const folder = temporaryFolder();
  const path = (name: string) => join(folder, name);
  const elsewhere = { env: { LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8', TZ: 'Pacific/Kiritimati' } };
  gouji(['ingest', ...files, '--db', path('one.sqlite'), '--concurrency', '1']);
  gouji(['ingest', ...files.toReversed(), '--db', path('eight.sqlite'), '--concurrency', '8'], elsewhere);
  expect(dump(path('eight.sqlite'))).toBe(dump(path('one.sqlite')));
  gouji(['export', '--package', path('one'), '--db', path('one.sqlite')]);
  gouji(['export', '--package', path('eight'), '--db', path('eight.sqlite')], elsewhere);
  const written = readdirSync(path('one')).sort();
  expect(written).toEqual(expect.arrayContaining(['documents.csv', 'facts.csv', 'figures.csv', 'findings.csv']));
  expect(readdirSync(path('eight')).sort()).toEqual(written);
  for (const name of written) {
    expect(readFileSync(join(path('eight'), name)).equals(readFileSync(join(path('one'), name))), name).toBe(true);
  }
}, 120_000);

test('backup, verify and replay say what they did; a backup is a database like any other', () => {
  const folder = temporaryFolder();
  const db = ['--db', storedPages(folder)];
  const copy = join(folder, 'copy.sqlite');
  expect(gouji(['backup', copy, ...db]).stdout).toContain('the copy checked');
  expect(gouji(['backup', copy, ...db]).stderr).toContain('not overwritten');
  expect(gouji(['verify', '--db', copy]).stdout).toContain('The database is sound.');
  const replayed = gouji(['replay', ...db]);
  expect(replayed.stdout).toContain('3 documents recomputed; nothing changed.');
  expect(replayed.status).toBe(0);
  expect(dump(join(folder, 'a.sqlite'))).toBe(dump(copy));
  expect(gouji(['replay', '--since', 'yesterday', ...db]).status).toBe(2);
  expect(gouji(['replay', '--db', join(folder, 'none.sqlite')]).stderr).toContain('there is no such database');
}, 120_000);

/** A small disk of its own, or null where the account may not mount one. */
function smallDisk(kilobytes: number): string | null {
  const disk = join(temporaryFolder(), 'disk');
  mkdirSync(disk);
  const { status, error } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', disk]);
  if (error !== undefined || status !== 0) return null;
  onTestFinished(() => void spawnSync('umount', ['-l', disk]));
  return disk;
}

const NO_MOUNT = 'mounting a small disk needs root';

test('a disk that fills up: a clear word, finished documents saved, and the next run goes on', (context) => {
  const disk = smallDisk(640);
  if (disk === null) return context.skip(NO_MOUNT);
  const folder = folderOfPages();
  const long = disclosurePage({ year: 2020 }) + '<p>项目支出1.00万元，其中基本支出0.50万元。</p>'.repeat(700);
  writePage(folder, '2020.html', long);
  const database = join(disk, 'a.sqlite');
  const full = gouji(['ingest', folder, '--db', database, '--concurrency', '1']);
  expect(full.stderr).toContain('the disk is full; finished documents are saved');
  expect(full.status).toBe(1);
  const moved = join(folder, 'moved.sqlite');
  for (const suffix of ['', '-wal']) copyFileSync(database + suffix, moved + suffix);
  expect(gouji(['verify', '--db', moved]).stdout).toContain('The database is sound.');
  gouji(['ingest', folder, '--db', moved, '--concurrency', '1']);
  gouji(['ingest', folder, '--db', join(folder, 'whole.sqlite'), '--concurrency', '1']);
  expect(dump(moved)).toBe(dump(join(folder, 'whole.sqlite')));
}, 240_000);

test('a disk too full for a backup is named, and no half copy stays', (context) => {
  const disk = smallDisk(64);
  if (disk === null) return context.skip(NO_MOUNT);
  const db = ['--db', storedPages()];
  expect(gouji(['backup', join(disk, 'copy.sqlite'), ...db]).stderr).toContain('the disk is full');
  expect(readdirSync(disk)).toEqual([]);
}, 120_000);

test('a read-only disk: what is stored can be read, writing is refused with a clear word', (context) => {
  const disk = smallDisk(4096);
  if (disk === null) return context.skip(NO_MOUNT);
  const database = storedPages(disk);
  const { size } = statSync(database);
  spawnSync('mount', ['-o', 'remount,ro', disk]);
  expect(gouji(['documents', '--db', database]).status).toBe(0);
  expect(gouji(['verify', '--db', database]).status).toBe(0);
  expect(gouji(['backup', join(temporaryFolder(), 'copy.sqlite'), '--db', database]).status).toBe(0);
  for (const args of [['ingest', pages], ['replay']]) {
    const refused = gouji([...args, '--db', database]);
    expect(refused.stderr).toContain('cannot be written');
    expect(refused.status).toBe(1);
  }
  expect(statSync(database).size).toBe(size);
}, 120_000);

test('a read-only disk with a write-ahead log: what was stored last is read, or told to be out of reach', (context) => {
  const disk = smallDisk(4096);
  if (disk === null) return context.skip(NO_MOUNT);
  const database = storedPages(temporaryFolder());
  const writer = new Database(database);
  writer.exec("UPDATE documents SET title = 'stored last'");
  const copies = ['', '-wal', '-shm'].map((end) => {
    copyFileSync(`${database}${end}`, join(disk, `a.sqlite${end}`));
    return join(disk, `a.sqlite${end}`);
  });
  writer.close();
  const read = () => gouji(['export', 'documents', '--columns', 'title', '--db', join(disk, 'a.sqlite')]);
  spawnSync('mount', ['-o', 'remount,ro', disk]);
  expect(read().stdout).toContain('stored last');
  spawnSync('mount', ['-o', 'remount,rw', disk]);
  rmSync(copies[2] ?? '');
  spawnSync('mount', ['-o', 'remount,ro', disk]);
  expect(read().stderr).toContain('is still in');
  expect(read().stdout).toBe('');
}, 120_000);
