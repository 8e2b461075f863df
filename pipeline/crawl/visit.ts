import { pack } from '../store/artifacts.ts';
import type { CrawlRun } from '../store/crawl/runs.ts';
import { type Outcome, settle } from '../store/crawl/settle.ts';
import type { Steps } from '../store/crawl/steps.ts';
import { claim, type NewUrl, type QueuedUrl, type Role, unclaim } from '../store/crawl/urls.ts';
import type { Store } from '../store/open.ts';
import { sha256 } from '../workers/encoding.ts';
import type { FetchFailure, FetchOutcome, FetchRequest, FoundLink, HttpClient } from './contracts.ts';
import { outcomeOf, pauseAfter } from './judge.ts';
import type { CrawlSite } from './site.ts';

/** What visiting one URL came to, for whoever watches. */
export interface VisitReport {
  readonly source: string;
  readonly url: string;
  readonly role: Role;
  readonly outcome: Outcome;
  readonly failure: FetchFailure | null;
  readonly message: string;
}

export interface VisitContext {
  readonly store: Store;
  /** Of the lease, in which every step is made. */
  readonly owner: string;
  readonly steps: Steps;
  readonly site: CrawlSite;
  readonly run: CrawlRun;
  readonly client: HttpClient;
  readonly clock: () => Date;
  readonly signal: AbortSignal;
  /** Which of the links are followed: limits are counted over the whole source. */
  readonly admit: (links: readonly NewUrl[]) => readonly NewUrl[];
  /** A new version was stored. */
  readonly onVersion: (sha256: string, bytes: Uint8Array<ArrayBuffer>) => void;
}

/** The crawl was stopped, or the host is left alone for a while that is worth waiting for. */
export type NotAsked = 'stopped' | 'later';

/** A host that asks for a longer pause is left for another run, in milliseconds. */
export const LONGEST_HOST_PAUSE = 300_000;

/** A request that is never answered holds its URL this long, in milliseconds. */
const URL_LEASE = 3_600_000;

/**
 * Asks for one URL: counted in one transaction before the request goes out, settled in another with all that came of it. A
 * kill between the two leaves the URL to be asked for again, and nothing else. Where the host is left alone for a
 * while, or the crawl was stopped, it is as if the URL had not been touched.
 */
export async function visit(url: QueuedUrl, context: VisitContext): Promise<VisitReport | NotAsked> {
  const { store, owner, steps, site, run, client, clock, signal } = context;
  const begun = clock();
  const until = new Date(begun.getTime() + URL_LEASE).toISOString();
  const fetch = await steps.take(() => claim(store, url, { run: run.id, owner, now: begun.toISOString(), until }));
  const answer = await client.fetch(requestFor(url, site), signal).catch((error: unknown) => {
    if (signal.aborted) return null;
    throw error;
  });
  if (answer === null || (signal.aborted && answer.kind === 'failed')) {
    await steps.take(() => unclaim(store, url.id, fetch));
    return 'stopped';
  }
  if (answer.kind === 'failed' && answer.notAsked && (answer.retryAfter ?? 0) <= LONGEST_HOST_PAUSE) {
    await steps.take(() => unclaim(store, url.id, fetch));
    return 'later';
  }
  const read = readAnswer(url, answer, site);
  const outcome = outcomeOf(url, answer, read.contentHash);
  const isVersion = (outcome === 'new' || outcome === 'changed') && url.role !== 'list';
  const artifact =
    answer.kind === 'fetched' && isVersion
      ? {
          sha256: answer.sha256,
          size: answer.bytes.length,
          kept: await pack(answer.bytes),
          charset: answer.declaredCharset,
        }
      : null;
  const now = clock();
  const failure = answer.kind === 'failed' ? failureOf(answer, url.attempts + 1, now) : null;
  await steps.take(() =>
    settle(store, {
      url,
      run: run.id,
      fetch,
      now: now.toISOString(),
      trace: answer.trace,
      outcome,
      failure,
      validators: answer.kind === 'fetched' ? answer : null,
      rawHash: answer.kind === 'fetched' ? answer.sha256 : null,
      contentHash: read.contentHash,
      artifact,
      links: context.admit(read.links.map((link) => newUrl(link, url, site))),
      settings: answer.kind === 'fetched' ? site.settings : null,
    }),
  );
  if (answer.kind === 'fetched' && artifact !== null) context.onVersion(answer.sha256, answer.bytes);
  const { source, address, role } = url;
  return {
    source,
    url: address,
    role,
    outcome,
    failure: failure?.cause ?? null,
    message: failure?.message ?? '',
  };
}

/** Conditional where the answer is still known; under other settings links have to be read again. */
function requestFor(url: QueuedUrl, site: CrawlSite): FetchRequest {
  const isKnown = url.rawHash !== null && (url.role === 'attachment' || url.settings === site.settings);
  return {
    url: url.address,
    etag: isKnown && url.etag !== '' ? url.etag : undefined,
    lastModified: isKnown && url.lastModified !== '' ? url.lastModified : undefined,
    referer: url.parent ?? undefined,
    expected: url.role === 'attachment' ? 'document' : 'page',
  };
}

interface Read {
  readonly links: readonly FoundLink[];
  readonly contentHash: string | null;
}

/** The links of a page and the hash of what it says: its attachments are part of that. */
function readAnswer(url: QueuedUrl, answer: FetchOutcome, site: CrawlSite): Read {
  if (answer.kind !== 'fetched') return { links: [], contentHash: null };
  if (url.role === 'attachment') return { links: [], contentHash: answer.sha256 };
  const page = { url: answer.trace.finalUrl, bytes: answer.bytes, declaredCharset: answer.declaredCharset };
  const links = site.discover(page, url.role);
  const attachments = links.filter(({ role }) => role === 'attachment').map((link) => site.canonicalUrl(link.url));
  const contentHash = url.role === 'list' ? null : sha256([site.contentHash(page), ...attachments].join('\n'));
  return { links, contentHash };
}

function newUrl({ url: address, role, text, sameList }: FoundLink, from: QueuedUrl, site: CrawlSite): NewUrl {
  const url = site.canonicalUrl(address);
  return {
    url,
    address,
    source: site.name,
    role,
    parent: from.address,
    anchor: text,
    depth: from.depth + (sameList ? 0 : 1),
  };
}

function failureOf(answer: Extract<FetchOutcome, { kind: 'failed' }>, attempts: number, now: Date) {
  const nextTry = new Date(now.getTime() + pauseAfter(answer, attempts)).toISOString();
  return { cause: answer.failure, message: answer.message, nextTry };
}
