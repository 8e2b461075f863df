import { type Canvas, createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import type { PageImage } from '../../extractors/readers/pdf/engine-pdfjs/page-images.ts';
import { FONT_FILE } from './font.ts';
import type { HeaderBand } from './header-bands.ts';
import { MARK_COLORS, type PageMark, TAG } from './page-marks.ts';

/** A stretch of a page from top to bottom, in points. */
export interface Band {
  readonly y0: number;
  readonly y1: number;
}

/** Points of the page kept above and below a number: two lines of text, one row of a table. */
const AROUND_TEXT = 34;
const AROUND_CELL = 16;
/** Bands closer than this are one. */
const NEAR = 30;
/** White between bands that are not, in points. */
const GAP = 10;
/** Margin kept where empty paper is cut away at the sides, in points. */
const SIDE_MARGIN = 8;

/** What of a page is shown around marks: their surroundings, and the headers of the tables they stand in. */
export function bandsAround(
  marks: readonly PageMark[],
  pageHeight: number,
  headerOf: (table: string) => HeaderBand | null,
): Band[] {
  const bands = marks.flatMap(({ box, operands }) => {
    const table = operands.map(({ ref }) => /(?:^|#)cell:([^:]*):/.exec(ref)?.[1]).find((id) => id !== undefined);
    const around = table === undefined ? AROUND_TEXT : AROUND_CELL;
    const header = table === undefined ? null : headerOf(table);
    const own = { y0: box.y0 - around, y1: box.y1 + around };
    return header === null || header.y0 > box.y0 ? [own] : [own, { y0: header.y0 - 2, y1: header.y1 + 1 }];
  });
  const merged: Band[] = [];
  for (const { y0, y1 } of bands.toSorted((a, b) => a.y0 - b.y0)) {
    const band = { y0: Math.max(0, y0), y1: Math.min(pageHeight, y1) };
    const last = merged.at(-1);
    if (last === undefined || band.y0 - last.y1 > NEAR) merged.push(band);
    else merged[merged.length - 1] = { y0: last.y0, y1: Math.max(last.y1, band.y1) };
  }
  return merged.filter(({ y0, y1 }) => y1 > y0);
}

/** The bands one below the other, cut to what is printed on them, with boxes around the marked numbers. */
export function cutPicture(page: PageImage, bands: readonly Band[], marks: readonly PageMark[]): Canvas {
  const { scale } = page;
  const pixels = bands.map(({ y0, y1 }) => ({ top: Math.floor(y0 * scale), height: Math.ceil((y1 - y0) * scale) }));
  const gap = Math.round(GAP * scale);
  const height = pixels.reduce((sum, band) => sum + band.height, gap * Math.max(0, bands.length - 1));
  const { left, width } = printedWidth(page, pixels, marks);
  const canvas = createCanvas(Math.max(1, width), Math.max(1, height));
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  let y = 0;
  for (const band of pixels) {
    if (y > 0) y = drawGap(context, y, gap);
    context.save();
    context.beginPath();
    context.rect(0, y, width, band.height);
    context.clip();
    context.drawImage(page.canvas, -left, y - band.top);
    context.translate(-left, y - band.top);
    context.scale(scale, scale);
    for (const mark of marks) drawMark(context, mark);
    context.restore();
    y += band.height;
  }
  return canvas;
}

/** Where something is printed, from left to right; the margins of the page are not shown. */
function printedWidth(
  { canvas, scale }: PageImage,
  bands: readonly { readonly top: number; readonly height: number }[],
  marks: readonly PageMark[],
): { readonly left: number; readonly width: number } {
  let left = Math.min(canvas.width, ...marks.map(({ box }) => Math.floor(box.x0 * scale)));
  let right = Math.max(0, ...marks.map(({ box, tag }) => Math.ceil(Math.max(box.x1, tag.x1) * scale)));
  const context = canvas.getContext('2d');
  for (const { top, height } of bands) {
    const { data } = context.getImageData(0, top, canvas.width, Math.max(1, height));
    const rows = Math.floor(data.length / 4 / canvas.width);
    for (let row = 0; row < rows; row += ROW_STEP) {
      const start = row * canvas.width * 4;
      for (let x = 0; x < left; x++) if (isInk(data, start + x * 4)) left = x;
      for (let x = canvas.width - 1; x > right; x--) if (isInk(data, start + x * 4)) right = x;
    }
  }
  const margin = Math.round(SIDE_MARGIN * scale);
  left = Math.max(0, left - margin);
  return { left, width: Math.min(canvas.width, right + margin) - left };
}

/** No type is lower than this many pixels. */
const ROW_STEP = 3;
/** Darker than what a scan makes of white paper. */
const PAPER = 200;

function isInk(data: Uint8ClampedArray, at: number): boolean {
  return (data[at] ?? PAPER) < PAPER && (data[at + 3] ?? 0) > 0;
}

/** A dotted line where a part of the page is left out. Gives the y below it. */
function drawGap(context: SKRSContext2D, y: number, gap: number): number {
  context.strokeStyle = '#9ca3af';
  context.lineWidth = 2;
  context.setLineDash([4, 6]);
  context.beginPath();
  context.moveTo(0, y + gap / 2);
  context.lineTo(context.canvas.width, y + gap / 2);
  context.stroke();
  context.setLineDash([]);
  return y + gap;
}

const FONT = 'gouji working paper';

function drawMark(context: SKRSContext2D, { box, tag, label, isSuspect }: PageMark): void {
  if (!GlobalFonts.has(FONT)) GlobalFonts.registerFromPath(FONT_FILE, FONT);
  context.strokeStyle = isSuspect ? MARK_COLORS.suspect : MARK_COLORS.other;
  context.fillStyle = context.strokeStyle;
  context.lineWidth = isSuspect ? 1.4 : 1;
  context.strokeRect(box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0);
  context.fillRect(tag.x0, tag.y0, tag.x1 - tag.x0, tag.y1 - tag.y0);
  context.fillStyle = '#ffffff';
  context.font = `${TAG.typeSize}px "${FONT}"`;
  context.textBaseline = 'alphabetic';
  context.fillText(label, tag.x0 + TAG.padding, tag.y1 - (TAG.height - TAG.typeSize * 0.72) / 2);
}
