import address from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

export interface PdfThread {
  readonly worker: Worker;
  /** Rejects where the thread cannot be started, as when the service has gone away; nothing else says so. */
  readonly failure: Promise<never>;
}

let started: PdfThread | undefined;

/**
 * The thread in which pdf.js reads PDFs, one for all. To start takes it as long as all else before a page is seen: so it is
 * started first, by code that has nothing of pdf.js in it.
 */
export function pdfThread(): PdfThread {
  started ??= start();
  return started;
}

function start(): PdfThread {
  const worker = new Worker(address, { type: 'module', name: 'pdf.js' });
  const failure = new Promise<never>((_, reject) => {
    worker.addEventListener('error', ({ message }) => reject(new Error(`pdf.js: ${message}`)), { once: true });
  });
  failure.catch(() => undefined);
  return { worker, failure };
}
