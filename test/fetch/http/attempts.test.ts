import { describe, expect, it } from 'vitest';
import { ask, client, clock, PAGE, PDF, serve, summary } from './server.ts';

describe('a conditional request', () => {
  it('sends what is known of the kept version, and 304 says that it is still the same', async () => {
    const server = await serve((request, response) => {
      const same = request.headers['if-none-match'] === '"v1"';
      response.writeHead(same ? 304 : 200, { etag: '"v1"', 'last-modified': 'Mon, 05 Jan 2026 08:00:00 GMT' });
      response.end(same ? undefined : PAGE);
    });
    const made = client();
    const first = await ask(made, `${server.origin}/a`);
    expect(first).toMatchObject({ kind: 'fetched', etag: '"v1"', lastModified: 'Mon, 05 Jan 2026 08:00:00 GMT' });
    const again = await ask(made, `${server.origin}/a`, {
      etag: '"v1"',
      lastModified: 'Mon, 05 Jan 2026 08:00:00 GMT',
    });
    expect(again).toMatchObject({ kind: 'not-modified', trace: { status: 304 } });
    expect(server.log[0]?.headers).not.toHaveProperty('if-none-match');
    expect(server.log[1]?.headers).toMatchObject({ 'if-modified-since': 'Mon, 05 Jan 2026 08:00:00 GMT' });
  });
});

describe('what cannot be sent in a header', () => {
  it('is left out of the conditions', async () => {
    const server = await serve((_, response) => response.end(PAGE));
    expect(summary(await ask(client(), `${server.origin}/a`, { etag: '"版本"', lastModified: 'x\r\ny: z' }))).toBe(
      'fetched',
    );
    expect(server.log[0]?.headers).not.toHaveProperty('if-none-match');
    expect(server.log[0]?.headers).not.toHaveProperty('y');
  });

  it('is no name to go by', () => {
    expect(() => client({ userAgent: '勾稽' })).toThrow(/User-Agent "勾稽": expected printable ASCII/);
    expect(() => client({ userAgent: '' })).toThrow(/User-Agent/);
  });
});

describe('another attempt', () => {
  it('is made for what passes, after a pause with jitter', async () => {
    let asked = 0;
    const server = await serve((_, response) => {
      asked += 1;
      response.writeHead(asked < 3 ? 500 : 200).end(PAGE);
    });
    const time = clock();
    expect(summary(await ask(client({ retries: 3 }, time), `${server.origin}/a`))).toBe('fetched');
    expect(time.slept).toEqual([250, 500]);
  });

  it('is made as often as allowed', async () => {
    const server = await serve((_, response) => response.writeHead(500).end());
    expect(await ask(client({ retries: 2 }, clock()), `${server.origin}/a`)).toMatchObject({
      failure: 'server-error',
      transient: true,
      retryAfter: null,
    });
    expect(server.log).toHaveLength(3);
  });

  it.each([404, 403, 410, 401])('is not made after %d', async (status) => {
    const server = await serve((_, response) => response.writeHead(status).end());
    expect(await ask(client({ retries: 3 }, clock()), `${server.origin}/a`)).toMatchObject({ transient: false });
    expect(server.log).toHaveLength(1);
  });

  it('waits as long as the server asks', async () => {
    let asked = 0;
    const server = await serve((_, response) => {
      asked += 1;
      response.writeHead(asked === 1 ? 429 : 200, { 'retry-after': '7' }).end(PAGE);
    });
    const time = clock();
    expect(summary(await ask(client({ retries: 1 }, time), `${server.origin}/a`))).toBe('fetched');
    expect(time.slept).toEqual([7000]);
  });

  it('is left to the queue when the server asks for longer, and nothing of the host is asked until then', async () => {
    const server = await serve((_, response) => response.writeHead(503, { 'retry-after': '600' }).end());
    const made = client({ retries: 3 }, clock());
    const first = await ask(made, `${server.origin}/a`);
    expect(first).toMatchObject({ failure: 'server-error', retryAfter: 600_000, transient: true });
    expect(first).not.toHaveProperty('notAsked');
    expect(made.waitFor(`${server.origin}/b`)).toBe(600_000);
    expect(await ask(made, `${server.origin}/b`)).toMatchObject({ notAsked: true, retryAfter: 600_000 });
    expect(server.log).toHaveLength(1);
  });

  it('after Retry-After that says nothing is made after the usual pause', async () => {
    let asked = 0;
    const server = await serve((_, response) => {
      asked += 1;
      response.writeHead(asked === 1 ? 503 : 200, { 'retry-after': 'later' }).end(PAGE);
    });
    const time = clock();
    expect(summary(await ask(client({ retries: 1 }, time), `${server.origin}/a`))).toBe('fetched');
    expect(time.slept).toEqual([250]);
  });
});

describe('a body that breaks off', () => {
  const half = Math.floor(PDF.length / 2);

  async function breaking(headers: Record<string, string>, resumed: 'part' | 'whole' | 'other' | 'gone') {
    let asked = 0;
    return serve((request, response) => {
      asked += 1;
      if (asked === 1) {
        response.writeHead(200, { 'content-length': String(PDF.length), ...headers });
        response.write(PDF.subarray(0, half), () => setTimeout(() => response.destroy(), 20));
        return;
      }
      const first = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
      if (first === 0 || resumed === 'whole') response.writeHead(200, headers).end(PDF);
      else if (resumed === 'gone') response.writeHead(416).end();
      else {
        const etag = resumed === 'other' ? '"v2"' : (headers.etag ?? '');
        response.writeHead(206, { 'content-range': `bytes ${first}-${PDF.length - 1}/${PDF.length}`, etag });
        response.end(PDF.subarray(first));
      }
    });
  }

  it('goes on where it stopped when the server offers ranges of the very same bytes', async () => {
    const server = await breaking({ etag: '"v1"', 'accept-ranges': 'bytes' }, 'part');
    const outcome = await ask(client({ retries: 1 }, clock()), `${server.origin}/a.pdf`, { expected: 'document' });
    expect(outcome.kind === 'fetched' && Buffer.from(outcome.bytes).equals(PDF)).toBe(true);
    expect(outcome.trace.notes?.map(({ code }) => code)).toEqual(['resumed']);
    expect(server.log[1]?.headers).toMatchObject({ range: `bytes=${half}-`, 'if-range': '"v1"' });
  });

  it('begins anew when the server sends all of it after all', async () => {
    const server = await breaking({ etag: '"v1"', 'accept-ranges': 'bytes' }, 'whole');
    const outcome = await ask(client({ retries: 1 }, clock()), `${server.origin}/a.pdf`, { expected: 'document' });
    expect(outcome.kind === 'fetched' && Buffer.from(outcome.bytes).equals(PDF)).toBe(true);
  });

  it('goes on as often as it breaks off', async () => {
    const third = Math.floor(PDF.length / 3);
    const server = await serve((request, response) => {
      const first = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
      const range = { 'content-range': `bytes ${first}-${PDF.length - 1}/${PDF.length}` };
      const offer = { etag: '"v1"', 'accept-ranges': 'bytes' };
      response.writeHead(first === 0 ? 200 : 206, {
        ...(first === 0 ? offer : range),
        'content-length': String(PDF.length - first),
      });
      const end = first + third + 1;
      if (end >= PDF.length) response.end(PDF.subarray(first));
      else response.write(PDF.subarray(first, end), () => setTimeout(() => response.destroy(), 20));
    });
    const outcome = await ask(client({ retries: 3 }, clock()), `${server.origin}/a.pdf`, { expected: 'document' });
    expect(outcome.kind === 'fetched' && Buffer.from(outcome.bytes).equals(PDF)).toBe(true);
    expect(server.log.map(({ headers }) => headers.range)).toEqual([
      undefined,
      `bytes=${third + 1}-`,
      `bytes=${2 * third + 2}-`,
    ]);
  });

  it.each([
    ['a weak ETag', { etag: 'W/"v1"', 'accept-ranges': 'bytes' }],
    ['no ETag', { 'accept-ranges': 'bytes' }],
    ['no ranges', { etag: '"v1"' }],
  ])('begins anew with %s', async (_, headers) => {
    const server = await breaking({ ...headers } as Record<string, string>, 'part');
    const outcome = await ask(client({ retries: 1 }, clock()), `${server.origin}/a.pdf`, { expected: 'document' });
    expect(outcome.kind === 'fetched' && Buffer.from(outcome.bytes).equals(PDF)).toBe(true);
    expect(server.log[1]?.headers).not.toHaveProperty('range');
  });

  it.each(['other', 'gone'] as const)(
    'is never joined with the rest of another version (%s), but asked for anew',
    async (resumed) => {
      const server = await breaking({ etag: '"v1"', 'accept-ranges': 'bytes' }, resumed);
      const outcome = await ask(client({ retries: 2 }, clock()), `${server.origin}/a.pdf`, { expected: 'document' });
      expect(outcome.kind === 'fetched' && Buffer.from(outcome.bytes).equals(PDF)).toBe(true);
      expect(server.log).toHaveLength(3);
    },
  );
});

describe('a host', () => {
  it('is asked by not more than so many at once', async () => {
    let atOnce = 0;
    let most = 0;
    const server = await serve((_, response) => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      setTimeout(() => {
        atOnce -= 1;
        response.end(PAGE);
      }, 20);
    });
    const made = client({ concurrencyPerHost: 3 });
    await Promise.all(Array.from({ length: 12 }, (_, n) => ask(made, `${server.origin}/${n}`)));
    expect(most).toBe(3);
  });

  it('is asked not sooner than the delay after the request before, redirects and robots.txt included', async () => {
    const server = await serve((request, response) => {
      if (request.url === '/0') response.writeHead(302, { location: '/1' }).end();
      else response.end(PAGE);
    });
    const time = clock();
    await ask(client({ delay: 2000 }, time), `${server.origin}/0`);
    expect(time.slept).toEqual([2000, 2000]);
  });

  it('that does not answer five URLs in a row is left alone, then asked once', async () => {
    let up = false;
    const server = await serve((_, response) => response.writeHead(up ? 200 : 502).end(PAGE));
    const time = clock();
    const made = client({}, time);
    for (let n = 0; n < 5; n += 1) await ask(made, `${server.origin}/${n}`);
    expect(await ask(made, `${server.origin}/5`)).toMatchObject({
      failure: 'server-error',
      notAsked: true,
      transient: true,
      retryAfter: 60_000,
    });
    expect(server.log).toHaveLength(5);
    await time.sleep(60_000, new AbortController().signal);
    expect(await ask(made, `${server.origin}/6`)).not.toHaveProperty('notAsked');
    expect(await ask(made, `${server.origin}/7`)).toMatchObject({ notAsked: true, retryAfter: 120_000 });
    await time.sleep(120_000, new AbortController().signal);
    up = true;
    expect(summary(await ask(made, `${server.origin}/8`))).toBe('fetched');
    expect(summary(await ask(made, `${server.origin}/9`))).toBe('fetched');
  });

  it('is not left alone for one URL that fails again and again', async () => {
    const server = await serve((request, response) => response.writeHead(request.url === '/bad' ? 503 : 200).end(PAGE));
    const made = client({ retries: 20 }, clock());
    expect(summary(await ask(made, `${server.origin}/bad`))).toBe('server-error');
    expect(summary(await ask(made, `${server.origin}/good`))).toBe('fetched');
  });
});

describe('a caller', () => {
  it('that gives up gets its reason thrown, and the host can still be asked', async () => {
    const server = await serve((request, response) => {
      if (request.url !== '/slow') response.end(PAGE);
    });
    const made = client({ concurrencyPerHost: 1 });
    await ask(made, `${server.origin}/first`);
    const controller = new AbortController();
    const pending = made.fetch({ url: `${server.origin}/slow`, expected: 'page' }, controller.signal);
    setTimeout(() => controller.abort(new Error('interrupted')), 50);
    await expect(pending).rejects.toThrow('interrupted');
    expect(summary(await ask(made, `${server.origin}/after`))).toBe('fetched');
    await expect(made.fetch({ url: server.origin, expected: 'page' }, controller.signal)).rejects.toThrow(
      'interrupted',
    );
  });

  it('that gives up while it waits for its turn is not waited for', async () => {
    const server = await serve((_, response) => response.end(PAGE));
    const made = client({ delay: 60_000 });
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error('interrupted')), 100);
    const pending = made.fetch({ url: `${server.origin}/a`, expected: 'page' }, controller.signal);
    await expect(pending).rejects.toThrow();
    expect(server.log).toEqual([]);
    expect(made.waitFor(server.origin)).toBeLessThanOrEqual(60_000);
  });

  it('has its Referer sent, and our name and no password', async () => {
    const server = await serve((_, response) => response.end(PDF));
    const made = client();
    const request = { expected: 'document', referer: 'http://例子.example/列表#x' } as const;
    await ask(made, `http://user:secret@${server.host}/a.pdf`, request);
    await ask(made, `${server.origin}/b.pdf`, request);
    expect(server.log[0]?.headers).toMatchObject({
      'user-agent': 'gouji/0.1 (+mailto:ops@example.org)',
      referer: 'http://xn--fsqu00a.example/%E5%88%97%E8%A1%A8',
      'accept-encoding': 'identity',
    });
    expect(server.log[0]?.headers).not.toHaveProperty('authorization');
  });
});
