import { accessSync, constants, existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import Database from 'better-sqlite3';
import { DatabaseError, naming } from './errors.ts';
import { APPLICATION_ID, MIGRATIONS } from './schema.ts';

/** An open database and where it is. */
export interface Store {
  readonly path: string;
  readonly db: Database.Database;
  /** Runs `work` in one transaction: all of it is stored, or nothing. `work` must be synchronous. */
  readonly transact: <T>(work: () => T) => T;
  readonly close: () => void;
}

/** How long another program's transaction is waited for, in milliseconds. */
const BUSY_TIMEOUT = 10_000;

/** Opens the database for writing, makes it where there is none, and brings its schema up to date. */
export function openStore(file: string): Store {
  const path = resolve(file);
  return naming(path, () => {
    const db = new Database(path, { timeout: BUSY_TIMEOUT });
    try {
      checkOwner(db, path);
      db.pragma('journal_mode = WAL');
      // In WAL mode NORMAL survives any crash of the program. A power cut can take back the last documents but never
      // leaves half of one, and running ingest again computes exactly those anew.
      db.pragma('synchronous = NORMAL');
      guard(db);
      migrate(db);
    } catch (error) {
      db.close();
      throw error;
    }
    return storeOf(db, path);
  });
}

/** Opens an existing database for reading only: reading works on a read-only disk, and beside a running ingest. */
export function openForReading(file: string): Store {
  const path = resolve(file);
  if (!existsSync(path)) throw new DatabaseError('missing', path);
  return naming(path, () => {
    const db = new Database(isWritable(dirname(path)) ? path : unchanging(path), {
      readonly: true,
      timeout: BUSY_TIMEOUT,
    });
    try {
      checkOwner(db, path);
      guard(db);
      if (schemaVersion(db) === 0) throw new DatabaseError('foreign', path);
    } catch (error) {
      db.close();
      throw error;
    }
    return storeOf(db, path);
  });
}

/** Version of the schema this program knows. */
export const SCHEMA_VERSION = MIGRATIONS.length;

function storeOf(db: Database.Database, path: string): Store {
  return {
    path,
    db,
    // better-sqlite3 refuses a promise here: nothing may be awaited inside a transaction.
    transact: (work) => naming(path, () => db.transaction(work).immediate()),
    close: () => db.close(),
  };
}

/** Text from documents is only ever bound, but a database may also come from a stranger: its schema is not trusted. */
function guard(db: Database.Database): void {
  db.pragma('trusted_schema = OFF');
  db.pragma('foreign_keys = ON');
}

function checkOwner(db: Database.Database, path: string): void {
  const version = schemaVersion(db);
  const isEmpty = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0;
  if (!isEmpty && db.pragma('application_id', { simple: true }) !== APPLICATION_ID)
    throw new DatabaseError('foreign', path);
  if (version > SCHEMA_VERSION) throw new DatabaseError('newer', path, { found: version, known: SCHEMA_VERSION });
}

function schemaVersion(db: Database.Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}

function migrate(db: Database.Database): void {
  if (schemaVersion(db) === SCHEMA_VERSION) return;
  db.transaction(() => {
    // Read again inside the transaction: another program may have migrated it meanwhile.
    for (const migration of MIGRATIONS.slice(schemaVersion(db))) db.exec(migration);
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma(`user_version = ${SCHEMA_VERSION}`);
  }).immediate();
}

/** Without a writable folder SQLite cannot make the shared memory of WAL; nobody can write there, so none is needed. */
function unchanging(path: string): string {
  return `${pathToFileURL(path).href}?immutable=1`;
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
