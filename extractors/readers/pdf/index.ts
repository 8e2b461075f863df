import type { Artifact, Document, StatusReason } from '../../../schemas/index.ts';
import type { EngineDocument, PdfEngine } from './engine.ts';
import { pdfjsEngine } from './engine-pdfjs/index.ts';
import { documentOf, type ReadPage, readPage } from './layout/index.ts';
import { MAX_PAGES } from './limits.ts';
import { metadataOf } from './metadata.ts';
import { emptyFile, isTruncated, messageOf, noPages, openFailure } from './open-failures.ts';

/**
 * Reads a PDF into blocks in reading order: headings, paragraphs, tables. Places are points, origin at the top left of
 * the page as displayed. What could not be read in full is told in `reasons`.
 * Throws UnreadableError: `empty`, `encrypted`, `truncated`, `damaged`.
 */
export async function readPdf(artifact: Artifact, engine: PdfEngine = pdfjsEngine): Promise<Document> {
  const { bytes, source } = artifact;
  if (bytes.length === 0) throw emptyFile(source);
  const pdf = await engine.open(bytes).catch((cause: unknown) => {
    throw openFailure(source, bytes, cause);
  });
  try {
    if (pdf.pageCount === 0) throw noPages(source);
    const { pages, reasons } = await readPages(pdf);
    if (isTruncated(bytes)) reasons.unshift(truncatedReason(bytes));
    return documentOf(pages, { pageCount: pdf.pageCount, metadata: metadataOf(pdf.metadata), reasons });
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
