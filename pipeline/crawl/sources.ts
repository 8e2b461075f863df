import { readFile } from 'node:fs/promises';
import { canonicalUrl, contentHash, discover, loadSources, nextRun, type Source } from '../discovery/index.ts';
import { fileError } from '../fetch/file.ts';
import { versionOf } from '../version.ts';
import { sha256 } from '../workers/encoding.ts';
import type { Politeness } from './contracts.ts';
import type { CrawlSite } from './site.ts';
import type { Scheduled } from './watch.ts';

/** A source of the operator's file, ready to be crawled when its time comes. */
export type CrawlSource = CrawlSite & Scheduled;

/** For sites that say nothing else: one request every two seconds is what one hasty reader makes. */
export const DEFAULT_POLITENESS: Politeness = {
  userAgent: `gouji/${versionOf()}`,
  delay: 2000,
  concurrencyPerHost: 1,
  timeout: 120,
  sizeLimit: 100,
  retries: 2,
  allowPrivate: false,
};

/** Throws a SourcesFileError with every mistake, or a GoujiError where the file cannot be opened. */
export async function readSources(
  file: string,
  politeness: Pick<Politeness, 'allowPrivate'>,
): Promise<readonly CrawlSource[]> {
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw fileError(file, cause);
  });
  return loadSources(text, file).map((source) => crawlSource(source, politeness));
}

export function crawlSource(source: Source, { allowPrivate }: Pick<Politeness, 'allowPrivate'>): CrawlSource {
  const { name, start, lists, limits, schedule: _, politeness, ...links } = source;
  return {
    name,
    start,
    limits: { depth: lists.depth, lists: limits.pages, documents: limits.documents },
    politeness: { ...DEFAULT_POLITENESS, ...given(politeness), allowPrivate },
    settings: sha256(JSON.stringify([start, lists, links])),
    discover: (page, reading) => discover(page, source, reading),
    contentHash,
    canonicalUrl,
    nextRun: (after) => nextRun(source, after),
  };
}

/** What is not said does not override what holds in general. */
function given(politeness: Source['politeness']): Partial<Politeness> {
  return Object.fromEntries(Object.entries(politeness).filter(([, value]) => value !== undefined));
}
