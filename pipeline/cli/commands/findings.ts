import { currentDocuments, type DocumentSummary } from '../../store/documents.ts';
import { excerptFinder } from '../../store/excerpts.ts';
import { type JudgedFinding, judgedFindings } from '../../store/judged-findings.ts';
import { openForReading, type Store } from '../../store/open.ts';
import type { FindingState } from '../../store/reviews.ts';
import { chooseDocument } from '../choose-document.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { print, printJson } from '../output.ts';
import type { CliContext } from '../program.ts';
import { tone } from '../terminal.ts';
import { documentHeading } from '../views/document-heading.ts';
import { reviewedFindingLines } from '../views/reviewed-finding.ts';

export interface FindingsOptions {
  readonly db: string;
  readonly document?: string | undefined;
  readonly status?: string | undefined;
  readonly state?: FindingState | undefined;
  readonly all: boolean;
  readonly json: boolean;
}

/** `gouji findings` */
export async function findingsCommand(options: FindingsOptions, context: CliContext): Promise<ExitCode> {
  const store = openForReading(options.db);
  try {
    const chosen = options.document === undefined ? currentDocuments(store) : oneOf(store, options.document, context);
    if (chosen === null) return EXIT.incomplete;
    await (options.json ? printAsJson : printForPeople)(store, chosen, options, context);
    return EXIT.complete;
  } finally {
    store.close();
  }
}

function oneOf(store: Store, wanted: string, context: CliContext): DocumentSummary[] | null {
  const document = chooseDocument(store, wanted, context);
  return document === null ? null : [document];
}

/** One at a time, so that a database of any size may be listed. */
function* selected(
  store: Store,
  documents: readonly DocumentSummary[],
  options: FindingsOptions,
  { language }: CliContext,
) {
  for (const document of documents) {
    const findings = judgedFindings(store, document.id, language === 'zh' ? 'message' : 'message_en').filter((listed) =>
      isWanted(listed, options),
    );
    if (findings.length > 0) yield { document, findings };
  }
}

function isWanted({ finding: { status }, state }: JudgedFinding, options: FindingsOptions): boolean {
  const isOfStatus = options.status === undefined ? options.all || status !== 'rounding' : status === options.status;
  const isInState = options.state === undefined ? options.all || state !== 'dismissed' : state === options.state;
  return isOfStatus && isInState;
}

type Printer = (
  store: Store,
  documents: readonly DocumentSummary[],
  options: FindingsOptions,
  context: CliContext,
) => Promise<void>;

const printAsJson: Printer = async (store, documents, options, context) => {
  const listed = [...selected(store, documents, options, context)].flatMap(({ document, findings }) =>
    findings.map(({ finding, state, review }) => {
      return { document: document.id, source: document.source, ...finding, state, review };
    }),
  );
  await printJson(listed, { pretty: true });
};

const printForPeople: Printer = async (store, documents, options, context) => {
  const { messages } = context;
  let total = 0;
  let documentCount = 0;
  for (const { document, findings } of selected(store, documents, options, context)) {
    total += findings.length;
    documentCount += 1;
    const excerptOf = excerptFinder(store, document.id);
    const blocks = findings.map((reviewed) =>
      reviewedFindingLines(reviewed, document.id, excerptOf, messages).join('\n'),
    );
    await print(`${documentHeading(document, messages)}\n\n${blocks.join('\n\n')}\n\n`);
  }
  const isFiltered = options.status !== undefined || options.state !== undefined;
  const none = isFiltered ? messages.findings.noneOfFiltered : messages.findings.none;
  const closing = [total === 0 ? none : messages.findings.total(total, documentCount)];
  const unread = documents.filter(({ state }) => state !== 'complete').length;
  if (unread > 0) closing.push(tone('warning', messages.findings.notFullyRead(unread)));
  await print(`${closing.join('\n')}\n`);
};
