import type { Messages } from '../cli/messages/index.ts';
import { unpack } from '../store/artifacts.ts';
import type { Store } from '../store/open.ts';
import { headerFinder } from './header-bands.ts';
import { workingPaperHtml } from './html/index.ts';
import { type PaperOptions, type WorkingPaper, workingPaperOf } from './model.ts';
import { type Original, workingPaperPdf } from './pdf/index.ts';
import { picturesOf } from './pictures.ts';
import { workingPaperXlsx } from './xlsx.ts';

/** Formats of the audit working paper. */
export const PAPER_FORMATS = ['html', 'xlsx', 'pdf'] as const;
export type PaperFormat = (typeof PAPER_FORMATS)[number];

export interface PaperRequest extends PaperOptions {
  /** Id of the document in the database. */
  readonly document: string;
  readonly format: PaperFormat;
  readonly messages: Messages;
}

type Pieces = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** The audit working paper of a stored document as bytes of a format. The same database gives the same bytes. */
export async function workingPaper(
  store: Store,
  { document, format, messages, ...options }: PaperRequest,
): Promise<{ readonly paper: WorkingPaper; readonly pieces: Pieces }> {
  const paper = workingPaperOf(store, document, options);
  switch (format) {
    case 'html': {
      const sources = { pdfOf: (sha256: string) => keptPdf(store, sha256), headerOf: headerFinder(store) };
      return { paper, pieces: workingPaperHtml(paper, await picturesOf(paper, sources), messages) };
    }
    case 'xlsx':
      return { paper, pieces: workingPaperXlsx(paper, messages) };
    case 'pdf':
      return { paper, pieces: [await workingPaperPdf(paper, originalOf(store, paper), messages)] };
  }
}

/** The bytes of a document where they are those of a PDF. */
function keptPdf(store: Store, sha256: string): Uint8Array | null {
  const type = store.db
    .prepare<[string], string>('SELECT media_type FROM documents WHERE artifact = ?')
    .pluck()
    .get(sha256);
  return type === 'application/pdf' ? unpack(store, sha256) : null;
}

function originalOf(store: Store, { document }: WorkingPaper): Original {
  if (document.mediaType !== 'application/pdf') return { missing: 'no-pdf' };
  const bytes = unpack(store, document.sha256);
  return bytes === null ? { missing: 'not-kept' } : { bytes };
}
