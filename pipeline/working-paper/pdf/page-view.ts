import { PDFArray, PDFName, PDFNumber, type PDFPage } from '@cantoo/pdf-lib';
import type { PageView } from './page-space.ts';

const LETTER = [0, 0, 612, 792] as const;

/**
 * What viewers show of a page: the crop box within the media box, turned by multiples of 90°. Boxes and turns that make no
 * sense are passed over, as viewers do.
 */
export function pageView(page: PDFPage): PageView {
  const media = boxOf(page, 'MediaBox') ?? LETTER;
  const crop = boxOf(page, 'CropBox') ?? media;
  const [x0, y0] = [Math.max(media[0], crop[0]), Math.max(media[1], crop[1])];
  const [x1, y1] = [Math.min(media[2], crop[2]), Math.min(media[3], crop[3])];
  const [left, bottom, right, top] = x1 > x0 && y1 > y0 ? [x0, y0, x1, y1] : media;
  const unit = numberOf(page.node.lookup(PDFName.of('UserUnit')));
  return {
    x0: left,
    y0: bottom,
    x1: right,
    y1: top,
    rotation: rotationOf(numberOf(page.node.getInheritableAttribute(PDFName.of('Rotate'))) ?? 0),
    userUnit: unit !== null && unit > 0 ? unit : 1,
  };

  function numberOf(value: unknown): number | null {
    const resolved = page.doc.context.lookup(value as PDFNumber);
    return resolved instanceof PDFNumber ? resolved.asNumber() : null;
  }
}

function boxOf(page: PDFPage, name: string): readonly [number, number, number, number] | null {
  const { context } = page.doc;
  const value = context.lookup(page.node.getInheritableAttribute(PDFName.of(name)));
  if (!(value instanceof PDFArray) || value.size() !== 4) return null;
  const numbers = value.asArray().map((item) => context.lookup(item));
  const [a, b, c, d] = numbers.map((item) => (item instanceof PDFNumber ? item.asNumber() : Number.NaN));
  if (a === undefined || b === undefined || c === undefined || d === undefined) return null;
  const box = [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)] as const;
  return box[2] > box[0] && box[3] > box[1] ? box : null;
}

function rotationOf(degrees: number): PageView['rotation'] {
  const turn = ((degrees % 360) + 360) % 360;
  return turn === 90 || turn === 180 || turn === 270 ? turn : 0;
}
