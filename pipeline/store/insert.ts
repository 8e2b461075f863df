import type Database from 'better-sqlite3';
import { writing } from './statements.ts';

export type SqlValue = string | number | null | Uint8Array;

/** Inserts rows that all have the keys of the first; names of tables and columns come from the code, never from documents. */
export function insertRows(
  db: Database.Database,
  table: string,
  rows: readonly Readonly<Record<string, SqlValue>>[],
): void {
  const first = rows[0];
  if (first === undefined) return;
  const names = Object.keys(first);
  const statement = writing(
    db,
    `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`,
  );
  for (const row of rows) statement.run(row);
}
