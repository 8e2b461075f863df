import { getDocument, type PDFDocumentProxy, PDFWorker, VerbosityLevel } from 'pdfjs-dist';
import { pdfThread } from './pdf-thread.ts';

const thread = pdfThread();
const worker = PDFWorker.create({ port: thread.worker });

const opened = new Map<string, Promise<PDFDocumentProxy>>();

/**
 * Opens a PDF while it arrives, so that the first page of a long one need not wait for the last: what is needed before its
 * turn is asked for by ranges. No forms, no scripts (pdf.js evaluates nothing by itself, and its script engine is not
 * shipped), no request but to this origin. Two panes share one.
 */
export function openPdf(url: string): Promise<PDFDocumentProxy> {
  const known = opened.get(url);
  if (known) return known;
  for (const [other, pdf] of opened) {
    opened.delete(other);
    void pdf.then((one) => one.loadingTask.destroy()).catch(() => undefined);
  }
  const { promise } = getDocument({
    url,
    worker,
    cMapUrl: '/pdfjs/cmaps/',
    cMapPacked: true,
    standardFontDataUrl: '/pdfjs/standard_fonts/',
    iccUrl: '/pdfjs/iccs/',
    wasmUrl: '/pdfjs/wasm/',
    enableXfa: false,
    // A font that this machine lacks is no news for who reads.
    verbosity: VerbosityLevel.ERRORS,
    rangeChunkSize: 256 * 1024,
  });
  const pdf = Promise.race([promise, thread.failure]);
  opened.set(url, pdf);
  pdf.catch(() => opened.delete(url));
  return pdf;
}

export async function pageSizesOf(
  pdf: PDFDocumentProxy,
): Promise<{ readonly width: number; readonly height: number }[]> {
  const sizes: { readonly width: number; readonly height: number }[] = [];
  for (let n = 1; n <= pdf.numPages; n += 1) {
    const { width, height } = (await pdf.getPage(n)).getViewport({ scale: 1 });
    sizes.push({ width, height });
  }
  return sizes;
}
