import { type DocumentSummary, findDocuments } from '../store/documents.ts';
import type { Store } from '../store/open.ts';
import { printError } from './output.ts';
import type { CliContext } from './program.ts';
import { printable } from './terminal.ts';
import { documentLines } from './views/documents.ts';

/** The one document that is meant, or null after saying that there is none or listing the several there are. */
export function chooseDocument(store: Store, wanted: string, { messages }: CliContext): DocumentSummary | null {
  const found = findDocuments(store, wanted);
  const only = found.length === 1 ? found[0] : undefined;
  if (only !== undefined) return only;
  const problem =
    found.length === 0
      ? [messages.show.notFound(printable(wanted))]
      : [messages.show.ambiguous(printable(wanted), found.length), ...documentLines(found, messages)];
  printError(`${problem.join('\n')}\n`);
  return null;
}
