import { openForReading, openStore, type Store } from '../../store/open.ts';
import {
  decide,
  findFindings,
  findReviews,
  listReviews,
  note,
  type ReviewedFinding,
  reviewsAbout,
  undo,
} from '../../store/reviews.ts';
import { chooseDocument } from '../choose-document.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { print, printError, printJson } from '../output.ts';
import type { CliContext } from '../program.ts';
import type { ReviewAction } from '../review-words.ts';
import { printable } from '../terminal.ts';
import { shortId } from '../views/documents.ts';
import { reviewLines } from '../views/review.ts';

export interface ReviewOptions {
  readonly db: string;
  readonly document?: string | undefined;
  readonly json: boolean;
}

/** `gouji review`: what was decided so far, and whether it still holds. */
export async function listReviewsCommand(options: ReviewOptions, context: CliContext): Promise<ExitCode> {
  const store = openForReading(options.db);
  try {
    const document = chosenDocument(store, options, context);
    if (document === undefined) return EXIT.incomplete;
    const column = context.language === 'zh' ? 'message' : 'message_en';
    const reviews = document === null ? listReviews(store, column) : reviewsAbout(store, column, document);
    if (options.json) await printJson(reviews, { pretty: true });
    else {
      const lines = reviews.flatMap((review) => [...reviewLines(review, context.messages), '']);
      await print(`${[...lines, context.messages.review.total(reviews.length)].join('\n')}\n`);
    }
    return EXIT.complete;
  } finally {
    store.close();
  }
}

/** What is to be said about one finding. `text`: the reason of a decision, or the note. */
export interface ReviewRequest {
  readonly wanted: string;
  readonly action: ReviewAction;
  readonly text: string;
  /** The time of the decision. */
  readonly at: string;
}

/** `gouji review FINDING ACTION` */
export async function reviewCommand(
  { wanted, action, text, at }: ReviewRequest,
  options: ReviewOptions,
  context: CliContext,
): Promise<ExitCode> {
  openForReading(options.db).close(); // never makes a database
  const store = openStore(options.db);
  try {
    const document = chosenDocument(store, options, context);
    if (document === undefined) return EXIT.incomplete;
    // A decision about a finding that is gone can still be taken back.
    const found = (action === 'undo' ? findReviews : findFindings)(store, wanted, document);
    const about = onlyOne(found, wanted, context);
    if (about === null) return EXIT.incomplete;
    if (action === 'confirm') decide(store, about, { decision: 'confirmed', reason: text, at });
    else if (action === 'dismiss') decide(store, about, { decision: 'dismissed', reason: text, at });
    else if (action === 'note') note(store, about, { text, at });
    else undo(store, about);
    const [saved] = findReviews(store, about.finding, about.document);
    if (options.json) await printJson(saved ?? null, { pretty: true });
    else await print(`${printable(context.messages.review.done[action](about.finding, about.source))}\n`);
    return EXIT.complete;
  } finally {
    store.close();
  }
}

/** The document that the options name, null where they name none; undefined after saying that there is no such. */
function chosenDocument(store: Store, options: ReviewOptions, context: CliContext): string | null | undefined {
  return options.document === undefined ? null : chooseDocument(store, options.document, context)?.id;
}

function onlyOne(found: readonly ReviewedFinding[], wanted: string, { messages }: CliContext): ReviewedFinding | null {
  // A whole id is meant also where another goes on after it.
  const exact = found.filter(({ finding }) => finding === wanted);
  const meant = exact.length > 0 ? exact : found;
  const [only] = meant;
  if (only !== undefined && meant.length === 1) return only;
  const problem =
    meant.length === 0
      ? [messages.review.notFound(printable(wanted))]
      : [
          messages.review.ambiguous(printable(wanted), meant.length),
          ...meant.map(({ finding, document, source }) => printable(`  ${finding}  ${shortId(document)}  ${source}`)),
        ];
  printError(`${problem.join('\n')}\n`);
  return null;
}
