import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { asDatabaseError, DatabaseError } from '../store/errors.ts';
import { DATA_POLICY, PAGE_POLICY, SAFE_HEADERS } from './http/headers.ts';
import { loginAnswer } from './http/login.ts';
import { isOfOtherSite, isOwnName } from './http/origins.ts';
import { isBuilt, pageFile } from './http/static.ts';
import { unbuiltPage } from './http/unbuilt.ts';
import { PROBLEMS, type ProblemCode, problemAnswer, ServiceProblem } from './problems.ts';
import { addRoutes } from './routes.ts';
import type { Service } from './service.ts';

export interface AppOptions {
  /** What who asks must know; null on loopback, where only this machine can ask. */
  readonly token: string | null;
  /** Where the built page lies. */
  readonly page: string;
  /** Told of what was not foreseen; the answer says only that it happened. */
  readonly onDefect: (error: unknown) => void;
}

/** A decision with reason and note. */
const LONGEST_BODY = 64 * 1024;

/** A form with one field. */
const LONGEST_FORM = 4 * 1024;

const JSON_TYPE = /^application\/json\s*(?:;|$)/i;

/** Everything the server answers. */
export function serviceApp(service: Service, { token, page, onDefect }: AppOptions): Hono {
  const app = new Hono();
  // Before the token is known: who may not ask must not fill the memory either.
  app.use('/login', noLongerThan(LONGEST_FORM));
  app.use(async (c, next) => {
    for (const [name, value] of Object.entries(SAFE_HEADERS)) c.header(name, value);
    if (token === null && !isOwnName(c.req.header('Host'))) throw new ServiceProblem('other-host');
    const answer = token === null ? null : await loginAnswer(c, token);
    if (answer !== null) return answer;
    await next();
    if (!c.res.headers.has('Content-Security-Policy')) c.header('Content-Security-Policy', DATA_POLICY);
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
    return undefined;
  });
  app.use('/api/*', async (c, next) => {
    if (isOfOtherSite(asking(c))) throw new ServiceProblem('other-origin');
    // A form of another site cannot send this type without asking first, and nothing here answers that.
    const isWrite = c.req.method !== 'GET' && c.req.method !== 'HEAD';
    if (isWrite && !JSON_TYPE.test(c.req.header('Content-Type') ?? '')) throw new ServiceProblem('json-needed');
    await next();
  });
  app.use('/api/*', noLongerThan(LONGEST_BODY));
  addRoutes(app, service);
  app.all('/api/*', ({ req }) => {
    throw new ServiceProblem(req.method === 'GET' ? 'not-found' : 'not-allowed', req.path);
  });
  app.get('*', (c) => pageAnswer(c, page));
  app.notFound((c) => problemResponse(c, 'not-allowed', c.req.method));
  app.onError((error, c) => errorResponse(c, asDatabaseError(service.store.path, error), onDefect));
  return app;
}

/** Ends a request with a longer body, in bytes, as soon as that shows. */
function noLongerThan(maxSize: number): MiddlewareHandler {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new ServiceProblem('too-large');
    },
  });
}

function asking({ req }: Context) {
  return { host: req.header('Host'), origin: req.header('Origin'), fetchSite: req.header('Sec-Fetch-Site') };
}

/** A file of the page, or the page itself for every address it has a view for. */
async function pageAnswer(c: Context, folder: string): Promise<Response> {
  if (!isBuilt(folder)) return unbuiltPage();
  const { pathname } = new URL(c.req.url);
  const file =
    (await pageFile(folder, pathname)) ??
    (pathname.startsWith('/assets/') ? null : await pageFile(folder, '/index.html'));
  if (file === null) throw new ServiceProblem('not-found', pathname);
  const headers = {
    'Content-Type': file.type,
    'Content-Security-Policy': PAGE_POLICY,
    ETag: file.etag,
    'Cache-Control': file.isImmutable ? 'private, max-age=31536000, immutable' : 'no-cache',
  };
  return c.req.header('If-None-Match') === file.etag ? c.body(null, 304, headers) : c.body(file.bytes, 200, headers);
}

function errorResponse(c: Context, error: unknown, onDefect: (error: unknown) => void): Response {
  if (error instanceof ServiceProblem) return problemResponse(c, error.problem, error.about);
  if (error instanceof DatabaseError && error.problem === 'readOnly') return problemResponse(c, 'read-only', '');
  if (error instanceof DatabaseError && error.problem === 'locked') return problemResponse(c, 'busy', '');
  onDefect(error);
  return problemResponse(c, 'internal', '');
}

function problemResponse(c: Context, code: ProblemCode, about: string): Response {
  return c.json(problemAnswer(code, about), PROBLEMS[code], {
    ...SAFE_HEADERS,
    'Content-Security-Policy': DATA_POLICY,
    'Cache-Control': 'no-store',
  });
}
