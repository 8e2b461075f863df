import type { DocumentKind } from '../../../schemas/index.ts';
import { openForReading } from '../../store/open.ts';
import { searchPassages } from '../../store/search.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { print, printError, printJson } from '../output.ts';
import type { CliContext } from '../program.ts';
import { hitLines } from '../views/hit.ts';

export interface SearchOptions {
  readonly db: string;
  readonly unit?: string | undefined;
  readonly year?: number | undefined;
  readonly kind?: DocumentKind | undefined;
  readonly allVersions: boolean;
  readonly limit: number;
  readonly json: boolean;
}

/** `gouji search WORDS` */
export async function searchCommand(
  query: readonly string[],
  { db, limit, json, ...filter }: SearchOptions,
  { messages }: CliContext,
): Promise<ExitCode> {
  const words = query.join(' ');
  const store = openForReading(db);
  try {
    const { hits, total, more, notIndexed } = searchPassages(store, words, filter, limit);
    if (notIndexed > 0) printError(`gouji: ${messages.search.notIndexed(notIndexed)}\n`);
    if (json) await printJson(hits, { pretty: true });
    else {
      const closing = total === 0 ? messages.search.none : messages.search.total(hits.length, total, more);
      await print(`${[...hitLines(hits, words, messages), closing].join('\n')}\n`);
    }
    return notIndexed === 0 ? EXIT.complete : EXIT.incomplete;
  } finally {
    store.close();
  }
}
