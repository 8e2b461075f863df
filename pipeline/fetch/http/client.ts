import { Agent } from 'undici';
import type {
  FetchNote,
  FetchOutcome,
  FetchRequest,
  FetchTrace,
  HttpClient,
  Politeness,
} from '../../crawl/contracts.ts';
import { checkingConnector } from './connector.ts';
import { cookieJar } from './cookies.ts';
import { type Exchange, type ExchangeOptions, exchange, notAsked, type Rest } from './exchange.ts';
import { failed } from './failures.ts';
import { follow, type Way } from './follow.ts';
import { createHost, type Host } from './hosts.ts';
import { outcomeOf } from './outcome.ts';
import { checkUserAgent, conditions, LONGEST_CRAWL_DELAY, requestHeaders } from './politeness.ts';
import { createRobots, ROBOTS_LIMIT, verdictOf } from './robots.ts';
import { type Surroundings, surroundings } from './surroundings.ts';
import { httpUrl } from './urls.ts';
import { pauseBefore } from './waiting.ts';

const LONGEST_CONNECT = 10_000;
const LARGEST_HEADERS = 64 * 1024;
/** A fetch waits so long at most for its next attempt; longer waits are for whoever has other hosts to ask. */
const LONGEST_WAIT = 30_000;

/**
 * One client for a whole crawl. What a server or the network does is in the outcome of a fetch, which throws only when
 * the caller gives up.
 *
 * Redirects and retries are ours and not those of undici's interceptors: each hop and each attempt is a request of its
 * own to its host, whose robots.txt, turn, delay and rest count, and the rest of a broken body may be asked for.
 */
export function createHttpClient(politeness: Politeness, changes: Partial<Surroundings> = {}): HttpClient {
  checkUserAgent(politeness.userAgent);
  const around: Surroundings = { ...surroundings(politeness), ...changes };
  const timeout = politeness.timeout * 1000;
  const limit = politeness.sizeLimit * 2 ** 20;
  const agent = new Agent({
    connect: checkingConnector(around.mayConnect, around.resolve, { timeout: Math.min(timeout, LONGEST_CONNECT) }),
    connections: politeness.concurrencyPerHost,
    maxHeaderSize: LARGEST_HEADERS,
    // The time of a whole response is limited; undici's own limits are for its parts.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  const closing = new AbortController();
  const hosts = new Map<string, Host>();
  const cookies = cookieJar(around);
  const robotsOf = createRobots(politeness.userAgent, askForRobots, around);

  return { fetch: fetchWithRetries, waitFor, close };

  async function fetchWithRetries(request: FetchRequest, signal: AbortSignal): Promise<FetchOutcome> {
    let rest: Rest | null = null;
    for (let attempt = 0; ; attempt += 1) {
      const outcome = await fetchOnce(request, rest, signal);
      if (outcome.failure === null) return outcome.value;
      const { again, retryAfter } = outcome.failure;
      const wait = Math.max(retryAfter ?? 0, pauseBefore(attempt, around.random));
      if (!again || attempt >= politeness.retries || wait > LONGEST_WAIT) return outcome.value;
      rest = outcome.rest;
      await around.sleep(wait, signal);
    }
  }

  async function fetchOnce(request: FetchRequest, rest: Rest | null, signal: AbortSignal) {
    let verdict: FetchTrace['robots'] = 'unknown';
    const notes: FetchNote[] = [];
    const step = async (url: URL): Promise<Exchange> => {
      const robots = await orGivenUp(robotsOf(url), signal);
      verdict = verdictOf(robots, url);
      if (verdict !== 'allowed') {
        return notAsked(robots.unknown ?? failed('robots', `robots.txt 不允许 ${url.pathname}`));
      }
      keepDelay(url, robots.crawlDelay, notes);
      const continued = rest?.url === url.href ? rest : null;
      const headers = requestHeaders(politeness, request, continued === null ? conditions(request) : {});
      const answer = await askHost(url, { headers, timeout, limit, rest: continued, signal });
      if (answer.received === continued?.received) notes.push({ code: 'resumed', message: '断点续传' });
      return answer;
    };
    const way: Way = await follow(request.url, step);
    return outcomeOf(request, way, { robots: verdict, notes, now: around.now() });
  }

  async function askForRobots(address: string): Promise<Exchange> {
    const headers = requestHeaders(politeness, { expected: 'page' });
    const options = { headers, timeout, limit: ROBOTS_LIMIT, beginningWillDo: true, signal: closing.signal };
    return (await follow(address, (url) => askHost(url, options))).end;
  }

  function askHost(url: URL, options: ExchangeOptions): Promise<Exchange> {
    // Looked up in its turn: the request before may have begun the session.
    const inTurn = async () => {
      const answer = await exchange(agent, url, {
        ...options,
        headers: { ...options.headers, ...cookies.headers(url) },
      });
      cookies.learn(url, answer.setCookies);
      return answer;
    };
    return hostOf(url).ask(url, inTurn, options.signal);
  }

  function hostOf(url: URL): Host {
    const known = hosts.get(url.host) ?? createHost(politeness, around);
    hosts.set(url.host, known);
    return known;
  }

  function keepDelay(url: URL, asked: number | null, notes: FetchNote[]): void {
    if (asked === null) return;
    hostOf(url).slowDownTo(Math.min(asked, LONGEST_CRAWL_DELAY));
    if (asked <= LONGEST_CRAWL_DELAY) return;
    const message = `${url.host} 要求间隔 ${asked / 1000} 秒，按 ${LONGEST_CRAWL_DELAY / 1000} 秒访问`;
    notes.push({ code: 'crawl-delay-capped', message });
  }

  function waitFor(address: string): number {
    const url = httpUrl(address);
    return url === null ? 0 : (hosts.get(url.host)?.waitFor() ?? 0);
  }

  async function close(): Promise<void> {
    closing.abort(new Error('closed'));
    await agent.destroy();
  }
}

/** What is asked for on behalf of many goes on when one of them gives up. */
async function orGivenUp<Value>(pending: Promise<Value>, signal: AbortSignal): Promise<Value> {
  signal.throwIfAborted();
  let giveUp = () => {};
  const givenUp = new Promise<never>((_, reject) => {
    giveUp = () => reject(signal.reason);
  });
  signal.addEventListener('abort', giveUp, { once: true });
  try {
    return await Promise.race([pending, givenUp]);
  } finally {
    signal.removeEventListener('abort', giveUp);
  }
}
