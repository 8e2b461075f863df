import type { Artifact, Document, StatusReason } from '../../../schemas/index.ts';
import type { ReadingAids } from '../aids.ts';
import { NO_AIDS } from '../aids.ts';
import type { EngineDocument, PdfEngine } from './engine.ts';
import { pdfjsEngine } from './engine-pdfjs/index.ts';
import { documentOf, type ReadPage, readPage } from './layout/index.ts';
import { MAX_PAGES } from './limits.ts';
import { metadataOf } from './metadata.ts';
import { emptyFile, isTruncated, messageOf, noPages, openFailure } from './open-failures.ts';
import { picturedPages, recognizePages } from './recognized-pages.ts';

/**
 * Reads a PDF into blocks in reading order: headings, paragraphs, tables. Places are points, origin at the top left of
 * the page as displayed. What could not be read in full is told in `reasons`. Pages that are images are recognised where a
 * recognizer is at hand.
 * Throws UnreadableError: `empty`, `encrypted`, `truncated`, `damaged`.
 */
export async function readPdf(
  artifact: Artifact,
  { recognizer }: ReadingAids = NO_AIDS,
  engine: PdfEngine = pdfjsEngine,
): Promise<Document> {
  const { bytes, source } = artifact;
  if (bytes.length === 0) throw emptyFile(source);
  const pdf = await engine.open(bytes).catch((cause: unknown) => {
    throw openFailure(source, bytes, cause);
  });
  try {
    if (pdf.pageCount === 0) throw noPages(source);
    const { pages, reasons } = await readPages(pdf);
    if (isTruncated(bytes)) reasons.unshift(truncatedReason(bytes));
    const frame = { pageCount: pdf.pageCount, metadata: metadataOf(pdf.metadata), reasons };
    const document = documentOf(pages, frame);
    const pictured = picturedPages(document);
    if (pictured.length === 0) return document;
    if (recognizer === null) return { ...document, aids: ['recognizer'] };
    const recognized = await recognizePages(pictured, pdf, recognizer);
    const readAgain = new Map(recognized.map((page) => [page.number, page.read]));
    return {
      ...documentOf(
        pages.map((page) => readAgain.get(page.page) ?? page),
        frame,
      ),
      recognized: recognized.flatMap((page) => page.words),
      aids: ['recognizer'],
    };
  } finally {
    await pdf.close();
  }
}

/** Pages one after the other: only what the layout needs of a page is kept. */
async function readPages(pdf: EngineDocument): Promise<{ pages: ReadPage[]; reasons: StatusReason[] }> {
  const pages: ReadPage[] = [];
  const reasons: StatusReason[] = [];
  const last = Math.min(pdf.pageCount, MAX_PAGES);
  for (let number = 1; number <= last; number += 1) {
    try {
      pages.push(readPage(await pdf.page(number)));
    } catch (cause) {
      reasons.push({
        code: 'page-damaged',
        page: number,
        message: `page ${number} cannot be read: ${messageOf(cause)}`,
      });
    }
  }
  if (last < pdf.pageCount) {
    reasons.push({
      code: 'too-many-pages',
      message: `${pdf.pageCount} pages, of which the first ${MAX_PAGES} were read`,
    });
  }
  return { pages, reasons };
}

function truncatedReason(bytes: Uint8Array): StatusReason {
  return {
    code: 'truncated',
    message: `the file breaks off after ${bytes.length} bytes: what can still be found in it was read`,
  };
}
