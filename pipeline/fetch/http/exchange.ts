import type { Dispatcher } from 'undici';
import { encodingsOf, nothingYet, type Received, readBody, TOO_LARGE, tooLarge } from './body.ts';
import { type Failure, failed, failureOfError } from './failures.ts';
import { contentRange, isStrong, readableHeaders } from './headers.ts';

/** One request and what came of it, redirects not followed. */
export interface Exchange {
  /** Null where no response began. */
  readonly status: number | null;
  readonly headers: Readonly<Record<string, string>>;
  /** As it came, for what must not be decoded twice. */
  readonly location: string | null;
  /** Set-Cookie lines as they came: no part of `headers`, which are kept. */
  readonly setCookies: readonly string[];
  /** The body of a successful response. */
  readonly received: Received;
  readonly failure: Failure | null;
  /** Where the rest of a broken body can be asked for. */
  readonly rest: Rest | null;
  /** False where the host was left in peace, so that nothing was learnt of the URL. */
  readonly asked: boolean;
}

/** An exchange that did not take place. */
export function notAsked(failure: Failure): Exchange {
  return { ...nothingSeen(), failure, rest: null, asked: false };
}

/** The beginning of a body whose end is missing, of a server that gives ranges of a representation it names exactly. */
export interface Rest {
  readonly url: string;
  readonly etag: string;
  readonly received: Received;
}

export interface ExchangeOptions {
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds, from the first byte sent to the last received. */
  readonly timeout: number;
  /** Bytes. */
  readonly limit: number;
  /** The beginning of what is too large is of use: its body is read up to the limit whatever length it states. */
  readonly beginningWillDo?: boolean;
  /** What is there already. */
  readonly rest?: Rest | null;
  readonly signal: AbortSignal;
}

/** How much of a body that nobody reads is let through to keep its connection. */
const DUMPED = 16 * 1024;

/** Asks for a URL once. What the server or the network does is in the answer; it throws when the caller gives up. */
export async function exchange(dispatcher: Dispatcher, url: URL, options: ExchangeOptions): Promise<Exchange> {
  const { signal, timeout } = options;
  signal.throwIfAborted();
  const ending = new AbortController();
  const giveUp = () => ending.abort(signal.reason);
  signal.addEventListener('abort', giveUp, { once: true });
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    ending.abort();
  }, timeout);
  const seen: Seen = { ...nothingSeen(), bodyBegun: false };
  try {
    const failure = await ask(dispatcher, url, options, ending.signal, seen);
    return { ...seen, failure, rest: null, asked: true };
  } catch (error) {
    signal.throwIfAborted();
    const failure = late ? tooLate(timeout) : failureOf(error, seen);
    return { ...seen, failure, rest: restOf(url, seen, options.rest ?? null), asked: true };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', giveUp);
  }
}

function nothingSeen(): Omit<Seen, 'bodyBegun'> {
  return { status: null, headers: {}, location: null, setCookies: [], received: nothingYet() };
}

interface Seen {
  status: number | null;
  headers: Readonly<Record<string, string>>;
  location: string | null;
  setCookies: readonly string[];
  received: Received;
  bodyBegun: boolean;
}

async function ask(
  dispatcher: Dispatcher,
  url: URL,
  { headers, limit, beginningWillDo = false, rest = null }: ExchangeOptions,
  signal: AbortSignal,
  seen: Seen,
): Promise<Failure | null> {
  const ranges = rest === null ? {} : { range: `bytes=${rest.received.length}-`, 'if-range': rest.etag };
  const response = await dispatcher.request({
    origin: url.origin,
    path: `${url.pathname}${url.search}`,
    method: 'GET',
    headers: { ...headers, ...ranges },
    signal,
  });
  seen.status = response.statusCode;
  const { 'set-cookie': setCookie = [], ...headersToKeep } = response.headers;
  seen.headers = readableHeaders(headersToKeep);
  seen.setCookies = typeof setCookie === 'string' ? [setCookie] : setCookie;
  const { location } = response.headers;
  seen.location = (Array.isArray(location) ? location[0] : location) ?? null;
  if (response.statusCode < 200 || response.statusCode > 299) {
    await response.body.dump({ limit: DUMPED, signal }).catch(() => undefined);
    const changed = rest !== null && (response.statusCode === 416 || response.statusCode === 412);
    return changed ? failed('truncated', `HTTP ${response.statusCode}，须重新下载`) : null;
  }
  const part = response.statusCode === 206 ? partOf(seen.headers, rest) : null;
  const left = limit - (part === 'rest' ? (rest?.received.length ?? 0) : 0);
  const refused =
    part === 'wrong'
      ? failed('truncated', `HTTP 206 ${seen.headers['content-range'] ?? ''}`.trim())
      : Number(seen.headers['content-length']) > left && !beginningWillDo
        ? failed('too-large', tooLarge(limit).message)
        : null;
  if (refused !== null) {
    response.body.on('error', () => undefined).destroy();
    return refused;
  }
  if (part === 'rest' && rest !== null) seen.received = rest.received;
  seen.bodyBegun = true;
  const contentEncoding = seen.headers['content-encoding'] ?? '';
  await readBody(response.body, { contentEncoding, limit, received: seen.received });
  return null;
}

/** A part that was not asked for is taken when it is all there is, and the rest when it follows what is there. */
function partOf(headers: Seen['headers'], rest: Rest | null): 'rest' | 'whole' | 'wrong' {
  const range = contentRange(headers['content-range']);
  if (range === null || range.last + 1 !== (range.total ?? range.last + 1)) return 'wrong';
  if (rest === null) return range.first === 0 && range.total !== null ? 'whole' : 'wrong';
  const same = headers.etag === undefined || headers.etag === rest.etag;
  const plain = encodingsOf(headers['content-encoding'] ?? '').length === 0;
  return same && plain && range.first === rest.received.length ? 'rest' : 'wrong';
}

function restOf(url: URL, { headers, received, bodyBegun }: Seen, before: Rest | null): Rest | null {
  if (before !== null && received === before.received) return before;
  const etag = headers.etag ?? '';
  const offered =
    bodyBegun && received.length > 0 && isStrong(etag) && headers['accept-ranges']?.toLowerCase() === 'bytes';
  if (!offered || encodingsOf(headers['content-encoding'] ?? '').length > 0) return null;
  return { url: url.href, etag, received };
}

function failureOf(error: unknown, { bodyBegun }: Seen): Failure {
  if (error instanceof Error && 'code' in error && error.code === TOO_LARGE) return failed('too-large', error.message);
  return failureOfError(error, { bodyBegun });
}

function tooLate(timeout: number): Failure {
  return failed('timeout', `${timeout / 1000} 秒内未收完`);
}
