import robotsParser from 'robots-parser';
import type { FetchTrace } from '../../crawl/contracts.ts';
import { joined } from './body.ts';
import type { Exchange } from './exchange.ts';
import { type Failure, failed } from './failures.ts';
import type { Surroundings } from './surroundings.ts';

/** What a robots.txt says to us. */
export interface Robots {
  readonly allows: (url: URL) => boolean;
  /** Milliseconds between requests, as asked for; null where nothing is. */
  readonly crawlDelay: number | null;
  /** Why nobody knows, so that nothing is allowed: 5xx, no answer, an address that must not be asked. */
  readonly unknown: Failure | null;
}

export function verdictOf({ unknown, allows }: Robots, url: URL): FetchTrace['robots'] {
  if (unknown !== null) return 'unknown';
  return allows(url) ? 'allowed' : 'disallowed';
}

/** The types of the package describe an ES module; what it is, is a function. */
const parse = robotsParser as unknown as typeof robotsParser.default;

/** RFC 9309 §2.5: at least so much is read; we read no more. */
export const ROBOTS_LIMIT = 500 * 1024;
/** RFC 9309 §2.4: not kept longer than a day. */
const KEPT = 24 * 3600_000;
const KEPT_WHEN_UNKNOWN = 10 * 60_000;

/** Rules of all origins of a crawl, each asked for once a day; `ask` asks for a URL, redirects followed. */
export function createRobots(
  userAgent: string,
  ask: (address: string) => Promise<Exchange>,
  { now }: Pick<Surroundings, 'now'>,
): (url: URL) => Promise<Robots> {
  const known = new Map<string, { readonly rules: Promise<Robots>; until: number }>();
  return (url) => {
    const kept = known.get(url.origin);
    if (kept !== undefined && kept.until > now()) return kept.rules;
    const address = new URL('/robots.txt', url.origin);
    const rules = ask(address.href).then((answer) => robotsOf(address, answer, userAgent));
    const entry = { rules, until: now() + KEPT };
    known.set(url.origin, entry);
    rules.then(
      ({ unknown }) => {
        // A host that did not answer at all may do so at the next attempt.
        if (unknown !== null) entry.until = unknown.failure === 'robots' ? now() + KEPT_WHEN_UNKNOWN : 0;
      },
      () => known.delete(url.origin),
    );
    return rules;
  };
}

function robotsOf(address: URL, { status, failure, received }: Exchange, userAgent: string): Robots {
  const everything = { allows: () => true, crawlDelay: null, unknown: null };
  if (failure !== null && failure.failure !== 'too-large') {
    // RFC 9309 §2.3.1.2: more redirects than are followed are as good as none.
    if (failure.failure === 'redirect-loop') return everything;
    return nothing(status === null ? failure : failed('robots', `robots.txt：${failure.message}`, LATER));
  }
  if (status === null || status >= 500 || status === 429) {
    return nothing(failed('robots', `robots.txt：HTTP ${status}`, LATER));
  }
  if (status < 200 || status > 299) return everything;
  const { bytes } = joined(received);
  return rulesOf(address, wholeLines(bytes, failure !== null), userAgent);
}

const LATER = { transient: true } as const;

function nothing(unknown: Failure): Robots {
  return { allows: () => false, crawlDelay: null, unknown };
}

/** A rule that is cut off in its middle would forbid, or allow, more than was meant. */
function wholeLines(bytes: Uint8Array, cut: boolean): string {
  const text = new TextDecoder().decode(bytes);
  return cut ? text.slice(0, Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1) : text;
}

/** The rules of the group for our product, else of the group for all. */
export function rulesOf(address: URL, text: string, userAgent: string): Robots {
  const rules = parse(address.href, text);
  const seconds = rules.getCrawlDelay(userAgent);
  return {
    allows: (url) => rules.isAllowed(url.href, userAgent) !== false,
    crawlDelay: seconds !== undefined && seconds > 0 ? seconds * 1000 : null,
    unknown: null,
  };
}
