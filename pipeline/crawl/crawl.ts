import { setTimeout as wait } from 'node:timers/promises';
import PQueue from 'p-queue';
import { reconcileDossiers } from '../dossiers/index.ts';
import { type Ingester, type IngestOptions, withIngester } from '../ingest.ts';
import { transactLeased } from '../store/crawl/lease.ts';
import { beginRun, type CrawlRun, endRun, forgetUneventful } from '../store/crawl/runs.ts';
import { leasedSteps, type Steps } from '../store/crawl/steps.ts';
import { countDiscovered, enqueue, isKnownUrl, nextUrls, type QueuedUrl } from '../store/crawl/urls.ts';
import type { Store } from '../store/open.ts';
import { admission } from './admission.ts';
import { type CreateClient, clientsFor } from './clients.ts';
import type { HttpClient } from './contracts.ts';
import { type FetchedReader, readFetched } from './read-fetched.ts';
import type { CrawlSite } from './site.ts';
import { LONGEST_HOST_PAUSE, type VisitReport, visit } from './visit.ts';

export interface CrawlOptions {
  readonly createClient: CreateClient;
  readonly ingest: IngestOptions;
  /** Of the lease that is held. */
  readonly owner: string;
  readonly clock: () => Date;
  readonly signal: AbortSignal;
  readonly onVisit: (report: VisitReport) => void;
  /** Go on with the last runs, however old they are, instead of beginning new ones. */
  readonly goOn?: boolean;
}

/** A run that was cut off is gone on with if anything was done in it within this time, in milliseconds. */
const STALE = 86_400_000;

/** How long it is remembered when nothing had changed, in milliseconds. */
const UNEVENTFUL_KEPT = 30 * 86_400_000;

/** Requests at the same time over all hosts: bounds memory and sockets, however many sources there are. */
const REQUESTS_AT_ONCE = 32;

/** URLs of one source that are taken out of the database ahead of their turn: what waits for a slow host is among them. */
const AHEAD = 256;

/**
 * Visits the sources once: what is new is found and fetched, what is known is asked for again, all of it is read, and what
 * belongs together is reconciled. Stopped or killed, the next call goes on where this one was.
 */
export async function crawl(store: Store, sites: readonly CrawlSite[], options: CrawlOptions): Promise<void> {
  const { owner, clock } = options;
  const failed = new AbortController();
  const signal = AbortSignal.any([options.signal, failed.signal]);
  const ingest = { ...options.ingest, signal };
  const runs = sites.map((site) => ({ site, run: begin(store, site, options) }));
  const clients = clientsFor(sites, options.createClient);
  const steps = leasedSteps(store, owner);
  const stop = (why: unknown) => failed.abort(why);
  try {
    await withIngester(store, { ...ingest, commit: steps.take }, (ingester) =>
      visitAll(store, { runs, ingester, steps, clients, options: { ...options, signal }, stop }),
    );
    if (signal.aborted) return;
    await reconcileDossiers(store, ingest);
    if (signal.aborted) return;
    transactLeased(store, owner, () => {
      const now = clock();
      const before = new Date(now.getTime() - UNEVENTFUL_KEPT).toISOString();
      for (const { run } of runs) {
        endRun(store, run, now.toISOString());
        forgetUneventful(store, run.source, before);
      }
    });
  } finally {
    await clients.close();
    failed.abort();
  }
}

function begin(store: Store, site: CrawlSite, { owner, clock, goOn = false }: CrawlOptions): CrawlRun {
  const now = clock();
  return transactLeased(store, owner, () => {
    const staleBefore = goOn ? '' : new Date(now.getTime() - STALE).toISOString();
    const run = beginRun(store, site.name, { now: now.toISOString(), staleBefore });
    const start = site.start.map((address) => {
      const url = site.canonicalUrl(address);
      return { url, address, source: site.name, role: 'list' as const, parent: null, anchor: '', depth: 0 };
    });
    enqueue(store, start, now.toISOString());
    return run;
  });
}

interface Pass {
  readonly runs: readonly { readonly site: CrawlSite; readonly run: CrawlRun }[];
  readonly ingester: Ingester;
  readonly steps: Steps;
  readonly clients: { readonly of: (site: CrawlSite) => HttpClient };
  readonly options: CrawlOptions;
  readonly stop: (reason: unknown) => void;
}

async function visitAll(store: Store, { runs, ingester, steps, clients, options, stop }: Pass): Promise<void> {
  const { concurrency } = options.ingest.limits;
  const reader = readFetched({ ...options, store, steps, ingester, concurrency, onFailure: stop });
  reader.wake();
  const lanes = hostLanes();
  const passes = runs.map(({ site, run }) =>
    visitSource(store, { site, run, steps, lanes, client: clients.of(site), options, reader }).catch(
      (error: unknown) => {
        stop(error);
        throw error;
      },
    ),
  );
  const results = await Promise.allSettled(passes);
  await reader.finish();
  const broken = results.find((result) => result.status === 'rejected');
  if (broken !== undefined) throw broken.reason;
}

interface SourcePass {
  readonly site: CrawlSite;
  readonly run: CrawlRun;
  readonly steps: Steps;
  readonly lanes: HostLanes;
  readonly client: HttpClient;
  readonly options: CrawlOptions;
  readonly reader: Pick<FetchedReader, 'offer' | 'wake'>;
}

/** Takes the URLs of a source in the order they were discovered; what is discovered meanwhile comes after them. */
async function visitSource(store: Store, pass: SourcePass): Promise<void> {
  const { site, run, steps, lanes, client, options, reader } = pass;
  const { signal, clock, onVisit } = options;
  const admit = admission(site, countDiscovered(store, site.name, run.started), (url) => isKnownUrl(store, url));
  const context = { ...options, store, steps, site, run, client, admit, onVersion: reader.offer };
  const going = new Set<Promise<void>>();
  const problems: unknown[] = [];
  const visitOne = async (url: QueuedUrl) => {
    const report = await visit(url, context);
    if (report === 'later') return false;
    if (report === 'stopped') return true;
    onVisit(report);
    reader.wake();
    return true;
  };
  let after = 0;
  let onEnded = () => {};
  while (!signal.aborted && problems.length === 0) {
    const room = AHEAD - going.size;
    const urls = nextUrls(store, run, { after, now: clock().toISOString(), limit: room });
    if (urls.length === 0 && going.size === 0) break;
    for (const url of urls) {
      after = url.id;
      const work: Promise<void> = lanes
        .take(url.address, { site, client, signal }, () => visitOne(url))
        .catch((error: unknown) => void problems.push(error))
        .finally(() => {
          going.delete(work);
          onEnded();
        });
      going.add(work);
    }
    // Where the queue gave all it has, the next answer may bring more.
    const isMore = urls.length === room;
    do await new Promise<void>((resolve) => (onEnded = resolve));
    while (isMore && going.size > AHEAD / 2 && !signal.aborted && problems.length === 0);
  }
  await Promise.all(going);
  if (problems.length > 0) throw problems[0];
}

interface HostLanes {
  readonly take: (
    address: string,
    at: { readonly site: CrawlSite; readonly client: HttpClient; readonly signal: AbortSignal },
    /** False: the host is to be waited for once more. */
    work: () => Promise<boolean>,
  ) => Promise<void>;
}

/** A queue for each host, so that a slow one holds up nobody else; whoever waits for his host takes up none of the slots. */
function hostLanes(): HostLanes {
  const lanes = new Map<string, PQueue>();
  const slots = new PQueue({ concurrency: REQUESTS_AT_ONCE });
  return {
    take: (address, { site, client, signal }, work) => {
      const { host } = new URL(address);
      const lane = lanes.get(host) ?? new PQueue({ concurrency: site.politeness.concurrencyPerHost });
      lanes.set(host, lane);
      return lane.add(async () => {
        for (let isDone = false; !isDone && !signal.aborted; ) {
          const pause = client.waitFor(address);
          if (pause > 0 && pause <= LONGEST_HOST_PAUSE) await wait(pause, undefined, { signal }).catch(() => undefined);
          if (!signal.aborted) isDone = await slots.add(work);
        }
      });
    },
  };
}
