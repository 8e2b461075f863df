import { loadSources, SourcesFileError, sourcesText } from '../discovery/index.ts';
import type { Politeness } from './contracts.ts';
import { type CrawlSource, crawlSource } from './sources.ts';

/** What became of a file that is not what it was. */
export type SourcesChange =
  | { readonly kind: 'read'; readonly sources: number }
  /** The sources read before stay in force. */
  | { readonly kind: 'mistaken'; readonly error: SourcesFileError };

/**
 * The sources of a file as it stands whenever they are asked for: it may be edited while it is in use. Each change is told
 * once. Throws a SourcesFileError where there is a mistake in it to begin with.
 */
export async function followSources(
  file: string,
  politeness: Pick<Politeness, 'allowPrivate'>,
  onChange: (change: SourcesChange) => void,
): Promise<() => Promise<readonly CrawlSource[]>> {
  const read = (text: string) => loadSources(text, file).map((source) => crawlSource(source, politeness));
  let seen: string | SourcesFileError = await sourcesText(file);
  let sources = read(seen);
  return async () => {
    const now = await sourcesText(file).catch(asMistake);
    if (isSame(seen, now)) return sources;
    seen = now;
    try {
      if (typeof now !== 'string') throw now;
      sources = read(now);
      onChange({ kind: 'read', sources: sources.length });
    } catch (error) {
      onChange({ kind: 'mistaken', error: asMistake(error) });
    }
    return sources;
  };
}

/** A file that cannot be opened is the same as long as the reason is. */
function isSame(a: string | SourcesFileError, b: string | SourcesFileError): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  return a.code === b.code;
}

function asMistake(error: unknown): SourcesFileError {
  if (error instanceof SourcesFileError) return error;
  throw error;
}
