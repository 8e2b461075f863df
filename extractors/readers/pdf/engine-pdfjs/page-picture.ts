import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Bitmap, fromRgba } from '../../recognition/bitmap.ts';

/** An image of more pixels is left out of the picture: A3 at 600 dots per inch has 70 million. */
export const MAX_IMAGE_PIXELS = 100_000_000;
/** Larger pages are pictured coarser. A3 at 300 dots per inch has 17 million pixels. */
const MAX_PICTURE_PIXELS = 20_000_000;

type RenderTarget = Parameters<PDFPageProxy['render']>[0];

/** What pdf.js makes of @napi-rs/canvas outside of browsers. */
interface Canvas {
  readonly canvas: RenderTarget['canvas'];
  readonly context: NonNullable<RenderTarget['canvasContext']> & PixelSource;
}

interface PixelSource {
  readonly getImageData: (x: number, y: number, width: number, height: number) => { readonly data: Uint8ClampedArray };
}

interface CanvasFactory {
  readonly create: (width: number, height: number) => Canvas;
  readonly destroy: (canvas: Canvas) => void;
}

export interface Pictures {
  /** The page as displayed, in `dpi` or less. */
  readonly page: (number: number, dpi: number) => Promise<{ readonly picture: Bitmap; readonly dpi: number }>;
  readonly close: () => Promise<void>;
}

/**
 * Renders pages. The document is opened a second time for it, when the first page is asked for: otherwise no image is
 * decoded.
 */
export function picturesOf(bytes: Uint8Array, settings: Parameters<typeof getDocument>[0]): Pictures {
  let opened: Promise<PDFDocumentProxy> | null = null;
  const open = () => {
    opened ??= getDocument({ ...settings, maxImageSize: MAX_IMAGE_PIXELS, data: bytes.slice() }).promise;
    return opened;
  };
  return {
    page: async (number, dpi) => render(await open(), number, dpi),
    close: async () => (await opened)?.loadingTask.destroy(),
  };
}

async function render(document: PDFDocumentProxy, number: number, wanted: number): ReturnType<Pictures['page']> {
  const page = await document.getPage(number);
  try {
    const { width, height } = page.getViewport({ scale: 1 });
    const pixels = (width * height * wanted ** 2) / 72 ** 2;
    const dpi = Math.max(1, Math.floor(wanted * Math.min(1, Math.sqrt(MAX_PICTURE_PIXELS / pixels))));
    const viewport = page.getViewport({ scale: dpi / 72 });
    const factory = document.canvasFactory as CanvasFactory;
    const [columns, rows] = [Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height))];
    const drawn = factory.create(columns, rows);
    try {
      await page.render({ canvas: drawn.canvas, canvasContext: drawn.context, viewport }).promise;
      const { data } = drawn.context.getImageData(0, 0, columns, rows);
      return { picture: fromRgba(data, columns, rows), dpi };
    } finally {
      factory.destroy(drawn);
    }
  } finally {
    page.cleanup();
  }
}
