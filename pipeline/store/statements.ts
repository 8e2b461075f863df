import type Database from 'better-sqlite3';

/** How a statement gives what it finds: a mode stays with it, so that each has its own. */
type Mode = 'none' | 'rows' | 'values';

const prepared = new WeakMap<Database.Database, Map<string, Database.Statement<unknown[], unknown>>>();

/** A statement that gives no rows, prepared once for a database: parsing takes longer than writing a row. */
export function writing(db: Database.Database, sql: string): Database.Statement {
  return once(db, sql, 'none', () => db.prepare(sql)) as Database.Statement;
}

/** A query for rows, prepared once. The caller names their type: it stands in the query. */
export function reading<Bound extends unknown[] | object, Row = unknown>(
  db: Database.Database,
  sql: string,
): Database.Statement<Bound, Row> {
  return once(db, sql, 'rows', () => db.prepare(sql)) as Database.Statement<Bound, Row>;
}

/** A query for the first column of each row, prepared once. */
export function readingValues<Bound extends unknown[] | object, Value>(
  db: Database.Database,
  sql: string,
): Database.Statement<Bound, Value> {
  return once(db, sql, 'values', () => db.prepare(sql).pluck()) as Database.Statement<Bound, Value>;
}

function once(
  db: Database.Database,
  sql: string,
  mode: Mode,
  prepare: () => Database.Statement<unknown[], unknown>,
): Database.Statement<unknown[], unknown> {
  const known = prepared.get(db) ?? new Map<string, Database.Statement<unknown[], unknown>>();
  prepared.set(db, known);
  const key = `${mode} ${sql}`;
  const statement = known.get(key) ?? prepare();
  known.set(key, statement);
  return statement;
}
