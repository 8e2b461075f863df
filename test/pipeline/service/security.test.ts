import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ListenError, type Listening, listen } from '../../../pipeline/service/server.ts';
import { inbox, reviewed, session } from '../../../schemas/service/index.ts';
import { temporaryFolder } from '../made-pages.ts';
import { storedSamples } from '../stored-samples.ts';
import { type RawAnswer, rawRequest } from './raw-request.ts';
import { answered, ask, type ServedOptions, served } from './served.ts';

const db = storedSamples('final-accounts-1.pdf', 'final-accounts-3.html');

/** A built page, and beside its folder a file that nobody may get. */
function builtPage(): string {
  const folder = temporaryFolder();
  const page = join(folder, 'dist');
  mkdirSync(join(page, 'assets'), { recursive: true });
  writeFileSync(join(page, 'index.html'), '<!doctype html><title>page</title>');
  writeFileSync(join(page, 'assets', 'index-a1b2c3d4.js'), 'export {};');
  writeFileSync(join(page, '.hidden'), 'secret');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  return page;
}

async function listening(options: ServedOptions = {}): Promise<Listening> {
  const server = await listen(served(db, { page: builtPage(), ...options }), { host: '127.0.0.1', port: 0 });
  onTestFinished(() => server.close());
  return server;
}

function get(port: number, path: string, ...headers: readonly string[]): Promise<RawAnswer> {
  const host = headers.some((header) => header.startsWith('Host:')) ? [] : [`Host: 127.0.0.1:${port}`];
  return rawRequest(port, [`GET ${path} HTTP/1.1`, ...host, ...headers]);
}

async function aFinding(): Promise<string> {
  const { items } = await answered(served(db), '/api/findings?limit=1', inbox);
  return `/api/documents/${items[0]?.document}/findings/${items[0]?.id}/review`;
}

const CONFIRMED = JSON.stringify({ decision: 'confirmed', reason: '', note: '' });

test.each([
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/%2e%2e%2fsecret.txt',
  '/assets/..%2f..%2fsecret.txt',
  '/assets/../../secret.txt',
  '/../secret.txt',
  '//secret.txt',
  '/..\\secret.txt',
  '/..%5csecret.txt',
  '/.hidden',
  '/%2ehidden',
  '/etc/passwd',
  '//etc/passwd',
  '/%2fetc%2fpasswd',
  '/assets/index-a1b2c3d4.js%00.html',
  '/%00',
  '/api/documents/..%2f..%2fsecret.txt/original',
  '/api/documents/%2fetc%2fpasswd/original',
  '/api/documents/%00/original',
  '/api/%2e%2e/secret.txt',
])('%s reaches no file', async (path) => {
  const { port } = await listening();
  const { body, status } = await get(port, path);
  expect(body).not.toContain('secret\n');
  expect(body).not.toMatch(/^secret|root:/m);
  expect(status).toBeLessThan(500);
});

test('addresses of views give the page, files are kept by their name, and nothing is guessed of their type', async () => {
  const { port } = await listening();
  for (const path of ['/', '/documents/abc?finding=1', '/units/%E8%B4%A2.%E6%94%BF']) {
    const { status, headers, body } = await get(port, path);
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
      200,
      'text/html; charset=utf-8',
      'no-cache',
    ]);
    expect(body).toContain('<title>page</title>');
  }
  const script = await get(port, '/assets/index-a1b2c3d4.js');
  expect(script.headers.get('content-type')).toMatch(/^text\/javascript/);
  expect(script.headers.get('cache-control')).toContain('immutable');
  expect((await get(port, '/assets/gone-a1b2c3d4.js')).status).toBe(404);
});

test('every answer carries the headers that keep it among ours', async () => {
  const { port } = await listening();
  for (const path of ['/', '/api/session', '/api/nothing', '/assets/index-a1b2c3d4.js']) {
    const { headers } = await get(port, path);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none';.*frame-ancestors 'none'/);
    expect(headers.has('access-control-allow-origin')).toBe(false);
  }
  const policy = (await get(port, '/')).headers.get('content-security-policy') ?? '';
  expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
});

test.each(['evil.example', 'evil.example:4870', '127.0.0.1.evil.example', 'localhost.evil.example', '10.0.0.1', ''])(
  'on loopback the name %j is none of ours: another site may have led it here',
  async (host) => {
    const { port } = await listening();
    const { status, body } = await get(port, '/api/session', `Host: ${host}`);
    expect([400, 403]).toContain(status);
    expect(body).not.toContain('samples.sqlite');
  },
);

test.each(['localhost', 'localhost:9999', '127.0.0.1', '[::1]:4870', 'LOCALHOST'])(
  'on loopback %s is ours',
  async (host) => {
    const { port } = await listening();
    expect((await get(port, '/api/session', `Host: ${host}`)).status).toBe(200);
  },
);

test.each([
  ['another origin', ['Origin: https://evil.example']],
  ['the origin null', ['Origin: null']],
  ['another port', ['Origin: http://127.0.0.1:1']],
  ['a page of another site', ['Sec-Fetch-Site: cross-site']],
  ['a page of a neighbouring site', ['Sec-Fetch-Site: same-site']],
])('%s cannot decide', async (_, headers) => {
  const { port } = await listening();
  const path = await aFinding();
  const head = [`PUT ${path} HTTP/1.1`, `Host: 127.0.0.1:${port}`, 'Content-Type: application/json', ...headers];
  const { status, body } = await rawRequest(port, head, CONFIRMED);
  expect([status, JSON.parse(body).code]).toEqual([403, 'other-origin']);
});

test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/jsonp'])(
  'what a form could send (%s) decides nothing',
  async (type) => {
    const app = served(db);
    const path = await aFinding();
    for (const method of ['PUT', 'DELETE']) {
      const response = await ask(app, path, { method, body: CONFIRMED, headers: { 'Content-Type': type } });
      expect(response.status).toBe(415);
    }
  },
);

test('a page of our own decides, undoes, and what it decided is there for the next reader', async () => {
  const { port } = await listening();
  const path = await aFinding();
  const own = [`Host: 127.0.0.1:${port}`, `Origin: http://127.0.0.1:${port}`, 'Sec-Fetch-Site: same-origin'];
  const head = (method: string) => [`${method} ${path} HTTP/1.1`, ...own, 'Content-Type: application/json'];
  const put = await rawRequest(port, head('PUT'), CONFIRMED);
  expect(reviewed.parse(JSON.parse(put.body)).state).toBe('confirmed');
  const app = served(db);
  expect((await answered(app, '/api/findings?state=confirmed', inbox)).total).toBe(1);
  const deleted = await rawRequest(port, head('DELETE'), '{}');
  expect(reviewed.parse(JSON.parse(deleted.body))).toEqual({ state: 'open', review: null });
});

test('a body that is too long, no JSON or no decision is refused', async () => {
  const app = served(db);
  const path = await aFinding();
  const put = async (body: string) => {
    const response = await ask(app, path, { method: 'PUT', body, headers: { 'Content-Type': 'application/json' } });
    return [response.status, ((await response.json()) as { code: string }).code];
  };
  expect(await put(JSON.stringify({ decision: null, note: 'x'.repeat(70_000) }))).toEqual([413, 'too-large']);
  expect(await put(JSON.stringify({ decision: null, note: 'x'.repeat(20_000) }))).toEqual([400, 'bad-query']);
  expect(await put('{"decision":')).toEqual([400, 'bad-query']);
  expect(await put('{"decision":"guilty"}')).toEqual([400, 'bad-query']);
  expect(await put('{"decision":"dismissed","reason":"  "}')).toEqual([422, 'reason-needed']);
});

test.each(['POST', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'])(
  '%s of a view is answered with a refusal',
  async (method) => {
    const { port } = await listening();
    const { status } = await rawRequest(port, [`${method} /api/session HTTP/1.1`, `Host: 127.0.0.1:${port}`]);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  },
);

test('where others can reach it, nothing is told without the token', async () => {
  const { port } = await listening({ token: 'a-token-of-some-length' });
  const asked = await get(port, '/api/session', 'Host: gouji.example');
  expect([asked.status, JSON.parse(asked.body).code]).toEqual([401, 'login-needed']);
  const page = await get(port, '/documents/abc');
  expect(page.status).toBe(401);
  expect(page.body).toContain('action="/login"');
  expect(page.body).not.toContain('<title>page</title>');
  expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'.*form-action 'self'/);
  expect((await get(port, '/assets/index-a1b2c3d4.js')).status).toBe(401);
  expect((await get(port, '/api/session', 'Authorization: Bearer a-token-of-some-lengtH')).status).toBe(401);
  expect((await get(port, '/api/session', 'Authorization: Bearer a-token-of-some-length')).status).toBe(200);
  expect((await get(port, '/api/session', 'Cookie: gouji=a-token-of-some-length')).status).toBe(401);
});

test('the token is taken by a form or out of the address, and kept where no script sees it', async () => {
  const { port } = await listening({ token: 'a-token-of-some-length' });
  const head = ['POST /login HTTP/1.1', 'Host: gouji.example', 'Content-Type: application/x-www-form-urlencoded'];
  expect((await rawRequest(port, head, 'token=wrong')).status).toBe(401);
  const login = await rawRequest(port, head, 'token=a-token-of-some-length');
  expect([login.status, login.headers.get('location')]).toEqual([303, '/']);
  const cookie = login.headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/; HttpOnly/);
  expect(cookie).toMatch(/; SameSite=Strict/);
  expect(cookie).not.toContain('a-token');
  const again = `Cookie: ${cookie.split(';')[0]}`;
  expect((await get(port, '/api/session', again)).status).toBe(200);
  const linked = await get(port, '/documents/abc?token=a-token-of-some-length&finding=1');
  expect([linked.status, linked.headers.get('location')]).toEqual([303, '/documents/abc?finding=1']);
  expect((await get(port, '//evil.example/?token=a-token-of-some-length')).headers.get('location')).toBe(
    '/evil.example/',
  );
});

test('a form that never ends is read no further than a token can be long', async () => {
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      sent += 1;
      if (sent > 100) controller.close();
      else controller.enqueue(new Uint8Array(1024));
    },
  });
  const asked = { method: 'POST', body: endless, duplex: 'half', headers: { 'Transfer-Encoding': 'chunked' } } as const;
  const answer = await ask(served(db, { token: 'a-token-of-some-length' }), '/login', asked);
  expect(answer.status).toBe(413);
  expect(sent).toBeLessThan(10);
});

test('a read-only database is read, and deciding is refused with the word for it', async () => {
  const app = served(db, { canWrite: false });
  expect((await answered(app, '/api/session', session)).canWrite).toBe(false);
  const headers = { 'Content-Type': 'application/json' };
  const path = await aFinding();
  for (const [method, body] of [
    ['PUT', CONFIRMED],
    ['DELETE', '{}'],
  ] as const) {
    const response = await ask(app, path, { method, body, headers });
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([403, 'read-only']);
  }
});

test('200 readers at once are all answered', async () => {
  const { port } = await listening();
  const { items } = await answered(served(db), '/api/findings', inbox);
  const paths = [
    '/',
    '/api/session',
    '/api/overview',
    '/api/findings',
    '/api/documents',
    `/api/documents/${items[0]?.document}`,
    `/api/documents/${items[0]?.document}/original`,
    `/api/documents/${items[0]?.document}/blocks`,
  ];
  const answers = await Promise.all(Array.from({ length: 200 }, (_, n) => get(port, paths[n % paths.length] ?? '/')));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
});

test('a port that is in use is said, and a server that ends lets go of its port', async () => {
  const first = await listening();
  const second = listen(served(db), { host: '127.0.0.1', port: first.port });
  await expect(second).rejects.toThrow(ListenError);
  await expect(second).rejects.toMatchObject({ problem: 'portInUse' });
  await first.close();
  const third = await listen(served(db), { host: '127.0.0.1', port: first.port });
  await third.close();
});

test('without a built page it is said how to build it, and the answers are there all the same', async () => {
  const app = served(db);
  const page = await ask(app, '/');
  expect(page.status).toBe(503);
  expect(await page.text()).toContain('npm run build');
  await answered(app, '/api/session', session);
});
