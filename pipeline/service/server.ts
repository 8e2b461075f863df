import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { GoujiError } from '../../extractors/errors.ts';

/** The address cannot be listened on; `problem` is worded by the command line. */
export class ListenError extends GoujiError {
  readonly problem: 'portInUse' | 'portForbidden' | 'noSuchHost' | 'other';

  constructor(problem: ListenError['problem'], address: string, cause: unknown) {
    super(`listen-${problem}`, address, { remedy: '', cause });
    this.name = 'ListenError';
    this.problem = problem;
  }
}

export interface Listening {
  readonly host: string;
  readonly port: number;
  /** Lets answers that have begun end, then closes what is left open. */
  readonly close: () => Promise<void>;
}

/** Milliseconds that answers which have begun get when the server ends. */
const GRACE = 2000;

const PROBLEMS: Readonly<Record<string, ListenError['problem']>> = {
  EADDRINUSE: 'portInUse',
  EACCES: 'portForbidden',
  EADDRNOTAVAIL: 'noSuchHost',
  ENOTFOUND: 'noSuchHost',
  EAI_AGAIN: 'noSuchHost',
};

/** Port 0 takes any that is free. */
export async function listen(
  app: Hono,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new ListenError(PROBLEMS[error.code ?? ''] ?? 'other', `${host}:${port}`, error)),
    );
    server.listen({ host, port }, resolve);
  });
  const address = server.address();
  return {
    host,
    port: address !== null && typeof address === 'object' ? address.port : port,
    close: () => close(server),
  };
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const impatient = setTimeout(() => server.closeAllConnections(), GRACE);
    server.close(() => {
      clearTimeout(impatient);
      resolve();
    });
    server.closeIdleConnections();
  });
}
