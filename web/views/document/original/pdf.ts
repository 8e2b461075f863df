import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy, PDFWorker, VerbosityLevel } from 'pdfjs-dist';
import worker from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = worker;

/** One for all documents, started before the first is asked for. */
const thread = new PDFWorker();

const opened = new Map<string, Promise<PDFDocumentProxy>>();

/**
 * Opens a PDF by ranges, so that the first page of a long one need not wait for the last. No forms, no scripts (pdf.js
 * evaluates nothing by itself, and its script engine is not shipped), no request but to this origin. Two panes share one.
 */
export function openPdf(url: string): Promise<PDFDocumentProxy> {
  const known = opened.get(url);
  if (known) return known;
  for (const [other, pdf] of opened) {
    opened.delete(other);
    void pdf.then((one) => one.loadingTask.destroy()).catch(() => undefined);
  }
  const pdf = getDocument({
    url,
    worker: thread,
    cMapUrl: '/pdfjs/cmaps/',
    cMapPacked: true,
    standardFontDataUrl: '/pdfjs/standard_fonts/',
    iccUrl: '/pdfjs/iccs/',
    wasmUrl: '/pdfjs/wasm/',
    enableXfa: false,
    // A font that this machine lacks is no news for who reads.
    verbosity: VerbosityLevel.ERRORS,
    disableAutoFetch: true,
    disableStream: true,
    rangeChunkSize: 256 * 1024,
  }).promise;
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
