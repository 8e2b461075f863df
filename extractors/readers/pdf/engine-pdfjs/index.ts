import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { StatusReason } from '../../../../schemas/index.ts';
import { normalizeCharacters } from '../../../text/characters.ts';
import type { EngineDocument, EnginePage, PdfEngine, TextRun } from '../engine.ts';
import type { PdfFont } from './graphics-state.ts';
import { joinRuns } from './joined-runs.ts';
import { area, type Box, intersection, type Matrix } from './matrix.ts';
import { type Pictures, picturesOf } from './page-picture.ts';
import { type OperatorList, type PaintedPage, paintPage } from './page-reader.ts';
import { withoutOverprints } from './same-text-again.ts';
import { SETTINGS } from './settings.ts';

/** Reads PDF with pdf.js. Each page's instructions are followed once; text and lines both come from them. */
export const pdfjsEngine: PdfEngine = {
  name: 'pdfjs',
  open: async (bytes) => {
    // pdf.js takes the buffer for itself.
    const task = getDocument({ ...SETTINGS, data: bytes.slice() });
    try {
      const document = await task.promise;
      return await engineDocument(document, picturesOf(bytes, SETTINGS));
    } catch (error) {
      await task.destroy();
      throw error;
    }
  },
};

async function engineDocument(document: PDFDocumentProxy, pictures: Pictures): Promise<EngineDocument> {
  const layers = await document.getOptionalContentConfig();
  return {
    pageCount: document.numPages,
    metadata: await metadataOf(document),
    outline: await outlineOf(document),
    page: async (number) => {
      const page = await document.getPage(number);
      try {
        return await enginePage(page, (group) => layers.isVisible(group) !== false);
      } finally {
        page.cleanup();
      }
    },
    picture: pictures.page,
    close: async () => {
      await pictures.close();
      await document.loadingTask.destroy();
    },
  };
}

async function enginePage(page: PDFPageProxy, layerVisible: (group: unknown) => boolean): Promise<EnginePage> {
  const viewport = page.getViewport({ scale: 1 });
  const list = (await page.getOperatorList()) as OperatorList;
  const { width, height } = viewport;
  const painted = paintPage(list, {
    transform: viewport.transform as unknown as Matrix,
    width,
    height,
    layerVisible,
    fontOf: fontLookup(page),
  });
  const { content } = painted;
  const runs = content.runs.map(cleaned).filter((run) => run.text !== '');
  return {
    number: page.pageNumber,
    width,
    height,
    runs: joinRuns(withoutOverprints(runs)),
    rules: content.rules,
    fills: content.fills,
    imageShare: shareOf(content.images, { x0: 0, y0: 0, x1: width, y1: height }),
    unplaced: content.unplaced,
    reasons: reasonsOf(page.pageNumber, painted),
  };
}

function fontLookup(page: PDFPageProxy): (id: string) => PdfFont | null {
  const known = new Map<string, PdfFont | null>();
  return (id) => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const font = page.commonObjs.has(id) ? (page.commonObjs.get(id) as PdfFont & { clearData?: () => void }) : null;
    font?.clearData?.();
    known.set(id, font);
    return font;
  };
}

function cleaned(run: TextRun): TextRun {
  const text = normalizeCharacters(run.text).trim();
  return text === run.text ? run : { ...run, text };
}

function shareOf(images: readonly Box[], page: Box): number {
  let covered = 0;
  for (const image of images) {
    const seen = intersection(image, page);
    if (seen !== null) covered += area(seen);
  }
  return Math.min(1, covered / (area(page) || 1));
}

function reasonsOf(page: number, painted: PaintedPage): StatusReason[] {
  return painted.exceeded.map((what) => ({
    code: 'page-too-large',
    page,
    message: `page ${page} holds more ${what} than are read of one page; the rest of it was left out`,
  }));
}

async function metadataOf(document: PDFDocumentProxy): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  const { info } = await document.getMetadata().catch(() => ({ info: {} }));
  for (const [key, value] of Object.entries(info)) {
    if (typeof value === 'string' && value.trim() !== '') found[key.toLowerCase()] = value.trim();
  }
  return found;
}

interface OutlineItem {
  readonly title: string;
  readonly items: readonly OutlineItem[];
}

/** Bookmarks beyond these caps are left out: they only help to find headings. */
const MAX_BOOKMARKS = 5_000;
const MAX_BOOKMARK_DEPTH = 9;

async function outlineOf(document: PDFDocumentProxy): Promise<{ title: string; depth: number }[]> {
  const found: { title: string; depth: number }[] = [];
  const collect = (items: readonly OutlineItem[], depth: number) => {
    for (const item of items) {
      if (found.length >= MAX_BOOKMARKS) return;
      found.push({ title: item.title, depth });
      if (depth < MAX_BOOKMARK_DEPTH) collect(item.items, depth + 1);
    }
  };
  const items = (await document.getOutline().catch(() => null)) as readonly OutlineItem[] | null;
  collect(items ?? [], 0);
  return found;
}
