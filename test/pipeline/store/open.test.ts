import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openForReading, openStore, SCHEMA_VERSION } from '../../../pipeline/store/open.ts';
import { APPLICATION_ID, MIGRATIONS } from '../../../pipeline/store/schema.ts';
import { temporaryFolder } from '../made-pages.ts';

const databaseIn = (folder: string) => join(folder, 'a.sqlite');

test('a new database has strict tables, foreign keys and WAL', () => {
  const store = openStore(databaseIn(temporaryFolder()));
  const tables = store.db
    .prepare<[], { name: string; strict: number }>(
      "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'",
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

test('a folder is no database', () => {
  const folder = temporaryFolder();
  for (const open of [openStore, openForReading])
    expect(() => open(folder)).toThrow(expect.objectContaining({ problem: 'foreign' }));
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

/** A database as the program left it that knew the first migration alone. */
function firstDatabase(folder: string): string {
  const path = databaseIn(folder);
  const db = new Database(path);
  db.exec(MIGRATIONS[0] ?? '');
  db.pragma(`application_id = ${APPLICATION_ID}`);
  db.pragma('user_version = 1');
  db.exec("INSERT INTO attempts VALUES ('kept', 1)");
  db.close();
  return path;
}

test('a database of an older program is not read, but says how it is brought up to date', () => {
  const path = firstDatabase(temporaryFolder());
  expect(() => openForReading(path)).toThrow(
    expect.objectContaining({ problem: 'older', versions: { found: 1, known: SCHEMA_VERSION } }),
  );
});

test('opened for writing, an older database is migrated after a copy was made beside it', () => {
  const path = firstDatabase(temporaryFolder());
  const attempts = (db: Database.Database) => db.prepare('SELECT sha256 FROM attempts').pluck().all();
  const store = openStore(path);
  expect(store.db.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION);
  expect(attempts(store.db)).toEqual(['kept']);
  store.close();
  const copy = new Database(store.backup ?? '', { readonly: true });
  expect(copy.pragma('user_version', { simple: true })).toBe(1);
  expect(attempts(copy)).toEqual(['kept']);
  copy.close();
  const again = openStore(path);
  expect(again.backup).toBeNull();
  again.close();
});

test('an older database that cannot be copied is left as it was', () => {
  const path = firstDatabase(temporaryFolder());
  mkdirSync(`${path}.schema-1.backup`);
  expect(() => openStore(path)).toThrow();
  const db = new Database(path, { readonly: true });
  expect(db.pragma('user_version', { simple: true })).toBe(1);
  db.close();
});
