import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openForReading, openStore, SCHEMA_VERSION } from '../../../pipeline/store/open.ts';
import { temporaryFolder } from '../made-pages.ts';

const databaseIn = (folder: string) => join(folder, 'a.sqlite');

test('a new database has strict tables, foreign keys and WAL', () => {
  const store = openStore(databaseIn(temporaryFolder()));
  const tables = store.db
    .prepare<[], { name: string; strict: number }>(
      "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'",
    )
    .all();
  expect(tables.length).toBeGreaterThan(10);
  expect(tables.filter(({ strict }) => strict === 0)).toEqual([]);
  expect(store.db.pragma('journal_mode', { simple: true })).toBe('wal');
  expect(store.db.pragma('foreign_keys', { simple: true })).toBe(1);
  store.close();
});

test('a database of a newer program is refused', () => {
  const path = databaseIn(temporaryFolder());
  const store = openStore(path);
  store.db.pragma('user_version = 99');
  store.close();
  expect(() => openStore(path)).toThrow(
    expect.objectContaining({ problem: 'newer', versions: { found: 99, known: SCHEMA_VERSION } }),
  );
  expect(() => openForReading(path)).toThrow(expect.objectContaining({ problem: 'newer' }));
});

test('a database of another program is refused and left as it was', () => {
  const path = databaseIn(temporaryFolder());
  const other = new Database(path);
  other.exec('CREATE TABLE notes (text)');
  other.close();
  expect(() => openStore(path)).toThrow(expect.objectContaining({ problem: 'foreign' }));
});

test('a transaction is all or nothing, and refuses to wait for anything', () => {
  const store = openStore(databaseIn(temporaryFolder()));
  const insert = () => store.db.prepare("INSERT INTO attempts VALUES ('x', 1)").run();
  expect(() =>
    store.transact(() => {
      insert();
      throw new Error('stop');
    }),
  ).toThrow('stop');
  expect(() => store.transact(async () => insert())).toThrow(/promise/i);
  expect(store.db.prepare('SELECT count(*) FROM attempts').pluck().get()).toBe(0);
  store.close();
});
