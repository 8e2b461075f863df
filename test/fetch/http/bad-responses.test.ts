import type { RequestListener } from 'node:http';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask, client, PAGE, PDF, serve, serveRaw, summary } from './server.ts';

const page = (body: string | Buffer, headers: Record<string, string> = {}): RequestListener => {
  return (_, response) => response.writeHead(200, { 'content-type': 'text/html', ...headers }).end(body);
};

describe('a status that is not a success', () => {
  it.each([
    [204, 'empty'],
    [202, 'blocked'],
    [400, 'bad-response'],
    [401, 'login'],
    [403, 'blocked'],
    [404, 'not-found'],
    [405, 'blocked'],
    [410, 'gone'],
    [412, 'blocked'],
    [418, 'blocked'],
    [429, 'rate-limited'],
    [500, 'server-error'],
    [503, 'server-error'],
    [521, 'blocked'],
    [304, 'bad-response'],
    [301, 'bad-response'],
  ])('%d is %s', async (status, expected) => {
    const server = await serve((_, response) => response.writeHead(status).end());
    expect(summary(await ask(client(), `${server.origin}/t1.html`))).toBe(expected);
  });
});

describe('a body', () => {
  it('that is whole is fetched with its hash, charset and validators', async () => {
    const server = await serve(page(PAGE, { 'content-type': 'text/html; charset=GBK', etag: '"a1"' }));
    const outcome = await ask(client(), `${server.origin}/t1.html#part`);
    expect(outcome).toMatchObject({ kind: 'fetched', declaredCharset: 'gbk', etag: '"a1"', lastModified: '' });
    expect(outcome.kind === 'fetched' && Buffer.from(outcome.bytes).toString()).toBe(PAGE);
    expect(outcome.trace).toMatchObject({ finalUrl: `${server.origin}/t1.html`, status: 200, robots: 'allowed' });
  });

  it('of no bytes, or of blanks, is empty', async () => {
    const server = await serve((request, response) => response.end(request.url === '/0' ? '' : ' \n\n '));
    expect(summary(await ask(client(), `${server.origin}/0`))).toBe('empty');
    expect(summary(await ask(client(), `${server.origin}/1`))).toBe('empty');
  });

  it('that states more than the limit is not even begun', async () => {
    const server = await serve((_, response) => {
      response.writeHead(200, { 'content-length': String(5 * 2 ** 30) });
      response.write('%PDF-1.4');
    });
    expect(summary(await ask(client(), `${server.origin}/a.pdf`, { expected: 'document' }))).toBe('too-large');
  });

  it('of 5 GB that states no length is cut at the limit', async () => {
    let sent = 0;
    const server = await serve((_, response) => {
      const chunk = Buffer.alloc(64 * 1024, 'a');
      const more = () => {
        while (sent < 5 * 2 ** 30 && !response.destroyed) {
          sent += chunk.length;
          if (!response.write(chunk)) return;
        }
      };
      response.on('drain', more);
      more();
    });
    expect(summary(await ask(client(), `${server.origin}/a.pdf`, { expected: 'document' }))).toBe('too-large');
    expect(sent).toBeLessThan(64 * 2 ** 20);
  });

  it('of one byte a second ends in a timeout', async () => {
    const server = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      const timer = setInterval(() => response.write('a'), 100);
      response.on('close', () => clearInterval(timer));
    });
    expect(summary(await ask(client({ timeout: 0.5 }), `${server.origin}/slow`))).toBe('timeout');
  });

  it('that never begins ends in a timeout', async () => {
    const server = await serve(() => undefined);
    expect(summary(await ask(client({ timeout: 0.3 }), `${server.origin}/silent`))).toBe('timeout');
  });

  it('that is a gzip bomb is cut at the limit after unpacking', async () => {
    const bomb = gzipSync(Buffer.alloc(60 * 2 ** 20));
    const server = await serve(page(bomb, { 'content-encoding': 'gzip' }));
    const before = process.memoryUsage().arrayBuffers;
    expect(summary(await ask(client(), `${server.origin}/bomb`))).toBe('too-large');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 * 2 ** 20);
  });

  it.each([
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['deflate', deflateSync],
    ['Deflate', deflateRawSync],
    ['br', brotliCompressSync],
    ['zstd', zstdCompressSync],
  ] as const)('packed with %s (%o) is unpacked', async (encoding, pack) => {
    const server = await serve(page(pack(Buffer.from(PAGE)), { 'content-encoding': encoding }));
    const outcome = await ask(client(), `${server.origin}/packed`);
    expect(outcome.kind === 'fetched' && Buffer.from(outcome.bytes).toString()).toBe(PAGE);
  });

  it('packed twice is unpacked twice', async () => {
    const server = await serve(page(gzipSync(gzipSync(PAGE)), { 'content-encoding': 'gzip, gzip' }));
    const outcome = await ask(client(), `${server.origin}/twice`);
    expect(outcome.kind === 'fetched' && Buffer.from(outcome.bytes).toString()).toBe(PAGE);
  });

  it('said to be packed that is not is taken as it is', async () => {
    const server = await serve(page(PAGE, { 'content-encoding': 'gzip' }));
    expect(summary(await ask(client(), `${server.origin}/plain`))).toBe('fetched');
  });

  it('in an encoding that is none is taken as it is', async () => {
    const server = await serve(page(PAGE, { 'content-encoding': 'utf-8' }));
    expect(summary(await ask(client(), `${server.origin}/plain`))).toBe('fetched');
  });

  it('whose packing is damaged is a bad response, and one that ends early is truncated', async () => {
    const packed = gzipSync(PAGE.repeat(3));
    const damaged = Buffer.from(packed);
    damaged.fill(0xff, 20, 60);
    const server = await serve((request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.end(request.url === '/damaged' ? damaged : packed.subarray(0, 100));
    });
    expect(summary(await ask(client(), `${server.origin}/damaged`))).toBe('bad-response');
    expect(summary(await ask(client(), `${server.origin}/short`))).toBe('truncated');
  });

  it('shorter than its Content-Length is truncated', async () => {
    const server = await serveRaw((socket) =>
      socket.end('HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n%PDF-1.4 half'),
    );
    expect(summary(await ask(client(), `${server.origin}/a.pdf`, { expected: 'document' }))).toBe('truncated');
  });

  it('longer than its Content-Length ends where that says', async () => {
    const server = await serveRaw((socket) =>
      socket.end(`HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n%PDF-1.4 and more`),
    );
    const outcome = await ask(client(), `${server.origin}/a.pdf`, { expected: 'document' });
    expect(outcome.kind === 'fetched' && Buffer.from(outcome.bytes).toString()).toBe('%PDF-1.4');
  });

  it('without a length ends with the connection', async () => {
    const server = await serveRaw((socket) => socket.end(`HTTP/1.0 200 OK\r\n\r\n${PAGE}`));
    expect(summary(await ask(client(), `${server.origin}/t1.html`))).toBe('fetched');
  });

  it('in chunks that break off is truncated', async () => {
    const server = await serveRaw((socket) =>
      socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n'),
    );
    expect(summary(await ask(client(), `${server.origin}/chunks`))).toBe('truncated');
  });

  it('in chunks that are none is a bad response', async () => {
    const server = await serveRaw((socket) =>
      socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n'),
    );
    expect(summary(await ask(client(), `${server.origin}/chunks`))).toBe('bad-response');
  });

  it('whose connection is reset is told so', async () => {
    const server = await serveRaw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\nhalf');
      setTimeout(() => socket.resetAndDestroy(), 50);
    });
    expect(summary(await ask(client(), `${server.origin}/reset`))).toBe('reset');
  });
});

describe('a response', () => {
  it('that is no HTTP is a bad response', async () => {
    const server = await serveRaw((socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n'));
    expect(summary(await ask(client(), `${server.origin}/`))).toBe('bad-response');
  });

  it('that does not come because the server hangs up is a reset', async () => {
    const server = await serveRaw((socket) => socket.end());
    expect(summary(await ask(client(), `${server.origin}/`))).toBe('reset');
  });

  it('with huge headers, or with headers that are none, is a bad response', async () => {
    const huge = await serveRaw((socket) => socket.end(`HTTP/1.1 200 OK\r\nX-Big: ${'a'.repeat(200_000)}\r\n\r\n`));
    expect(summary(await ask(client(), `${huge.origin}/`))).toBe('bad-response');
    const odd = await serveRaw((socket) => socket.end('HTTP/1.1 200 OK\r\nno colon here\r\n\r\n'));
    expect(summary(await ask(client(), `${odd.origin}/`))).toBe('bad-response');
  });

  it('with two lengths that differ is not taken', async () => {
    const server = await serveRaw((socket) =>
      socket.end('HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nabcde'),
    );
    expect(summary(await ask(client(), `${server.origin}/`))).toBe('truncated');
  });

  it('with repeated headers has them joined, and names like __proto__ are names', async () => {
    const server = await serveRaw((socket) =>
      socket.end(`HTTP/1.1 200 OK\r\nX-A: 1\r\nX-A: 2\r\n__proto__: 3\r\nConnection: close\r\n\r\n${PAGE}`),
    );
    const { trace } = await ask(client(), `${server.origin}/`);
    expect(trace.headers['x-a']).toBe('1, 2');
    expect(Object.hasOwn(trace.headers, '__proto__')).toBe(true);
  });

  it('announced by early hints is taken', async () => {
    const server = await serveRaw((socket) =>
      socket.end(`HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\nHTTP/1.0 200 OK\r\n\r\n${PAGE}`),
    );
    expect(summary(await ask(client(), `${server.origin}/`))).toBe('fetched');
  });

  it('to a URL that only a cookie opens, which is not kept, is a loop', async () => {
    const server = await serve((_, response) =>
      response.writeHead(302, { location: '/', 'set-cookie': 'pass=1' }).end(),
    );
    expect(summary(await ask(client(), `${server.origin}/`))).toBe('redirect-loop');
  });

  it('of any bytes at all is an outcome, never an exception', async () => {
    const line = fc.oneof(
      fc.constantFrom('HTTP/1.1 200 OK', 'HTTP/1.1 206 Partial', 'HTTP/1.1 302 Found', 'HTTP/1.1 999 ?', 'HTTP/3 200'),
      fc.constantFrom('Content-Length: 3', 'Content-Length: -1', 'Content-Length: x', 'Transfer-Encoding: chunked'),
      fc.constantFrom('Content-Encoding: gzip', 'Content-Encoding: br', 'Content-Range: bytes 9-1/2', 'Location: //'),
      fc.constantFrom(
        'ETag: "a"',
        'Retry-After: -1',
        'Content-Type: ;;=',
        'Content-Disposition: x*=',
        'Upgrade: h2c',
        '',
      ),
      fc.string({ unit: 'binary', maxLength: 20 }),
    );
    let bytes = '';
    const server = await serveRaw((socket) => socket.end(bytes, 'latin1'));
    const made = client({ timeout: 0.2 });
    const answers = fc.tuple(fc.array(line, { maxLength: 6 }), fc.string({ unit: 'binary', maxLength: 50 }));
    await fc.assert(
      fc.asyncProperty(answers, async ([lines, body]) => {
        bytes = `${lines.join('\r\n')}\r\n\r\n${body}`;
        expect(['fetched', 'failed']).toContain((await ask(made, `${server.origin}/`)).kind);
      }),
      { numRuns: 20, seed: 7 },
    );
  });

  it('of a part that nobody asked for is truncated, unless the part is the whole', async () => {
    const server = await serve((request, response) => {
      const last = request.url === '/whole' ? PDF.length - 1 : 99;
      response.writeHead(206, { 'content-range': `bytes 0-${last}/${PDF.length}` }).end(PDF.subarray(0, last + 1));
    });
    expect(summary(await ask(client(), `${server.origin}/part`, { expected: 'document' }))).toBe('truncated');
    expect(summary(await ask(client(), `${server.origin}/whole`, { expected: 'document' }))).toBe('fetched');
  });
});

describe('a connection', () => {
  it('that is refused is told so', async () => {
    // Port 1 of loopback (tcpmux) has no server anywhere.
    expect(summary(await ask(client(), 'http://127.0.0.1:1/'))).toBe('connect');
  });

  it('to a name that does not exist is a matter of names', async () => {
    const resolve = () => Promise.reject(Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' }));
    const outcome = await ask(client({}, { resolve }), 'http://nowhere.example/');
    expect(outcome).toMatchObject({ failure: 'dns', transient: true });
  });
});
