/**
 * What the parts of a crawl say to each other: the HTTP client fetches one URL politely, discovery reads where to go
 * next, the queue remembers. Plain values, so that each part is tested without the others.
 */

/** Why a fetch gave no document. The names are stable: they are stored and shown. */
export const FETCH_FAILURES = [
  'dns',
  'connect',
  'tls',
  'timeout',
  'reset',
  /** 403, 412, 418, 521 or the page of a firewall that wants scripts run. */
  'blocked',
  'not-found',
  'gone',
  'rate-limited',
  'server-error',
  /** 200 with the words of a page that is not there. */
  'soft-404',
  'login',
  'truncated',
  'empty',
  'wrong-type',
  'too-large',
  'robots',
  'redirect-loop',
  /** A host or an address that must not be connected to: not http(s), loopback, private, link-local … */
  'refused-address',
  'bad-response',
] as const;

export type FetchFailure = (typeof FETCH_FAILURES)[number];

export interface FetchRequest {
  readonly url: string;
  /** Of the version that is kept, for a conditional request. */
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  /** The page that links here, sent as Referer: some site systems give attachments to no one else. */
  readonly referer?: string | undefined;
  /** What is expected; another medium is `wrong-type`. */
  readonly expected: 'page' | 'document';
}

/** What was seen on the way, whatever came of it. */
export interface FetchTrace {
  readonly url: string;
  readonly finalUrl: string;
  /** Every URL that answered with a redirect, in order. */
  readonly redirects: readonly string[];
  readonly status: number | null;
  /** Names in lower case, in the order of the response. */
  readonly headers: Readonly<Record<string, string>>;
  readonly robots: 'allowed' | 'disallowed' | 'unknown';
  /** Where the client did otherwise than asked, or than is usual. */
  readonly notes?: readonly FetchNote[];
}

export interface FetchNote {
  /** `crawl-delay-capped`: the host asks for a longer delay than is kept. `resumed`: the body came in several parts. */
  readonly code: 'crawl-delay-capped' | 'resumed';
  readonly message: string;
}

export type FetchOutcome =
  | {
      readonly kind: 'fetched';
      readonly trace: FetchTrace;
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly sha256: string;
      readonly contentType: string;
      /** Charset of the Content-Type header, "" where it says none. */
      readonly declaredCharset: string;
      readonly etag: string;
      readonly lastModified: string;
      /** The name the server gives in Content-Disposition, "" where it gives none: to be shown, never a path. */
      readonly fileName?: string;
    }
  | { readonly kind: 'not-modified'; readonly trace: FetchTrace }
  | {
      readonly kind: 'failed';
      readonly trace: FetchTrace;
      readonly failure: FetchFailure;
      readonly message: string;
      /** Worth another try later. */
      readonly transient: boolean;
      /** What the server asked for (Retry-After), in milliseconds; null where it did not. */
      readonly retryAfter: number | null;
      /** The host is left alone for a while, so the URL was not asked for: this is no attempt of it. */
      readonly notAsked?: true;
    };

/** One client for a whole crawl: it knows the hosts, their robots.txt, their delays and their failures. */
export interface HttpClient {
  readonly fetch: (request: FetchRequest, signal: AbortSignal) => Promise<FetchOutcome>;
  /** Milliseconds until the host may be asked again; 0 when it may be now. */
  readonly waitFor: (url: string) => number;
  readonly close: () => Promise<void>;
}

export interface Politeness {
  /** Name and contact: "gouji/0.1 (+mailto:ops@example.org)". */
  readonly userAgent: string;
  /** Least time between two requests to one host, in milliseconds; a longer Crawl-delay counts instead. */
  readonly delay: number;
  readonly concurrencyPerHost: number;
  /** Seconds for one response, from the first byte sent to the last received. */
  readonly timeout: number;
  /** Largest response, in MB. */
  readonly sizeLimit: number;
  readonly retries: number;
  /** Loopback and private addresses may be asked: for tests and intranets. */
  readonly allowPrivate: boolean;
}

/** A link that a page offers, as discovery sees it. */
export interface FoundLink {
  readonly url: string;
  /** `list`: a page of links (pagination too); `article`: a disclosure or the page of one; `attachment`: a file. */
  readonly role: 'list' | 'article' | 'attachment';
  readonly text: string;
  /** The page turns: the same list goes on there, which is no step deeper into the site. */
  readonly sameList?: boolean;
}

/** A page that was fetched, as discovery is given it. */
export interface FetchedPage {
  readonly url: string;
  readonly bytes: Uint8Array;
  readonly declaredCharset: string;
}
