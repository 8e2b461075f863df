import { statSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { DatabaseError } from './errors.ts';

/** Up to this size, in bytes, a database is looked over as a whole whenever it is opened: a fraction of a second. */
const CHECKED_WHOLE = 64 * 2 ** 20;

/** Of a larger one, the tables that all else hangs on; `gouji verify` reads every page. */
const KEY_TABLES = ['documents', 'sources', 'findings'] as const;

/** Refuses a damaged database before anything is read from it or written on top of the damage. */
export function refuseDamaged(db: Database.Database, path: string): void {
  const isSmall = statSync(path).size <= CHECKED_WHOLE;
  const checks = isSmall ? ['quick_check(1)'] : KEY_TABLES.map((table) => `quick_check(${table})`);
  for (const check of checks) {
    const verdict = String(db.pragma(check, { simple: true }));
    if (verdict !== 'ok') throw new DatabaseError('corrupt', path, { cause: new Error(verdict) });
  }
}
