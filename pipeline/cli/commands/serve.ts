import { randomBytes } from 'node:crypto';
import { accessSync, constants, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { serviceApp } from '../../service/app.ts';
import { isLoopback } from '../../service/http/origins.ts';
import { pageFolder } from '../../service/http/static.ts';
import { ListenError, type Listening, listen } from '../../service/server.ts';
import { serviceOf } from '../../service/service.ts';
import { DatabaseError } from '../../store/errors.ts';
import { openForReading, openStore, type Store } from '../../store/open.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { interruptible } from '../interrupt.ts';
import { print, printError } from '../output.ts';
import type { CliContext } from '../program.ts';
import { printable } from '../terminal.ts';

export interface ServeOptions {
  readonly db: string;
  readonly host: string;
  readonly port: number;
  readonly tokenFile?: string | undefined;
  readonly sources: string;
}

/** A token that someone chose must not be guessed by trying. */
const SHORTEST_TOKEN = 16;
/** Bytes of a token that nobody chose. */
const TOKEN_BYTES = 24;

/** How long another program's transaction is waited for, in milliseconds: nobody is answered meanwhile. */
const BUSY_TIMEOUT = 1500;

/** `gouji serve`: runs until it is stopped; stopping it is how it ends well. */
export async function serveCommand(options: ServeOptions, { messages, language }: CliContext): Promise<ExitCode> {
  const { host, port, sources: sourcesFile } = options;
  const token = tokenFor(options);
  if (typeof token === 'object' && token !== null) {
    printError(`gouji: ${printable(messages.service.tokenFile[token.problem](token.path, SHORTEST_TOKEN))}\n`);
    return EXIT.usage;
  }
  const canWrite = isWritable(options.db);
  const store = openServed(options.db, canWrite);
  const interrupt = interruptible();
  try {
    if (store.backup !== null) printError(`${printable(messages.database.migrated(store.path, store.backup))}\n`);
    const service = serviceOf({ store, canWrite, language, sourcesFile, clock: () => new Date() });
    const app = serviceApp(service, {
      token,
      page: pageFolder,
      onDefect: (error) => {
        const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
        printError(`gouji: ${printable(messages.service.defect(message))}\n`);
      },
    });
    const listening = await listen(app, { host, port });
    await print(`${messages.service.listening(addressOf(listening))}\n`);
    if (token !== null && options.tokenFile === undefined) await print(`${messages.service.token(token)}\n`);
    if (!canWrite) printError(`${messages.service.readOnly}\n`);
    await stopped(interrupt.signal);
    await listening.close();
    printError(`${messages.service.stopped}\n`);
    return EXIT.complete;
  } catch (error) {
    if (!(error instanceof ListenError)) throw error;
    printError(`gouji: ${printable(messages.service.listen[error.problem](error.message))}\n`);
    return EXIT.incomplete;
  } finally {
    interrupt.dispose();
    store.close();
  }
}

/** null on loopback, where nobody else can ask. */
function tokenFor({
  host,
  tokenFile,
}: ServeOptions): string | null | { readonly problem: 'unreadable' | 'tooShort'; readonly path: string } {
  if (tokenFile === undefined) return isLoopback(host) ? null : randomBytes(TOKEN_BYTES).toString('base64url');
  try {
    const token = readFileSync(tokenFile, 'utf8').trim();
    return token.length < SHORTEST_TOKEN ? { problem: 'tooShort', path: tokenFile } : token;
  } catch {
    return { problem: 'unreadable', path: tokenFile };
  }
}

/** Brings the schema up to date where it can; never makes a database. */
function openServed(db: string, canWrite: boolean): Store {
  if (!canWrite) return openForReading(db);
  try {
    openForReading(db).close();
  } catch (error) {
    // An older one is what opening it for writing brings up to date.
    if (!(error instanceof DatabaseError) || error.problem !== 'older') throw error;
  }
  const store = openStore(db);
  store.db.pragma(`busy_timeout = ${BUSY_TIMEOUT}`);
  return store;
}

function isWritable(db: string): boolean {
  const path = resolve(db);
  try {
    accessSync(path, constants.W_OK);
    accessSync(dirname(path), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function addressOf({ host, port }: Listening): string {
  const name = host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}/`;
}

function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
