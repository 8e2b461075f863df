import type { Outcome } from '../store/crawl/settle.ts';
import type { QueuedUrl } from '../store/crawl/urls.ts';
import type { FetchFailure, FetchOutcome } from './contracts.ts';

/** What an answer means, given what is known of its URL. */
export function outcomeOf(url: QueuedUrl, answer: FetchOutcome, contentHash: string | null): Outcome {
  if (answer.kind === 'not-modified') return 'unchanged';
  if (answer.kind === 'failed') return url.artifact !== null && isAbsence(answer.failure) ? 'withdrawn' : 'failed';
  if (url.rawHash === null) return 'new';
  if (url.rawHash === answer.sha256) return 'unchanged';
  // Another visit counter around the same article is no change.
  return contentHash !== null && contentHash === url.contentHash ? 'unchanged' : 'changed';
}

/** What was there once and is no more. A server that is down or refuses says nothing about its documents. */
function isAbsence(failure: FetchFailure): boolean {
  return failure === 'not-found' || failure === 'gone' || failure === 'soft-404';
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How long a URL that failed is left alone at first, and at most: what may pass by itself is tried sooner. */
const PAUSES = { transient: { first: HOUR, longest: DAY }, lasting: { first: DAY, longest: 30 * DAY } } as const;

/**
 * When a URL that failed may be asked for again, in milliseconds from now: twice as long after each failure, and never
 * before the server allowed it. `attempts` counts this one.
 */
export function pauseAfter(
  answer: { readonly transient: boolean; readonly retryAfter: number | null },
  attempts: number,
): number {
  const { first, longest } = PAUSES[answer.transient ? 'transient' : 'lasting'];
  const pause = Math.min(first * 2 ** Math.min(Math.max(attempts, 1) - 1, 20), longest);
  return Math.max(pause, answer.retryAfter ?? 0);
}
