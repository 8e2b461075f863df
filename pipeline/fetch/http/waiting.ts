const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;
/** A server that asks for more than a day is asked again after a day. */
const LONGEST_RETRY_AFTER = 24 * 3600 * 1000;

/**
 * Back-off with full jitter: anything between nothing and a bound that doubles with each attempt, so that clients that
 * failed together do not come back together.
 */
export function pauseBefore(attempt: number, random: () => number): number {
  return Math.round(random() * Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** attempt));
}

/** Milliseconds that Retry-After asks for, in seconds or as a date; null where it says nothing that can be understood. */
export function retryAfter(value: string | undefined, now: number): number | null {
  const text = value?.trim() ?? '';
  if (/^\d{1,10}$/.test(text)) return Math.min(Number(text) * 1000, LONGEST_RETRY_AFTER);
  if (!/^[a-z]{3,9},?\s/i.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.min(Math.max(0, Math.round(at - now)), LONGEST_RETRY_AFTER);
}
