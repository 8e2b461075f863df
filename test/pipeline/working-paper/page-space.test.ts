import { degrees, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { boxInPageSpace, displayedSize, toPageSpace } from '../../../pipeline/working-paper/pdf/page-space.ts';
import { pageView } from '../../../pipeline/working-paper/pdf/page-view.ts';

interface MadePage {
  readonly media: readonly [number, number, number, number];
  readonly crop?: readonly [number, number, number, number];
  readonly rotate?: number;
  readonly userUnit?: number;
}

async function made({ media, crop, rotate = 0, userUnit }: MadePage): Promise<PDFDocument> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const page = document.addPage();
  page.node.set(PDFName.of('MediaBox'), document.context.obj([...media]));
  if (crop !== undefined) page.node.set(PDFName.of('CropBox'), document.context.obj([...crop]));
  if (userUnit !== undefined) page.node.set(PDFName.of('UserUnit'), document.context.obj(userUnit));
  page.setRotation(degrees(rotate));
  return document;
}

/** What pdf.js, which gives the places of numbers, makes of the same page. */
async function asDisplayed(document: PDFDocument) {
  const task = getDocument({ data: await document.save(), verbosity: 0 });
  const page = await (await task.promise).getPage(1);
  return { viewport: page.getViewport({ scale: 1 }), close: () => task.destroy() };
}

const PAGES: readonly (readonly [string, MadePage])[] = [
  ['upright', { media: [0, 0, 595, 842] }],
  ['a crop box away from the corner', { media: [0, 0, 595, 842], crop: [20, 30, 500, 800] }],
  ['a crop box that reaches beyond the media box', { media: [0, 0, 595, 842], crop: [-10, 30, 700, 800] }],
  ['a media box that does not begin at zero', { media: [-100, 50, 495, 892] }],
  ['turned by 90°', { media: [0, 0, 595, 842], rotate: 90 }],
  ['turned by 180° within a crop box', { media: [0, 0, 595, 842], crop: [20, 30, 500, 800], rotate: 180 }],
  ['turned by −90°', { media: [0, 0, 595, 842], crop: [20, 30, 500, 800], rotate: -90 }],
  ['in units of 1/36 inch', { media: [0, 0, 300, 400], userUnit: 2, rotate: 270 }],
];

test.each(PAGES)('a displayed point is where pdf.js has it: %s', async (_, page) => {
  const document = await made(page);
  const [first] = document.getPages();
  if (first === undefined) throw new Error('expected a page');
  const view = pageView(first);
  const [a, b, c, d, e, f] = toPageSpace(view);
  const { viewport, close } = await asDisplayed(document);
  expect(displayedSize(view)).toEqual({ width: viewport.width, height: viewport.height });
  for (const [x, y] of [
    [0, 0],
    [120, 33],
    [viewport.width, viewport.height],
  ] as const) {
    const [theirX, theirY] = viewport.convertToPdfPoint(x, y);
    expect([a * x + c * y + e, b * x + d * y + f]).toEqual([expect.closeTo(theirX, 6), expect.closeTo(theirY, 6)]);
  }
  await close();
});

test('a box stays a box of the same size whatever the turn', () => {
  const rotation = fc.constantFrom<(0 | 90 | 180 | 270)[]>(0, 90, 180, 270);
  const length = fc.integer({ min: 1, max: 200 });
  fc.assert(
    fc.property(rotation, length, length, length, length, (turn, x, y, width, height) => {
      const matrix = toPageSpace({ x0: 3, y0: 5, x1: 600, y1: 800, rotation: turn, userUnit: 1 });
      const box = boxInPageSpace(matrix, { x0: x, y0: y, x1: x + width, y1: y + height });
      const sides = [box.x1 - box.x0, box.y1 - box.y0];
      expect(turn % 180 === 0 ? sides : sides.toReversed()).toEqual([width, height]);
    }),
  );
});
