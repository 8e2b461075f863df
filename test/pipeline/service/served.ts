import { join } from 'node:path';
import type { Hono } from 'hono';
import { onTestFinished } from 'vitest';
import type { z } from 'zod';
import { serviceApp } from '../../../pipeline/service/app.ts';
import { serviceOf } from '../../../pipeline/service/service.ts';
import { openForReading, openStore } from '../../../pipeline/store/open.ts';
import { temporaryFolder } from '../made-pages.ts';

export interface ServedOptions {
  readonly canWrite?: boolean;
  readonly token?: string | null;
  readonly page?: string;
  readonly sourcesFile?: string;
}

/** The service over a database, without a socket. The clock stands still. */
export function served(db: string, { canWrite = true, token = null, page, sourcesFile }: ServedOptions = {}): Hono {
  const store = canWrite ? openStore(db) : openForReading(db);
  onTestFinished(() => store.close());
  const nowhere = join(temporaryFolder(), 'nothing');
  const service = serviceOf({
    store,
    canWrite,
    language: 'zh',
    sourcesFile: sourcesFile ?? nowhere,
    clock: () => new Date('2026-03-01T08:00:00.000Z'),
  });
  return serviceApp(service, {
    token,
    page: page ?? nowhere,
    onDefect: (error) => {
      throw error;
    },
  });
}

export function ask(app: Hono, path: string, init: RequestInit = {}): Promise<Response> {
  return Promise.resolve(app.request(path, { ...init, headers: { Host: 'localhost:4870', ...init.headers } }));
}

/** The answer, which must be a success and exactly what its schema says. */
export async function answered<Schema extends z.ZodType>(
  app: Hono,
  path: string,
  schema: Schema,
  init: RequestInit = {},
): Promise<z.infer<Schema>> {
  const response = await ask(app, path, init);
  const body: unknown = await response.json();
  if (response.status !== 200) throw new Error(`${path}: ${response.status} ${JSON.stringify(body)}`);
  return schema.parse(body);
}
