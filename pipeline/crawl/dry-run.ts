import type { HttpClient } from './contracts.ts';
import type { CrawlSite } from './site.ts';

/** What a crawl would do with a URL. */
export interface Prospect {
  readonly source: string;
  readonly url: string;
  readonly role: 'list' | 'article' | 'attachment';
  readonly text: string;
  readonly isKnown: boolean;
}

/**
 * Reads the lists of a source and tells which documents a crawl would ask for. Nothing is stored; documents are not asked for,
 * so that attachments further in are not seen. A list that cannot be read is told by `onFailure`.
 */
export async function* prospects(
  site: CrawlSite,
  {
    client,
    isKnown,
    signal,
    onFailure,
  }: {
    client: HttpClient;
    isKnown: (url: string) => boolean;
    signal: AbortSignal;
    onFailure: (url: string, failure: string) => void;
  },
): AsyncGenerator<Prospect> {
  const queue = site.start.map((url) => ({ url, depth: 0 }));
  const seen = new Set(site.start.map(site.canonicalUrl));
  for (let next = queue.shift(), lists = 0; next !== undefined && !signal.aborted; next = queue.shift()) {
    lists += 1;
    const answer = await client.fetch({ url: next.url, expected: 'page' }, signal);
    if (answer.kind === 'failed') onFailure(next.url, answer.failure);
    if (answer.kind !== 'fetched') continue;
    const page = { url: answer.trace.finalUrl, bytes: answer.bytes, declaredCharset: answer.declaredCharset };
    for (const { url, role, text, sameList } of site.discover(page, 'list')) {
      const canonical = site.canonicalUrl(url);
      if (seen.has(canonical)) continue;
      seen.add(canonical);
      const depth = next.depth + (sameList ? 0 : 1);
      const isFollowed = role === 'list' && depth <= site.limits.depth && lists + queue.length < site.limits.lists;
      if (isFollowed) queue.push({ url, depth });
      if (isFollowed || role !== 'list') yield { source: site.name, url, role, text, isKnown: isKnown(canonical) };
    }
  }
}
