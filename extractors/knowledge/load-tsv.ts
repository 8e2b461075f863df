import type { z } from 'zod';
import { GoujiError } from '../errors.ts';
import { readDataFile } from './data-folder.ts';
import { remember } from './remember.ts';

/**
 * The rows of a tab-separated file of `data/`, each checked against the schema and kept for later calls.
 *
 * Lines that begin with "#" are comments and blank lines are skipped. The first other line names the columns; a row is
 * an object of column name → text ("" where a row ends early). Throws a GoujiError that names file, line and what is wrong.
 */
export function loadTsv<Schema extends z.ZodType>(name: string, rowSchema: Schema): readonly z.output<Schema>[] {
  return remember(name, rowSchema, () => parseTsv(name, readDataFile(name), rowSchema));
}

/** As `loadTsv`, of a text that is already at hand; `name` is only used in messages. */
export function parseTsv<Schema extends z.ZodType>(
  name: string,
  text: string,
  rowSchema: Schema,
): readonly z.output<Schema>[] {
  let columns: readonly string[] | null = null;
  const rows: z.output<Schema>[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.startsWith('#') || line.trim() === '') continue;
    const fields = line.split('\t');
    if (columns === null) {
      columns = fields;
      continue;
    }
    if (fields.length > columns.length) {
      throw invalid(name, index + 1, `${fields.length} fields, but only ${columns.length} columns are named`);
    }
    const row = Object.fromEntries(columns.map((column, c) => [column, fields[c] ?? '']));
    const checked = rowSchema.safeParse(row);
    if (!checked.success) {
      const issue = checked.error.issues[0];
      throw invalid(name, index + 1, `${issue?.path.join('.') || 'row'}: ${issue?.message ?? 'is not valid'}`);
    }
    rows.push(checked.data);
  }
  return rows;
}

function invalid(name: string, line: number, what: string): GoujiError {
  return new GoujiError('data-file-invalid', `data/${name}:${line}: ${what}`, {
    remedy: `Correct line ${line} of data/${name}.`,
  });
}
