import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { copyDatabase } from './backup.ts';
import { DatabaseError, naming } from './errors.ts';
import { refuseDamaged } from './integrity.ts';
import { isWritable, readable } from './readable.ts';
import { APPLICATION_ID, MIGRATIONS } from './schema.ts';

/** An open database and where it is. */
export interface Store {
  readonly path: string;
  readonly db: Database.Database;
  /** The copy that was made before the schema was brought up to date, where it was. */
  readonly backup: string | null;
  /**
   * Runs `work` in one transaction: all of it is stored, or nothing. `work` must be synchronous. Inside of another it is
   * part of that one.
   */
  readonly transact: <T>(work: () => T) => T;
  readonly close: () => void;
}

/** How long another program's transaction is waited for, in milliseconds. */
const BUSY_TIMEOUT = 10_000;

/** Opens the database for writing, makes it where there is none, and brings its schema up to date. */
export function openStore(file: string): Store {
  const path = fileAt(file);
  // SQLite would say of such a place only that it cannot open the file.
  if (existsSync(dirname(path)) && !isWritable(dirname(path))) throw new DatabaseError('readOnly', path);
  return naming(path, () => {
    const db = new Database(path, { timeout: BUSY_TIMEOUT });
    try {
      checkOwner(db, path);
      db.pragma('journal_mode = WAL');
      // In WAL mode NORMAL survives any crash of the program. A power cut can take back the last documents but never
      // leaves half of one, and running ingest again computes exactly those anew.
      db.pragma('synchronous = NORMAL');
      guard(db);
      if (schemaVersion(db) > 0) refuseDamaged(db, path);
      return storeOf(db, path, migrate(db, path));
    } catch (error) {
      db.close();
      throw error;
    }
  });
}

/**
 * Opens an existing database for reading only: reading works on a read-only disk, and beside a running ingest. A damaged one
 * is opened only to look at the damage.
 */
export function openForReading(
  file: string,
  { damaged }: { damaged: 'refuse' | 'open' } = { damaged: 'refuse' },
): Store {
  const path = fileAt(file);
  if (!existsSync(path)) throw new DatabaseError('missing', path);
  return naming(path, () => {
    const db = new Database(readable(path), {
      readonly: true,
      timeout: BUSY_TIMEOUT,
    });
    try {
      checkOwner(db, path);
      guard(db);
      const found = schemaVersion(db);
      if (found === 0) throw new DatabaseError('foreign', path);
      // Reading changes nothing, so it cannot migrate; and the queries are written for the schema of today.
      if (found < SCHEMA_VERSION) throw new DatabaseError('older', path, { found, known: SCHEMA_VERSION });
      if (damaged === 'refuse') refuseDamaged(db, path);
      return storeOf(db, path, null);
    } catch (error) {
      db.close();
      throw error;
    }
  });
}

/** Of a folder SQLite says, according to the system, that it cannot be opened or that the disk failed. */
function fileAt(file: string): string {
  const path = resolve(file);
  if (existsSync(path) && statSync(path).isDirectory()) throw new DatabaseError('foreign', path);
  return path;
}

/** Version of the schema this program knows. */
export const SCHEMA_VERSION = MIGRATIONS.length;

function storeOf(db: Database.Database, path: string, backup: string | null): Store {
  return {
    path,
    db,
    backup,
    // better-sqlite3 refuses a promise here: nothing may be awaited inside a transaction.
    transact: (work) => (db.inTransaction ? work() : naming(path, () => db.transaction(work).immediate())),
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

/** Gives the path of the copy that was made of what was there before. */
function migrate(db: Database.Database, path: string): string | null {
  if (schemaVersion(db) === SCHEMA_VERSION) return null;
  return db
    .transaction(() => {
      // Read again inside the transaction: another program may have migrated it meanwhile.
      const found = schemaVersion(db);
      const backup = found === 0 || found === SCHEMA_VERSION ? null : copyBeside(path, found);
      for (const migration of MIGRATIONS.slice(found)) db.exec(migration);
      db.pragma(`application_id = ${APPLICATION_ID}`);
      db.pragma(`user_version = ${SCHEMA_VERSION}`);
      return backup;
    })
    .immediate();
}

/** The writing transaction keeps every other writer out meanwhile; an earlier copy of the same schema is replaced. */
function copyBeside(path: string, version: number): string {
  const copy = `${path}.schema-${version}.backup`;
  copyDatabase(path, copy);
  return copy;
}
