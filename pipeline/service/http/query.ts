import { z } from 'zod';
import { ServiceProblem } from '../problems.ts';

/**
 * A query as its schema has it: what may be given several times as lists, the last of what may not. Ends the request where
 * anything is unknown or of the wrong kind.
 */
export function queryOf<Schema extends z.ZodType>(schema: Schema, url: string): z.infer<Schema> {
  const given = new URL(url).searchParams;
  const values = Object.fromEntries(
    [...new Set(given.keys())].map((name) => [
      name,
      isList(schema, name) ? given.getAll(name) : given.getAll(name).at(-1),
    ]),
  );
  const query = schema.safeParse(values);
  if (query.success) return query.data;
  throw new ServiceProblem('bad-query', namesIn(query.error));
}

function isList(schema: z.ZodType, name: string): boolean {
  const field: unknown = schema instanceof z.ZodObject ? schema.shape[name] : undefined;
  return field instanceof z.ZodDefault && field.def.innerType instanceof z.ZodArray;
}

/** The parameters that are wrong, by name. */
export function namesIn(error: z.ZodError): string {
  const names = error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0] ?? '')],
  );
  return [...new Set(names.filter((name) => name !== ''))].join(', ');
}
