/** Where a crawl goes next: sources, what a page links to, and what counts as the same address or the same content. */
export { canonicalUrl } from './canonical-url.ts';
export { contentHash } from './content-hash.ts';
export { discover } from './discover.ts';
export { loadSources, SourcesFileError, type SourcesMistake } from './load-sources.ts';
export { pageTexts } from './page-text.ts';
export { readSourcesFile, sourcesText } from './read-sources.ts';
export { readingOf } from './roles.ts';
export { nextRun } from './schedule.ts';
export { type Source, sourceOf } from './source.ts';
