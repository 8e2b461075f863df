import { standings } from '../../store/crawl/versions.ts';
import { listDocuments } from '../../store/documents.ts';
import { openForReading } from '../../store/open.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { print, printJson } from '../output.ts';
import type { CliContext } from '../program.ts';
import { documentLines } from '../views/documents.ts';

/** `gouji documents` */
export async function documentsCommand(
  { db, json }: { readonly db: string; readonly json: boolean },
  { messages }: CliContext,
): Promise<ExitCode> {
  const store = openForReading(db);
  const past = standings(store);
  const documents = listDocuments(store).map((document) => ({
    ...document,
    standing: past.get(document.id) ?? ('current' as const),
  }));
  store.close();
  if (json) await printJson(documents, { pretty: true });
  else if (documents.length === 0) await print(`${messages.documents.none}\n`);
  else
    await print(
      `${[...documentLines(documents, messages), '', messages.documents.total(documents.length)].join('\n')}\n`,
    );
  return EXIT.complete;
}
