import type { Finding } from '../../../schemas/index.ts';
import { findingsOf } from '../../store/disclosure.ts';
import { currentDocuments, type DocumentSummary } from '../../store/documents.ts';
import { excerptFinder } from '../../store/excerpts.ts';
import { openForReading, type Store } from '../../store/open.ts';
import { earlierReviews, type FindingState, listReviews, type Review, statesOf } from '../../store/reviews.ts';
import { chooseDocument } from '../choose-document.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { print, printJson } from '../output.ts';
import type { CliContext } from '../program.ts';
import { tone } from '../terminal.ts';
import { documentHeading } from '../views/document-heading.ts';
import { findingLines } from '../views/finding.ts';
import { reviewNote } from '../views/review.ts';

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

/** A finding, where it stands, and what was decided about it: in this document, else in an earlier one. */
interface Listed {
  readonly finding: Finding;
  readonly state: FindingState;
  readonly review: Review | null;
}

/** One at a time, so that a database of any size may be listed. */
function* selected(
  store: Store,
  documents: readonly DocumentSummary[],
  options: FindingsOptions,
  { language }: CliContext,
) {
  for (const document of documents) {
    const findings = listedOf(store, document.id, language).filter((listed) => isWanted(listed, options));
    if (findings.length > 0) yield { document, findings };
  }
}

function listedOf(store: Store, document: string, language: CliContext['language']): Listed[] {
  const column = language === 'zh' ? 'message' : 'message_en';
  const states = statesOf(store, document);
  const own = new Map(listReviews(store, column, document).map((review) => [review.finding, review]));
  const earlier = earlierReviews(store, document, column);
  return findingsOf(store, document, column).map((finding) => {
    const review = own.get(finding.id);
    const decided = review?.decision ? review : (earlier.get(finding.id) ?? review);
    return { finding, state: states.get(finding.id) ?? 'open', review: decided ?? null };
  });
}

function isWanted({ finding: { status }, state }: Listed, options: FindingsOptions): boolean {
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
    const blocks = findings.map(({ finding, review }) =>
      [
        ...findingLines(finding, excerptOf, messages),
        ...(review === null ? [] : reviewNote(review, review.document !== document.id, messages)),
      ].join('\n'),
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
