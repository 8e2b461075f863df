import type Database from 'better-sqlite3';

const prepared = new WeakMap<Database.Database, Map<string, Database.Statement>>();

/**
 * A statement that is prepared once for a database: parsing takes longer than writing a row. For statements that give no rows,
 * so that nobody finds one in a mode another has left it in.
 */
export function writing(db: Database.Database, sql: string): Database.Statement {
  const known = prepared.get(db) ?? new Map<string, Database.Statement>();
  prepared.set(db, known);
  const statement = known.get(sql) ?? db.prepare(sql);
  known.set(sql, statement);
  return statement;
}
