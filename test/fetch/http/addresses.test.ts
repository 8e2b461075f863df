import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPublicAddress } from '../../../pipeline/fetch/http/addresses.ts';
import { ask, client, PAGE, serve, serveRaw, summary } from './server.ts';

describe('an address of the public internet', () => {
  it.each(['8.8.8.8', '219.145.244.73', '2400:3200::1', '::ffff:8.8.8.8', '64:ff9b::808:808'])(
    '%s is one',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it.each([
    ['127.0.0.1', 'loopback'],
    ['0.0.0.0', 'this host'],
    ['10.1.2.3', 'private'],
    ['172.16.0.1', 'private'],
    ['192.168.1.1', 'private'],
    ['169.254.169.254', 'link-local, where clouds keep credentials'],
    ['100.64.0.1', 'carrier-grade NAT'],
    ['198.18.0.1', 'benchmarks'],
    ['224.0.0.1', 'multicast'],
    ['255.255.255.255', 'broadcast'],
    ['::', 'unspecified'],
    ['::1', 'loopback'],
    ['::7f00:1', 'v4-compatible loopback'],
    ['::ffff:127.0.0.1', 'v4-mapped loopback'],
    ['::ffff:7f00:1', 'v4-mapped loopback in hex'],
    ['64:ff9b::7f00:1', 'NAT64 of loopback'],
    ['64:ff9b:1::808:808', 'local NAT64'],
    ['2002:7f00:1::', '6to4'],
    ['fc00::1', 'unique local'],
    ['fe80::1', 'link-local'],
    ['fe80::1%eth0', 'link-local with a zone'],
    ['not an address', 'nothing'],
    ['', 'nothing'],
  ])('%s is not: %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it('is never what begins as private ranges do, wrapped or not', () => {
    const octet = fc.nat(255);
    const local = fc.oneof(
      fc.tuple(fc.constantFrom(0, 10, 127, 224, 240, 255), octet, octet, octet),
      fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), octet, octet),
      fc.tuple(fc.constant(192), fc.constant(168), octet, octet),
      fc.tuple(fc.constant(169), fc.constant(254), octet, octet),
      fc.tuple(fc.constant(100), fc.integer({ min: 64, max: 127 }), octet, octet),
    );
    fc.assert(
      fc.property(local, (parts) => {
        const dotted = parts.join('.');
        expect(isPublicAddress(dotted)).toBe(false);
        expect(isPublicAddress(`::ffff:${dotted}`)).toBe(false);
        expect(isPublicAddress(`64:ff9b::${dotted}`)).toBe(false);
      }),
    );
  });

  it('is the same whatever way a URL writes it', () => {
    fc.assert(
      fc.property(fc.ipV4(), (dotted) => {
        const number = dotted.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
        for (const host of [String(number), `0x${number.toString(16)}`, `0${number.toString(8)}`]) {
          expect(isPublicAddress(new URL(`http://${host}/`).hostname)).toBe(isPublicAddress(dotted));
        }
      }),
    );
  });
});

describe('a client for the public internet', () => {
  it.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://127.1:88/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://localhost/',
    'file:///etc/passwd',
    'ftp://example.org/a.pdf',
    'gopher://127.0.0.1/',
    'javascript:alert(1)',
    'no url at all',
  ])('refuses %s', async (url) => {
    expect(summary(await ask(client({ allowPrivate: false }), url))).toBe('refused-address');
  });

  it('refuses a name that resolves to an address of that kind, and never connects', async () => {
    const server = await serve((_, response) => response.end(PAGE));
    const resolve = async () => [{ address: '127.0.0.1', family: 4 }];
    const url = `http://127.0.0.1.nip.example:${new URL(server.origin).port}/`;
    const outcome = await ask(client({ allowPrivate: false }, { resolve }), url);
    expect(outcome).toMatchObject({ failure: 'refused-address', transient: false, trace: { status: null } });
    expect(server.log).toEqual([]);
  });

  it('connects to the address that was checked, even when the name resolves to another a moment later', async () => {
    const server = await serve((_, response) => response.end(PAGE));
    const answers = [['127.0.0.1'], ['127.0.0.9']];
    const resolve = async () =>
      (answers.length > 1 ? answers.shift() : (answers[0] ?? []))?.map((address) => ({ address, family: 4 })) ?? [];
    const mayConnect = (address: string) => address === '127.0.0.1';
    const made = client({ concurrencyPerHost: 1 }, { resolve, mayConnect });
    // robots.txt and the page go over the one connection that was checked.
    expect(summary(await ask(made, `http://rebinding.example:${new URL(server.origin).port}/`))).toBe('fetched');
  });

  it('takes the allowed ones of several addresses', async () => {
    const server = await serve((_, response) => response.end(PAGE));
    const resolve = async () => [
      { address: '10.0.0.1', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ];
    const made = client({}, { resolve, mayConnect: (address) => address === '127.0.0.1' });
    expect(summary(await ask(made, `http://both.example:${new URL(server.origin).port}/`))).toBe('fetched');
  });
});

describe('a redirect', () => {
  const mayConnect = (address: string) => address === '127.0.0.1';

  it.each([
    'http://127.0.0.2/',
    'http://2130706434/',
    'http://[::1]/',
    'http://localhost.example/',
    'file:///etc/passwd',
    'data:text/html,a',
  ])('to %s is refused', async (location) => {
    const server = await serve((_, response) => response.writeHead(302, { location }).end());
    const resolve = async () => [{ address: '127.0.0.2', family: 4 }];
    const outcome = await ask(client({}, { mayConnect, resolve }), `${server.origin}/go`);
    expect(summary(outcome)).toBe('refused-address');
    expect(outcome.trace.redirects).toEqual([`${server.origin}/go`]);
  });

  it('is followed, relative and absolute, and every hop is told', async () => {
    const other = await serve((_, response) => response.end(PAGE));
    const server = await serve((request, response) => {
      const location = request.url === '/a' ? 'b?x=1' : `${other.origin}/c#d`;
      response.writeHead(request.url === '/a' ? 301 : 307, { location }).end('moved');
    });
    const { trace, kind } = await ask(client(), `${server.origin}/a`);
    expect(kind).toBe('fetched');
    expect(trace.redirects).toEqual([`${server.origin}/a`, `${server.origin}/b?x=1`]);
    expect(trace.finalUrl).toBe(`${other.origin}/c`);
  });

  it('to itself, in a circle, or for more than five hops is a loop', async () => {
    const server = await serve((request, response) => {
      const at = Number(new URL(request.url ?? '', 'http://x').searchParams.get('n'));
      const to = request.url?.startsWith('/circle') ? (at + 1) % 2 : request.url?.startsWith('/self') ? at : at + 1;
      response.writeHead(302, { location: `?n=${to}` }).end();
    });
    for (const path of ['/self', '/circle', '/ever']) {
      expect(summary(await ask(client(), `${server.origin}${path}?n=0`))).toBe('redirect-loop');
    }
    expect(server.log.length).toBeLessThanOrEqual(1 + 2 + 6);
  });

  it('without a Location, or to one that is empty of sense, is told', async () => {
    const server = await serve((request, response) => {
      if (request.url === '/none') response.writeHead(302).end();
      else response.writeHead(302, { location: 'http://[bad' }).end();
    });
    expect(summary(await ask(client(), `${server.origin}/none`))).toBe('bad-response');
    expect(summary(await ask(client(), `${server.origin}/bad`))).toBe('refused-address');
  });

  it.each(['utf-8', 'gbk'])('with Chinese in it, unescaped in %s, is followed', async (charset) => {
    const bytes = charset === 'utf-8' ? Buffer.from('/预算.html') : Buffer.from([0x2f, 0xd4, 0xa4, 0xcb, 0xe3, 0x2e]);
    const server = await serveRaw((socket, request) => {
      if (!request.startsWith('GET /go')) socket.end(`HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n${PAGE}`);
      else
        socket.end(
          Buffer.concat([
            Buffer.from('HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: '),
            bytes,
            Buffer.from('\r\n\r\n'),
          ]),
        );
    });
    const { trace } = await ask(client(), `${server.origin}/go`);
    expect(decodeURI(trace.finalUrl)).toContain('/预算.');
  });
});
