import { PDFArray, type PDFDict, PDFHexString, PDFName, type PDFPage, type PDFRef, PDFString } from '@cantoo/pdf-lib';
import { type Box, MARK_COLORS, type PageMark, TAG } from '../page-marks.ts';
import { boxInPageSpace, type Matrix } from './page-space.ts';

/** Shown on paper as well as on screens (ISO 32000, annotation flags). */
const PRINTED = 4;

/** Components from 0 to 1. */
export function rgb(color: string): readonly [number, number, number] {
  const part = (at: number) => Math.round((Number.parseInt(color.slice(at, at + 2), 16) / 255) * 1000) / 1000;
  return [part(1), part(3), part(5)];
}

/**
 * A numbered box as an annotation: the contents of the page stay as they are, viewers list what is said of the box, and
 * can hide or delete it. `font` is one that every viewer has.
 */
export function addMark(page: PDFPage, mark: PageMark, about: string, matrix: Matrix, font: PDFRef): void {
  const { context } = page.doc;
  const { box, tag } = mark;
  const edge = mark.isSuspect ? 1.4 : 1;
  const around = boxInPageSpace(matrix, {
    x0: Math.min(box.x0, tag.x0) - edge,
    y0: Math.min(box.y0, tag.y0) - edge,
    x1: Math.max(box.x1, tag.x1) + edge,
    y1: Math.max(box.y1, tag.y1) + edge,
  });
  const rectangle = corners(around);
  const appearance = context.flateStream(drawing(mark, edge, matrix), {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: rectangle,
    Resources: { Font: { F: font } },
  });
  const annotation = context.obj({
    Type: 'Annot',
    Subtype: 'Square',
    Rect: rectangle,
    Contents: PDFHexString.fromText(about),
    T: PDFString.of('gouji'),
    NM: PDFString.of(`gouji ${mark.operands.map((operand) => operand.mark).join(' ')}`),
    C: [...rgb(colorOf(mark))],
    F: PRINTED,
    AP: { N: context.register(appearance) },
  });
  add(page, annotation);
}

/** An area that leads to a part of another page. */
export function addLink(page: PDFPage, area: Box, target: { readonly page: PDFPage; readonly box: Box }): void {
  const { x0, y0, x1, y1 } = target.box;
  const annotation = page.doc.context.obj({
    Type: 'Annot',
    Subtype: 'Link',
    Rect: corners(area),
    Border: [0, 0, 0],
    F: PRINTED,
    Dest: [target.page.ref, PDFName.of('FitR'), x0, y0, x1, y1].map((part) =>
      typeof part === 'number' ? rounded(part) : part,
    ),
  });
  add(page, annotation);
}

/** Puts an annotation on a page and leaves everything else of it alone, as `PDFPageLeaf.addAnnot` does not. */
function add({ node, doc: { context } }: PDFPage, annotation: PDFDict): void {
  const before = node.lookup(PDFName.of('Annots'));
  const earlier = before instanceof PDFArray ? before.asArray() : [];
  node.set(PDFName.of('Annots'), context.obj([...earlier, context.register(annotation)]));
}

function colorOf({ isSuspect }: PageMark): string {
  return isSuspect ? MARK_COLORS.suspect : MARK_COLORS.other;
}

/** Drawn in points of the page as displayed, which the matrix lays onto the page. */
function drawing(mark: PageMark, edge: number, matrix: Matrix): string {
  const { box, tag, label } = mark;
  const color = rgb(colorOf(mark)).join(' ');
  const baseline = tag.y1 - (TAG.height - TAG.typeSize * 0.72) / 2;
  return [
    'q',
    `${matrix.map(rounded).join(' ')} cm`,
    `${color} RG ${color} rg ${edge} w`,
    `${rectangleOf(box)} re S`,
    `${rectangleOf(tag)} re f`,
    '1 1 1 rg',
    `BT /F ${TAG.typeSize} Tf 1 0 0 -1 ${rounded(tag.x0 + TAG.padding)} ${rounded(baseline)} Tm (${label}) Tj ET`,
    'Q',
  ].join('\n');
}

function rectangleOf({ x0, y0, x1, y1 }: Box): string {
  return [x0, y0, x1 - x0, y1 - y0].map(rounded).join(' ');
}

function corners({ x0, y0, x1, y1 }: Box): number[] {
  return [x0, y0, x1, y1].map(rounded);
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
