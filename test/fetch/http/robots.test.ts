import { describe, expect, it } from 'vitest';
import { ask, client, clock, PAGE, serve, summary, type TestServer } from './server.ts';

async function site(robots: string | Buffer, headers: Record<string, string> = {}): Promise<TestServer> {
  const server = await serve((_, response) => response.end(PAGE));
  server.robots = (_, response) => response.writeHead(200, headers).end(robots);
  return server;
}

describe('robots.txt (RFC 9309)', () => {
  it('forbids what its group for us forbids', async () => {
    const server = await site(
      'User-agent: *\nDisallow: /\n\nUser-agent: Gouji\nDisallow: /private\nAllow: /private/open\n',
    );
    const made = client();
    expect(summary(await ask(made, `${server.origin}/a`))).toBe('fetched');
    expect(summary(await ask(made, `${server.origin}/private/open/a`))).toBe('fetched');
    const outcome = await ask(made, `${server.origin}/private/a`);
    expect(outcome).toMatchObject({
      failure: 'robots',
      transient: false,
      trace: { robots: 'disallowed', status: null },
    });
    expect(server.log.map(({ path }) => path)).toEqual(['/a', '/private/open/a']);
  });

  it.each([
    ['a byte-order mark', '\uFEFFUser-agent: *\nDisallow: /private'],
    ['CRLF', 'User-agent: *\r\nDisallow: /private\r\n'],
    ['CR', 'User-agent: *\rDisallow: /private\r'],
    ['wildcards', 'User-agent: *\nDisallow: /*ate$'],
    ['other case and comments', 'USER-AGENT: * # all\ndisallow:/private # no'],
    ['several names for one group', 'User-agent: other\nUser-agent: gouji\nDisallow: /private'],
  ])('is understood with %s', async (_, text) => {
    const server = await site(text);
    expect(summary(await ask(client(), `${server.origin}/private`))).toBe('robots');
    expect(summary(await ask(client(), `${server.origin}/public`))).toBe('fetched');
  });

  it('forbids Chinese paths escaped or not', async () => {
    const server = await site('User-agent: *\nDisallow: /附件/');
    expect(summary(await ask(client(), `${server.origin}/附件/a`))).toBe('robots');
  });

  it('that is an HTML page forbids nothing', async () => {
    const server = await site(PAGE, { 'content-type': 'text/html' });
    expect(summary(await ask(client(), `${server.origin}/a`))).toBe('fetched');
  });

  it.each([404, 403, 401, 410])('that answers %d forbids nothing', async (status) => {
    const server = await site('');
    server.robots = (_, response) => response.writeHead(status).end('Disallow: /');
    expect(summary(await ask(client(), `${server.origin}/a`))).toBe('fetched');
  });

  it.each([500, 503, 429])('that answers %d forbids everything, for now', async (status) => {
    const server = await site('');
    server.robots = (_, response) => response.writeHead(status).end();
    expect(await ask(client(), `${server.origin}/a`)).toMatchObject({ failure: 'robots', transient: true });
    expect(server.log).toEqual([]);
  });

  it('that does not answer forbids everything, for the reason it does not', async () => {
    const server = await site('');
    server.robots = () => undefined;
    const outcome = await ask(client({ timeout: 0.3 }), `${server.origin}/a`);
    expect(outcome).toMatchObject({ failure: 'timeout', transient: true, trace: { robots: 'unknown' } });
    expect(server.log).toEqual([]);
  });

  it('is read up to 500 KiB, whole lines only', async () => {
    const beginning = 'User-agent: *\nDisallow: /private\n';
    const long = `${beginning}${'# fill\n'.repeat(1_500_000)}Disallow: /\n`;
    expect(long.length).toBeGreaterThan(10 * 2 ** 20);
    const server = await site(long, { 'content-length': String(long.length) });
    const made = client();
    expect(summary(await ask(made, `${server.origin}/private`))).toBe('robots');
    expect(summary(await ask(made, `${server.origin}/a`))).toBe('fetched');
    const cut = await site(`${beginning}${'#'.repeat(500 * 1024 - beginning.length - 12)}\nDisallow: /only/here\n`);
    expect(summary(await ask(client(), `${cut.origin}/a`))).toBe('fetched');
  });

  it('is found behind redirects, and behind too many there is none', async () => {
    const server = await site('');
    server.robots = (_, response) => response.writeHead(301, { location: '/rules.txt' }).end();
    const to = await serve((request, response) => {
      if (request.url === '/rules.txt') response.end('User-agent: *\nDisallow: /private');
      else response.end(PAGE);
    });
    to.robots = server.robots;
    expect(summary(await ask(client(), `${to.origin}/private`))).toBe('robots');
    const looping = await site('');
    looping.robots = (_, response) => response.writeHead(301, { location: '/robots.txt' }).end();
    expect(summary(await ask(client(), `${looping.origin}/a`))).toBe('fetched');
  });

  it('is asked for once a day and origin, with our name', async () => {
    const server = await site('');
    let asked = 0;
    let agent: string | undefined;
    server.robots = (request, response) => {
      asked += 1;
      agent = request.headers['user-agent'];
      response.end('');
    };
    const time = clock();
    const made = client({}, time);
    await Promise.all([1, 2, 3].map((n) => ask(made, `${server.origin}/${n}`)));
    expect(asked).toBe(1);
    expect(agent).toBe('gouji/0.1 (+mailto:ops@example.org)');
    await time.sleep(25 * 3600_000, new AbortController().signal);
    await ask(made, `${server.origin}/4`);
    expect(asked).toBe(2);
  });

  it('of the host that a redirect leads to counts too', async () => {
    const closed = await site('User-agent: *\nDisallow: /');
    const server = await serve((_, response) => response.writeHead(302, { location: `${closed.origin}/a` }).end());
    expect(summary(await ask(client(), `${server.origin}/go`))).toBe('robots');
    expect(closed.log).toEqual([]);
  });
});

describe('Crawl-delay', () => {
  it.each([
    ['0.2', 1000],
    ['3', 3000],
    ['-5', 1000],
    ['soon', 1000],
  ])('of %s counts when it is longer than ours', async (delay, expected) => {
    const server = await site(`User-agent: *\nCrawl-delay: ${delay}\n`);
    const time = clock();
    const made = client({ delay: 1000 }, time);
    await ask(made, `${server.origin}/1`);
    await ask(made, `${server.origin}/2`);
    await ask(made, `${server.origin}/3`);
    expect(Math.round(time.slept.at(-1) ?? 0)).toBe(expected);
    expect(made.waitFor(`${server.origin}/4`)).toBe(expected);
  });

  it('of a day is shortened to a minute, and that is told', async () => {
    const server = await site('User-agent: *\nCrawl-delay: 86400\n');
    const time = clock();
    const made = client({}, time);
    const { trace } = await ask(made, `${server.origin}/1`);
    expect(trace.notes?.map(({ code }) => code)).toEqual(['crawl-delay-capped']);
    await ask(made, `${server.origin}/2`);
    expect(time.slept.at(-1)).toBe(60_000);
  });
});
