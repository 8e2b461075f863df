import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';

/** Columns that hold the time of a run. */
const TIMES = new Set(['first_seen', 'decided_at']);

/** Everything a database holds but times and the order of writing, as one hash: equal for databases with the same rows. */
export function dumpHash(file: string): string {
  const db = new Database(file, { readonly: true });
  const hash = createHash('sha256');
  const tables = db
    .prepare<[], string>(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .pluck()
    .all();
  for (const table of tables) {
    const columns = db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);
    const kept = columns
      .filter((name) => !TIMES.has(name) && !(table === 'passages' && name === 'id'))
      .map((name) => `"${name}"`);
    hash.update(`${table}\n`);
    const rows = db.prepare<[], unknown[]>(`SELECT ${kept.join()} FROM "${table}" ORDER BY ${kept.join()}`).raw();
    for (const row of rows.iterate())
      hash.update(`${JSON.stringify(row.map((value) => (Buffer.isBuffer(value) ? value.toString('hex') : value)))}\n`);
  }
  db.close();
  return hash.digest('hex');
}

/** What SQLite finds wrong with a file; "ok" where nothing. */
export function integrityOf(file: string): string {
  const db = new Database(file);
  const verdict = String(db.pragma('integrity_check(1)', { simple: true }));
  db.close();
  return verdict;
}
