import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { MAX_IMAGE_PIXELS } from './page-picture.ts';
import { SETTINGS } from './settings.ts';

/** A page larger than this in either direction is drawn coarser. */
const MAX_SIDE_PIXELS = 4000;

/** A page in colour, as a reader of the document sees it, and its size in points as displayed. */
export interface PageImage {
  readonly canvas: Canvas;
  readonly width: number;
  readonly height: number;
  /** Pixels per point. */
  readonly scale: number;
}

export interface PageImages {
  readonly pageCount: number;
  readonly page: (number: number, dpi: number) => Promise<PageImage>;
  readonly close: () => Promise<void>;
}

type RenderTarget = Parameters<PDFPageProxy['render']>[0];

/** Opens a PDF to show its pages to people. Pages come one at a time: a page of an A4 document takes about 7 MB. */
export async function openPageImages(bytes: Uint8Array): Promise<PageImages> {
  // pdf.js takes the buffer for itself.
  const task = getDocument({ ...SETTINGS, maxImageSize: MAX_IMAGE_PIXELS, data: bytes.slice() });
  const document = await task.promise;
  return {
    pageCount: document.numPages,
    page: async (number, dpi) => {
      const page = await document.getPage(number);
      try {
        const { width, height } = page.getViewport({ scale: 1 });
        const scale = Math.min(dpi / 72, MAX_SIDE_PIXELS / width, MAX_SIDE_PIXELS / height);
        const canvas = createCanvas(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)));
        // What pdf.js draws on in browsers; @napi-rs/canvas has the same methods.
        const target = canvas as unknown as NonNullable<RenderTarget['canvas']>;
        const context = canvas.getContext('2d') as unknown as NonNullable<RenderTarget['canvasContext']>;
        await page.render({ canvas: target, canvasContext: context, viewport: page.getViewport({ scale }) }).promise;
        return { canvas, width, height, scale };
      } finally {
        page.cleanup();
      }
    },
    close: () => task.destroy(),
  };
}
