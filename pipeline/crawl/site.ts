import type { FetchedPage, FoundLink, Politeness } from './contracts.ts';

/** One source as a crawl needs it: where it begins, how far it goes, and how its pages are understood. */
export interface CrawlSite {
  readonly name: string;
  readonly start: readonly string[];
  /** What one crawl may add. */
  readonly limits: {
    /** Links between a start page and the farthest list. */
    readonly depth: number;
    readonly lists: number;
    readonly documents: number;
  };
  readonly politeness: Politeness;
  /** Names what the settings say of links: under others, lists are read anew although they have not changed. */
  readonly settings: string;
  readonly discover: (page: FetchedPage, reading: 'list' | 'article') => readonly FoundLink[];
  /** Hash of what the page says, without what surrounds the article. */
  readonly contentHash: (page: FetchedPage) => string;
  /** One spelling for all addresses of a document. */
  readonly canonicalUrl: (address: string) => string;
}
