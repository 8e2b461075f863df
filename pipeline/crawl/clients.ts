import type { HttpClient, Politeness } from './contracts.ts';
import type { CrawlSite } from './site.ts';

export type CreateClient = (politeness: Politeness) => HttpClient;

export interface Clients {
  readonly of: (site: CrawlSite) => HttpClient;
  readonly close: () => Promise<void>;
}

/**
 * One client for all sources that are equally polite, so that it knows of all requests to a host. Sources that begin at the
 * same host share one, too: as polite as the most considerate of them.
 */
export function clientsFor(sites: readonly CrawlSite[], createClient: CreateClient): Clients {
  const clients = new Map<string, HttpClient>();
  const bySite = new Map<CrawlSite, HttpClient>();
  for (const site of sites) {
    const neighbours = sites.filter((other) => shareHost(site, other));
    const politeness = neighbours.map((other) => other.politeness).reduce(mostConsiderate);
    const key = JSON.stringify(Object.entries(politeness).sort());
    const client = clients.get(key) ?? createClient(politeness);
    clients.set(key, client);
    bySite.set(site, client);
  }
  return {
    of: (site) => {
      const client = bySite.get(site);
      if (client === undefined) throw new RangeError(`${site.name}: not one of the sources of this crawl`);
      return client;
    },
    close: async () => {
      await Promise.all([...clients.values()].map((client) => client.close()));
    },
  };
}

function shareHost(a: CrawlSite, b: CrawlSite): boolean {
  const hosts = new Set(a.start.map((address) => new URL(address).host));
  return b.start.some((address) => hosts.has(new URL(address).host));
}

function mostConsiderate(a: Politeness, b: Politeness): Politeness {
  return {
    ...a,
    delay: Math.max(a.delay, b.delay),
    concurrencyPerHost: Math.min(a.concurrencyPerHost, b.concurrencyPerHost),
    retries: Math.min(a.retries, b.retries),
  };
}
