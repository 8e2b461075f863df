import type { FetchNote, FetchOutcome, FetchRequest, FetchTrace } from '../../crawl/contracts.ts';
import { joined } from './body.ts';
import type { Exchange, Rest } from './exchange.ts';
import { notAsExpected } from './expected.ts';
import { type Failure, failed, failureOfStatus } from './failures.ts';
import type { Way } from './follow.ts';
import { attachmentName, charsetOf } from './headers.ts';
import { retryAfter } from './waiting.ts';

/** An outcome, with what decides whether it is the last one. */
export interface Attempt {
  readonly value: FetchOutcome;
  readonly failure: Failure | null;
  readonly rest: Rest | null;
}

export interface Circumstances {
  readonly robots: FetchTrace['robots'];
  readonly notes: readonly FetchNote[];
  readonly now: number;
}

/** What came of a request, in the terms of the crawl. */
export async function outcomeOf(
  request: FetchRequest,
  way: Way,
  { robots, notes, now }: Circumstances,
): Promise<Attempt> {
  const { end, redirects, url } = way;
  const { status, headers } = end;
  const trace: FetchTrace = {
    url: request.url,
    finalUrl: url?.href ?? request.url,
    redirects,
    status,
    headers,
    robots,
    ...(notes.length === 0 ? {} : { notes }),
  };
  const failure = end.failure ?? failureOfAnswer(end, request, now);
  if (failure !== null) return { value: failedOutcome(trace, failure, end), failure, rest: end.rest };
  if (status === 304) return { value: { kind: 'not-modified', trace }, failure, rest: null };

  const { bytes, sha256 } = joined(end.received);
  const contentType = headers['content-type'] ?? '';
  const declaredCharset = charsetOf(contentType);
  const fileName = attachmentName(headers['content-disposition']);
  const finalUrl = new URL(trace.finalUrl);
  const response = { bytes, contentType, declaredCharset, fileName, finalUrl, moved: redirects.length > 0 };
  const unexpected = await notAsExpected(response, request.expected);
  if (unexpected !== null) return { value: failedOutcome(trace, unexpected, end), failure: unexpected, rest: null };
  const etag = headers.etag ?? '';
  const lastModified = headers['last-modified'] ?? '';
  return {
    value: { kind: 'fetched', trace, bytes, sha256, contentType, declaredCharset, etag, lastModified, fileName },
    failure: null,
    rest: null,
  };
}

function failureOfAnswer({ status, headers }: Exchange, request: FetchRequest, now: number): Failure | null {
  if (status === null) return failed('bad-response', '');
  const conditional = Boolean(request.etag) || Boolean(request.lastModified);
  if (status === 304 && conditional) return null;
  if (status === 204 || status === 205) return failed('empty', `HTTP ${status}`);
  if (status >= 200 && status < 300 && status !== 202) return null;
  return failureOfStatus(status, retryAfter(headers['retry-after'], now));
}

function failedOutcome(trace: FetchTrace, failure: Failure, { asked }: Exchange): FetchOutcome {
  const { message, transient } = failure;
  return {
    kind: 'failed',
    trace,
    failure: failure.failure,
    message,
    transient,
    retryAfter: failure.retryAfter,
    ...(asked || failure.retryAfter === null ? {} : { notAsked: true }),
  };
}
