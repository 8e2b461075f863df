import type { NewUrl } from '../store/crawl/urls.ts';
import type { CrawlSite } from './site.ts';

/**
 * Which links are followed: lists as deep and as many as the source allows, documents up to its limit. `known` tells which
 * are in the queue already and cost nothing.
 */
export function admission(
  { limits }: Pick<CrawlSite, 'limits'>,
  counts: { readonly lists: number; readonly documents: number },
  isKnown: (url: string) => boolean,
): (links: readonly NewUrl[]) => readonly NewUrl[] {
  const room = { lists: limits.lists - counts.lists, documents: limits.documents - counts.documents };
  return (links) => {
    const seen = new Set<string>();
    return links.filter(({ url, role, depth }) => {
      if (seen.has(url) || isKnown(url)) return false;
      seen.add(url);
      if (role === 'list' && depth > limits.depth) return false;
      const kind = role === 'list' ? 'lists' : 'documents';
      if (room[kind] <= 0) return false;
      room[kind] -= 1;
      return true;
    });
  };
}
