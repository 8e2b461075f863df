import type { Document, RecognizedWord, StatusReason } from '../../../schemas/index.ts';
import type { Recognizer } from '../aids.ts';
import { recognizePage } from '../recognition/recognize-page.ts';
import type { EngineDocument, EnginePage } from './engine.ts';
import { type ReadPage, readPage } from './layout/index.ts';
import { MAX_RECOGNIZED_PAGES } from './limits.ts';
import { messageOf } from './open-failures.ts';
import { PAGE_WITHOUT_TEXT, recognitionFailed, recognizedPage } from './page-reasons.ts';

/** Dots per inch in which pages are recognised: the programs are trained on it. */
export const RECOGNITION_DPI = 300;

/** A page read from its picture. */
export interface RecognizedPdfPage {
  readonly number: number;
  readonly read: ReadPage;
  readonly words: readonly RecognizedWord[];
}

/** Pages of which only an image is known. */
export function picturedPages(document: Document): readonly number[] {
  return document.reasons.flatMap(({ code, page }) => (code === PAGE_WITHOUT_TEXT && page !== undefined ? [page] : []));
}

/** Reads pages from their pictures, one after the other. */
export async function recognizePages(
  numbers: readonly number[],
  pdf: EngineDocument,
  recognizer: Recognizer,
): Promise<readonly RecognizedPdfPage[]> {
  const pages: RecognizedPdfPage[] = [];
  for (const number of numbers.slice(0, MAX_RECOGNIZED_PAGES)) {
    pages.push(await recognizedPdfPage(number, pdf, recognizer));
  }
  return pages;
}

async function recognizedPdfPage(
  number: number,
  pdf: EngineDocument,
  recognizer: Recognizer,
): Promise<RecognizedPdfPage> {
  const page = await pdf.page(number);
  try {
    const { picture, dpi } = await pdf.picture(number, RECOGNITION_DPI);
    return readRecognized(page, await recognizePage(picture, dpi, recognizer));
  } catch (cause) {
    return withReason(page, recognitionFailed(number, messageOf(cause)));
  }
}

/** A page as it was recognised goes the way of any other page. */
export function readRecognized(
  page: EnginePage,
  { runs, rules, confidences, blank }: Awaited<ReturnType<typeof recognizePage>>,
): RecognizedPdfPage {
  if (blank) return { number: page.number, read: readPage({ ...page, imageShare: 0 }), words: [] };
  if (runs.length === 0) return { number: page.number, read: readPage(page), words: [] };
  const reasons = [...page.reasons, recognizedPage(page.number)];
  const read = readPage({ ...page, runs, rules, fills: [], unplaced: [], imageShare: 0, reasons });
  const words = runs.map(
    ({ x0, y0, x1, y1 }, index): RecognizedWord => ({
      page: page.number,
      bbox: [x0, y0, x1, y1],
      confidence: confidences[index] ?? 0,
    }),
  );
  return { number: page.number, read, words };
}

function withReason(page: EnginePage, reason: StatusReason): RecognizedPdfPage {
  const read = readPage({ ...page, imageShare: 0, reasons: [...page.reasons, reason] });
  return { number: page.number, read, words: [] };
}
