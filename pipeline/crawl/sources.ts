import {
  canonicalUrl,
  contentHash,
  discover,
  nextRun,
  pageTexts,
  readSourcesFile,
  type Source,
} from '../discovery/index.ts';
import { sha256 } from '../workers/encoding.ts';
import type { Politeness } from './contracts.ts';
import { politenessOf } from './politeness.ts';
import type { CrawlSite } from './site.ts';
import type { Scheduled } from './watch.ts';

/** A source of the operator's file, ready to be crawled when its time comes. */
export type CrawlSource = CrawlSite & Scheduled;

/** Throws a SourcesFileError with every mistake, or where the file cannot be opened. */
export async function readSources(
  file: string,
  { allowPrivate }: Pick<Politeness, 'allowPrivate'>,
): Promise<readonly CrawlSource[]> {
  return (await readSourcesFile(file)).map((source) => crawlSource(source, { allowPrivate }));
}

export function crawlSource(source: Source, { allowPrivate }: Pick<Politeness, 'allowPrivate'>): CrawlSource {
  const { name, start, lists, limits, schedule: _schedule, politeness: _politeness, ...links } = source;
  const textOf = pageTexts();
  return {
    name,
    start,
    limits: { depth: lists.depth, lists: limits.pages, documents: limits.documents },
    politeness: politenessOf(source, { allowPrivate }),
    settings: sha256(JSON.stringify([start, lists, links])),
    discover: (page, reading) => discover(page, source, reading, textOf(page)),
    contentHash: (page) => contentHash(page, textOf(page)),
    canonicalUrl,
    nextRun: (after) => nextRun(source, after),
  };
}
