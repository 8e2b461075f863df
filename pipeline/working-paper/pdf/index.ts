import fontkit from '@cantoo/fontkit';
import {
  rgb as color,
  degrees,
  ParseSpeeds,
  PDFDocument,
  type PDFFont,
  PDFName,
  type PDFPage,
  PDFRef,
  StandardFonts,
} from '@cantoo/pdf-lib';
import type { Messages } from '../../cli/messages/index.ts';
import type { WorkingPaper } from '../model.ts';
import { type Box, documentOf, type PageMark, pageMarks } from '../page-marks.ts';
import { printedValue } from '../words.ts';
import { addLink, addMark, rgb } from './annotations.ts';
import { type CrossReferenceKind, crossReferenceKind } from './cross-reference.ts';
import { indexPages } from './index-pages.ts';
import { A4, type IndexPage } from './page-flow.ts';
import { labelPages } from './page-labels.ts';
import { boxInPageSpace, displayedSize, toPageSpace } from './page-space.ts';
import { pageView } from './page-view.ts';
import { openTypesetting } from './typesetting.ts';

/** Why the pages of an original are not marked. */
export type NoOriginal = keyof Messages['workingPaper']['withoutOriginal'];

/** The bytes of an original that is a PDF, or why there are none. */
export type Original = { readonly bytes: Uint8Array } | { readonly missing: NoOriginal };

/**
 * The paper as a PDF: an index, then the original with numbered boxes on the operands. The bytes of the original stand at
 * the beginning of the file as they are, and what is added after them as an update, so that signatures can still be
 * checked; only where its cross-reference table is damaged is it written anew. Without an original there is the index alone.
 */
export async function workingPaperPdf(
  paper: WorkingPaper,
  original: Original,
  messages: Messages,
): Promise<Uint8Array> {
  if ('missing' in original) return indexOnly(paper, original.missing, messages);
  const opened = await open(original.bytes, paper.document.pages);
  return 'missing' in opened ? indexOnly(paper, opened.missing, messages) : markedOriginal(paper, opened, messages);
}

interface Opened {
  readonly document: PDFDocument;
  readonly bytes: Uint8Array;
  readonly kind: CrossReferenceKind;
}

async function open(bytes: Uint8Array, pages: number | null): Promise<Opened | { readonly missing: NoOriginal }> {
  const options = { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest, ignoreEncryption: true };
  try {
    const document = await PDFDocument.load(bytes, options);
    if (document.isEncrypted) return { missing: 'encrypted' };
    if (document.getPageCount() !== pages) return { missing: 'damaged' };
    return { document, bytes, kind: crossReferenceKind(bytes) };
  } catch {
    return { missing: 'damaged' };
  }
}

async function indexOnly(paper: WorkingPaper, why: NoOriginal, messages: Messages): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const note = messages.workingPaper.withoutOriginal[why];
  await addIndex(document, paper, note, new Map(), messages);
  return document.save({ useObjectStreams: false });
}

async function markedOriginal(paper: WorkingPaper, opened: Opened, messages: Messages): Promise<Uint8Array> {
  const { document } = opened;
  const originalPages = document.getPages();
  const before = document.takeSnapshot();
  const own = paper.entries.flatMap(({ operands }) =>
    operands.filter((operand) => documentOf(operand, paper.document.sha256) === paper.document.sha256),
  );
  const marks = pageMarks(own).filter(({ page }) => page <= originalPages.length);
  const targets = new Map<string, Target>();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const mark of marks) {
    const page = originalPages[mark.page - 1];
    if (page === undefined) continue;
    const view = pageView(page);
    const matrix = toPageSpace(view);
    addMark(page, mark, aboutMark(mark, paper, messages), matrix, font.ref);
    const target = { page, box: boxInPageSpace(matrix, surroundings(mark, displayedSize(view))) };
    for (const { mark: name } of mark.operands) if (!targets.has(name)) targets.set(name, target);
  }
  const index = await addIndex(document, paper, null, targets, messages);
  for (const mark of marks) {
    const page = originalPages[mark.page - 1];
    const entry = mark.operands[0]?.mark.split('.')[0] ?? '';
    const back = index.get(entry);
    if (page !== undefined && back !== undefined)
      addLink(page, boxInPageSpace(toPageSpace(pageView(page)), mark.tag), back);
  }
  labelPages(document, document.getPageCount() - originalPages.length);
  const [first] = document.getPages();
  // The paper opens with its index, wherever the original opened.
  if (first !== undefined)
    document.catalog.set(PDFName.of('OpenAction'), document.context.obj([first.ref, PDFName.of('Fit')]));
  if (opened.kind === 'damaged')
    return document.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false });
  const marked = originalPages.filter((_, index) => marks.some(({ page }) => page === index + 1));
  before.markRefsForSave(changedRefs(document, marked));
  const update = await document.saveIncremental(before, { useObjectStreams: opened.kind === 'stream' });
  return Buffer.concat([opened.bytes, update]);
}

/** What of the original is written anew: the catalogue, the root of its pages, and pages with boxes. */
function changedRefs({ catalog, context }: PDFDocument, marked: readonly PDFPage[]): PDFRef[] {
  const root = catalog.get(PDFName.of('Pages'));
  const refs = [context.trailerInfo.Root, root, catalog.Pages().get(PDFName.of('Kids'))];
  return [...refs.filter((ref) => ref instanceof PDFRef), ...marked.map(({ ref }) => ref)];
}

interface Target {
  readonly page: PDFPage;
  readonly box: Box;
}

/** What is seen after following a link: the width of the page, the box in its middle. */
function surroundings({ box }: PageMark, { width, height }: { readonly width: number; readonly height: number }): Box {
  const half = Math.min(height, width) / 2;
  const middle = Math.min(Math.max((box.y0 + box.y1) / 2, half), height - half);
  return { x0: 0, y0: middle - half, x1: width, y1: middle + half };
}

/** What a viewer tells of a box: its marks with names and values, then what the findings say. */
function aboutMark({ operands }: PageMark, { entries }: WorkingPaper, messages: Messages): string {
  const lines = operands.map((operand) => {
    const suspect = operand.isSuspect ? ` (${messages.workingPaper.suspect})` : '';
    return `${operand.mark} ${operand.label} ${printedValue(operand)}${suspect}`;
  });
  const numbers = new Set(operands.map(({ mark }) => Number(mark.split('.')[0])));
  const findings = entries
    .filter(({ number }) => numbers.has(number))
    .map(({ number, finding }) => `${number}. ${finding.message}`);
  return [...lines, ...findings].join('\n');
}

/** Puts the index before all pages; gives where each finding stands in it, by its number. */
async function addIndex(
  document: PDFDocument,
  paper: WorkingPaper,
  note: string | null,
  targets: ReadonlyMap<string, Target>,
  messages: Messages,
): Promise<ReadonlyMap<string, Target>> {
  const type = openTypesetting();
  document.registerFontkit(fontkit);
  const font = await document.embedFont(type.font, { subset: true, customName: 'GOUJIA+NotoSansSC-Regular' });
  const anchors = new Map<string, Target>();
  indexPages(paper, note, type, messages).forEach((content, number) => {
    const page = emptyPage(document, number);
    drawIndexPage(page, content, font);
    for (const { x0, y0, x1, y1, to } of content.links) {
      const target = targets.get(to.replace(/^mark /, ''));
      if (target !== undefined) addLink(page, { x0, y0: A4.height - y1, x1, y1: A4.height - y0 }, target);
    }
    for (const { name } of content.anchors) {
      anchors.set(name.replace(/^entry /, ''), { page, box: { x0: 0, y0: 0, x1: A4.width, y1: A4.height } });
    }
  });
  return anchors;
}

/** An upright A4 page; the pages of the original may all be turned or cut by what stands above them in the page tree. */
function emptyPage(document: PDFDocument, number: number): PDFPage {
  const page = document.insertPage(number, [A4.width, A4.height]);
  page.setCropBox(0, 0, A4.width, A4.height);
  page.setRotation(degrees(0));
  return page;
}

function drawIndexPage(page: PDFPage, { texts, rules }: IndexPage, font: PDFFont): void {
  for (const { x0, x1, y } of rules) {
    const height = A4.height - y;
    page.drawLine({
      start: { x: x0, y: height },
      end: { x: x1, y: height },
      thickness: 0.6,
      color: color(0.6, 0.62, 0.65),
    });
  }
  for (const { text, x, y, size, color: ink } of texts) {
    page.drawText(text, { x, y: A4.height - y, size, font, color: color(...rgb(ink)) });
  }
}
