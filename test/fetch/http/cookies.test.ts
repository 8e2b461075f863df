import { expect, test } from 'vitest';
import { cookieJar } from '../../../pipeline/fetch/http/cookies.ts';
import { client, serve } from './server.ts';

const signal = new AbortController().signal;

/** A page that begins a session, and a file that is given to nobody without it. */
function downloadSite() {
  return serve((request, response) => {
    if (request.url === '/info/1.html') {
      response.writeHead(200, {
        'content-type': 'text/html',
        'set-cookie': ['JSESSIONID=1F; Path=/; HttpOnly', 'seen=yes; Domain=127.0.0.1'],
      });
      return void response.end('<html><body><p>2023年度部门决算</p></body></html>');
    }
    if (request.headers.cookie?.includes('JSESSIONID=1F')) return void response.end('%PDF-1.4 …');
    response.writeHead(403).end();
  });
}

test('a file that is given only to the session its page began is fetched', async () => {
  const { origin, log } = await downloadSite();
  const { fetch } = client();
  const file = { url: `${origin}/download.jsp?id=1`, expected: 'document' } as const;
  expect(await fetch(file, signal)).toMatchObject({ kind: 'failed', failure: 'blocked' });
  await fetch({ url: `${origin}/info/1.html`, expected: 'page' }, signal);
  expect(await fetch(file, signal)).toMatchObject({ kind: 'fetched' });
  expect(log.map(({ headers }) => headers.cookie)).toEqual([undefined, undefined, 'JSESSIONID=1F']);
});

test('what a redirect sets goes with the request it leads to', async () => {
  const { origin, log } = await serve((request, response) => {
    if (request.url === '/file') response.writeHead(302, { location: '/pass', 'set-cookie': 'pass=1; Path=/' }).end();
    else response.end(request.headers.cookie === 'pass=1' ? '%PDF-1.4 …' : '');
  });
  const { fetch } = client();
  expect(await fetch({ url: `${origin}/file`, expected: 'document' }, signal)).toMatchObject({ kind: 'fetched' });
  expect(log.map(({ headers }) => headers.cookie)).toEqual([undefined, 'pass=1']);
});

test('no other host gets them, no other crawl either, and they are not among the headers that are kept', async () => {
  const { origin } = await downloadSite();
  const other = await serve((_, response) => response.end('<html><body>决算</body></html>'));
  const { fetch } = client();
  const page = await fetch({ url: `${origin}/info/1.html`, expected: 'page' }, signal);
  expect(Object.keys(page.trace.headers)).not.toContain('set-cookie');
  await fetch({ url: `${other.origin}/`, expected: 'page' }, signal);
  expect(other.log[0]?.headers.cookie).toBeUndefined();
  const again = await client().fetch({ url: `${origin}/download.jsp?id=1`, expected: 'document' }, signal);
  expect(again).toMatchObject({ failure: 'blocked' });
});

test('paths, secure ones, ends and later values are kept as RFC 6265 has them', () => {
  let now = Date.UTC(2026, 0, 1);
  const { learn, headers } = cookieJar({ now: () => now });
  learn(new URL('http://a.example/module/list.jsp'), [
    'whole=1; Path=/',
    'part=2',
    'tls=3; Secure; Path=/',
    'short=4; Max-Age=10; Path=/',
    'past=5; Expires=Wed, 21 Oct 2015 07:28:00 GMT; Path=/',
    '=nameless',
    'bad=\u00e9',
  ]);
  expect(headers(new URL('http://a.example/'))).toEqual({ cookie: 'whole=1; short=4' });
  expect(headers(new URL('http://a.example/module/download/x.jsp'))).toEqual({ cookie: 'whole=1; part=2; short=4' });
  expect(headers(new URL('http://a.example/modules'))).toEqual({ cookie: 'whole=1; short=4' });
  now += 11_000;
  expect(headers(new URL('http://a.example/'))).toEqual({ cookie: 'whole=1' });
  learn(new URL('http://a.example/'), ['whole=; Max-Age=0; Path=/']);
  expect(headers(new URL('http://a.example/'))).toEqual({});
  expect(headers(new URL('http://a.example:8080/'))).toEqual({});
});

test('a server that sets thousands of them does not fill the memory or the request', () => {
  const { learn, headers } = cookieJar({ now: () => 0 });
  const url = new URL('http://a.example/');
  learn(
    url,
    Array.from({ length: 5000 }, (_, n) => `c${n}=${'x'.repeat(1000)}`),
  );
  learn(url, [`huge=${'x'.repeat(100_000)}`]);
  expect(headers(url).cookie?.length).toBeLessThan(8200);
});
