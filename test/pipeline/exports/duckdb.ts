import { DuckDBInstance } from '@duckdb/node-api';

/** The answer of a program that shares nothing with ours: values as text, NULL as null. */
export async function duckdb(sql: string): Promise<(string | null)[][]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll(sql);
  const rows = reader.getRows().map((row) => row.map((value) => (value === null ? null : String(value))));
  connection.closeSync();
  instance.closeSync();
  return rows;
}
