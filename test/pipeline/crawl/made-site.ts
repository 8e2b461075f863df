import { createHash } from 'node:crypto';
import type { FetchFailure, FetchOutcome, FetchRequest, HttpClient } from '../../../pipeline/crawl/contracts.ts';
import { crawl } from '../../../pipeline/crawl/crawl.ts';
import { withLease } from '../../../pipeline/crawl/lease.ts';
import type { CrawlSite } from '../../../pipeline/crawl/site.ts';
import type { VisitReport } from '../../../pipeline/crawl/visit.ts';
import { openStore } from '../../../pipeline/store/open.ts';
import { NO_TOOLS } from '../../../pipeline/tools/tools.ts';
import { DEFAULT_LIMITS } from '../../../pipeline/workers/limits.ts';

/** What a made site answers at a path: a body, or a failure. */
export type MadeAnswer = string | { readonly failure: FetchFailure; readonly transient?: boolean };

/** A site in memory: its answers may be changed between crawls, and it knows what it was asked. */
export interface MadeSite {
  readonly answers: Map<string, MadeAnswer>;
  readonly requests: FetchRequest[];
  readonly client: () => HttpClient;
  readonly site: CrawlSite;
}

const HOST = 'http://czj.lanqiao.example';

export function madeSite(answers: Readonly<Record<string, MadeAnswer>>, changed: Partial<CrawlSite> = {}): MadeSite {
  const made = new Map(Object.entries(answers));
  const requests: FetchRequest[] = [];
  const fetch = async (request: FetchRequest): Promise<FetchOutcome> => {
    requests.push(request);
    return answerOf(request, made.get(request.url.slice(HOST.length)) ?? { failure: 'not-found' });
  };
  const client = () => ({ fetch, waitFor: () => 0, close: async () => undefined });
  return { answers: made, requests, client, site: { ...SITE, ...changed } };
}

const SITE: CrawlSite = {
  name: '澜桥市财政局',
  start: [`${HOST}/`],
  limits: { depth: 3, lists: 100, documents: 1000 },
  politeness: {
    userAgent: 'gouji test',
    delay: 0,
    concurrencyPerHost: 2,
    timeout: 5,
    sizeLimit: 10,
    retries: 0,
    allowPrivate: false,
  },
  settings: 'as tested',
  // Lists are folders, attachments have a file name, all else is an article.
  discover: ({ url, bytes }) =>
    [...new TextDecoder().decode(bytes).matchAll(/<a href="([^"]{1,200})">([^<]{0,200})/g)].map(
      ([, href = '', text = '']) => {
        const address = new URL(href, url).href;
        const role = address.endsWith('/') ? 'list' : /\.(pdf|txt)$/.test(address) ? 'attachment' : 'article';
        return { url: address, role, text, sameList: text === '下一页' };
      },
    ),
  contentHash: ({ bytes }) => hashOf(new TextDecoder().decode(bytes).replace(/<footer>.{0,200}<\/footer>/, '')),
  canonicalUrl: (address) => address.replace(/[?#].*$/, ''),
};

function answerOf({ url, etag }: FetchRequest, answer: MadeAnswer): FetchOutcome {
  const trace = { url, finalUrl: url, redirects: [], status: 200, headers: {}, robots: 'allowed' as const };
  if (typeof answer !== 'string')
    return {
      kind: 'failed',
      trace,
      failure: answer.failure,
      message: 'as made',
      transient: answer.transient ?? false,
      retryAfter: null,
    };
  const sha256 = hashOf(answer);
  if (etag === sha256) return { kind: 'not-modified', trace: { ...trace, status: 304 } };
  const bytes = new TextEncoder().encode(answer);
  return {
    kind: 'fetched',
    trace,
    bytes,
    sha256,
    contentType: 'text/html',
    declaredCharset: 'utf-8',
    etag: sha256,
    lastModified: '',
  };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

export interface CrawlOnce {
  readonly at?: string;
  readonly signal?: AbortSignal;
  readonly onVisit?: (report: VisitReport) => void;
}

/** One crawl of the made site into a database. */
export async function crawlOnce(db: string, made: MadeSite, options: CrawlOnce = {}): Promise<VisitReport[]> {
  const store = openStore(db);
  const clock = () => new Date(options.at ?? '2026-03-01T00:00:00Z');
  const signal = options.signal ?? new AbortController().signal;
  const reports: VisitReport[] = [];
  const onVisit = (report: VisitReport) => {
    reports.push(report);
    options.onVisit?.(report);
  };
  const ingest = {
    limits: { ...DEFAULT_LIMITS, concurrency: 1 },
    tools: NO_TOOLS,
    retry: false,
    signal,
    now: () => clock().toISOString(),
    onReport: () => undefined,
  };
  try {
    await withLease(store, { clock, signal }, (leased) =>
      crawl(store, [made.site], { ...leased, createClient: made.client, ingest, clock, onVisit }),
    );
  } finally {
    store.close();
  }
  return reports;
}
