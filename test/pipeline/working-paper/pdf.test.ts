import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { MESSAGES } from '../../../pipeline/cli/messages/index.ts';
import { crossReferenceKind } from '../../../pipeline/working-paper/pdf/cross-reference.ts';
import { workingPaperPdf } from '../../../pipeline/working-paper/pdf/index.ts';
import { type MadeOperand, madePaper } from './made-paper.ts';

const { zh } = MESSAGES;
const OPERANDS: readonly MadeOperand[] = [
  { value: '1.00', place: { page: 1, bbox: [100, 100, 140, 112] } },
  { value: '4.00', place: { page: 1, bbox: [200, 100, 240, 112] } },
];

async function original(change: (document: PDFDocument) => void = () => undefined): Promise<PDFDocument> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.addPage([595, 842]).drawText('1.00   4.00', { x: 100, y: 732, size: 12 });
  change(document);
  return document;
}

async function opened(bytes: Uint8Array) {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  return { document: await task.promise, close: () => task.destroy() };
}

async function textOf(document: Awaited<ReturnType<typeof opened>>['document'], page: number): Promise<string> {
  const { items } = await (await document.getPage(page)).getTextContent();
  return items.map((item) => ('str' in item ? item.str : '')).join('');
}

test.each([true, false])(
  'the update continues the kind of cross-reference of the original (stream: %s)',
  async (useObjectStreams) => {
    const bytes = await (await original()).save({ useObjectStreams });
    const made = await workingPaperPdf(madePaper(OPERANDS), { bytes }, zh);
    expect(crossReferenceKind(bytes)).toBe(useObjectStreams ? 'stream' : 'table');
    expect(crossReferenceKind(made)).toBe(crossReferenceKind(bytes));
    expect(Buffer.from(made.subarray(0, bytes.length)).equals(bytes)).toBe(true);
    const { document, close } = await opened(made);
    expect(document.numPages).toBe(2);
    expect(await textOf(document, 2)).toContain('4.00');
    await close();
  },
);

test('a box carries its marks, names and values; the suspect is red and the others are blue', async () => {
  const bytes = await (await original()).save();
  const { document, close } = await opened(await workingPaperPdf(madePaper(OPERANDS), { bytes }, zh));
  const boxes = (await (await document.getPage(2)).getAnnotations()).filter(({ subtype }) => subtype === 'Square');
  expect(boxes.map(({ contentsObj }) => contentsObj.str.split('\n')[0])).toEqual([
    '1.1 支出 1.00万元',
    '1.2 支出 4.00万元 (疑误)',
  ]);
  expect(boxes.map(({ color }) => [...color].indexOf(Math.max(...color)))).toEqual([2, 0]);
  await close();
});

test('every operand of the index leads to its box, and the box back to the index', async () => {
  const bytes = await (await original()).save();
  const { document, close } = await opened(await workingPaperPdf(madePaper(OPERANDS), { bytes }, zh));
  const links = async (page: number) =>
    (await (await document.getPage(page)).getAnnotations()).filter(({ subtype }) => subtype === 'Link');
  const target = async (dest: unknown[]) => (await document.getPageIndex(dest[0] as { num: number; gen: number })) + 1;
  const forth = await links(1);
  expect(await Promise.all(forth.map(({ dest }) => target(dest)))).toEqual([2, 2]);
  const back = await links(2);
  expect(await Promise.all(back.map(({ dest }) => target(dest)))).toEqual([1, 1]);
  await close();
});

test('pages that their tree turns and cuts keep their turn, and the index stands upright', async () => {
  const bytes = await (
    await original((document) => {
      const tree = document.catalog.Pages();
      tree.set(PDFName.of('Rotate'), document.context.obj(90));
      tree.set(PDFName.of('CropBox'), document.context.obj([10, 10, 300, 400]));
    })
  ).save();
  const { document, close } = await opened(await workingPaperPdf(madePaper(OPERANDS), { bytes }, zh));
  const size = async (page: number) => {
    const { width, height } = (await document.getPage(page)).getViewport({ scale: 1 });
    return [Math.round(width), Math.round(height)];
  };
  expect(await size(1)).toEqual([595, 842]);
  expect(await size(2)).toEqual([390, 290]);
  await close();
});

test('annotations and page labels of the original stay', async () => {
  const bytes = await (
    await original((document) => {
      const { context } = document;
      const note = context.register(context.obj({ Type: 'Annot', Subtype: 'Text', Rect: [1, 1, 9, 9] }));
      const list = context.register(context.obj([note]));
      document.getPage(0).node.set(PDFName.of('Annots'), list);
      document.catalog.set(PDFName.of('PageLabels'), context.obj({ Nums: [0, { S: 'D', St: 7 }] }));
    })
  ).save();
  const { document, close } = await opened(await workingPaperPdf(madePaper(OPERANDS), { bytes }, zh));
  const kinds = (await (await document.getPage(2)).getAnnotations()).map(({ subtype }) => subtype);
  expect(kinds.filter((kind) => kind !== 'Popup').toSorted()).toEqual(['Link', 'Link', 'Square', 'Square', 'Text']);
  expect(await document.getPageLabels()).toEqual(['i', '7']);
  await close();
});

test('the streams of a page are not written anew', async () => {
  const bytes = await (await original()).save({ useObjectStreams: false });
  const made = await workingPaperPdf(madePaper(OPERANDS), { bytes }, zh);
  const contents = async (pdf: Uint8Array, page: number) =>
    (await PDFDocument.load(pdf, { updateMetadata: false })).getPage(page).node.get(PDFName.of('Contents'))?.toString();
  expect(await contents(made, 1)).toBe(await contents(bytes, 0));
});

test('an encrypted original is not touched: the index alone says so and names the way out', async () => {
  const document = await original();
  document.encrypt({ ownerPassword: 'owner', userPassword: '' });
  const bytes = await document.save();
  const made = await opened(await workingPaperPdf(madePaper(OPERANDS), { bytes }, zh));
  expect(made.document.numPages).toBe(1);
  expect(await textOf(made.document, 1)).toContain('原件已加密');
  await made.close();
});

test('where the cross-reference is not where the file says, the original is written anew', async () => {
  const whole = Buffer.from(await (await original()).save({ useObjectStreams: false }));
  const bytes = Buffer.from(whole.toString('latin1').replace(/startxref\n\d+/, 'startxref\n99999'), 'latin1');
  expect(crossReferenceKind(bytes)).toBe('damaged');
  const { document, close } = await opened(await workingPaperPdf(madePaper(OPERANDS), { bytes }, zh));
  expect(document.numPages).toBe(2);
  expect(await textOf(document, 2)).toContain('4.00');
  await close();
});

test('what is no PDF any more gets the index alone', async () => {
  const bytes = Buffer.from('%PDF-1.7\nnothing');
  const { document, close } = await opened(await workingPaperPdf(madePaper(OPERANDS), { bytes }, zh));
  expect(document.numPages).toBe(1);
  expect(await textOf(document, 1)).toContain('原件结构有损坏');
  await close();
});

test('nothing runs when the paper is opened, and it opens with its index', async () => {
  const bytes = await (
    await original((document) => {
      document.catalog.set(PDFName.of('OpenAction'), document.context.obj({ S: 'JavaScript', JS: 'app.alert(1)' }));
    })
  ).save();
  const made = await PDFDocument.load(await workingPaperPdf(madePaper(OPERANDS), { bytes }, zh), {
    updateMetadata: false,
  });
  const action = made.catalog.lookup(PDFName.of('OpenAction'));
  expect(action).not.toBeInstanceOf(PDFDict);
});

test('a long list of findings goes over as many pages as it needs', async () => {
  const bytes = await (await original()).save();
  const paper = madePaper(OPERANDS);
  const entries = Array.from({ length: 60 }, () => paper.entries[0]).filter((entry) => entry !== undefined);
  const { document, close } = await opened(await workingPaperPdf({ ...paper, entries }, { bytes }, zh));
  expect(document.numPages).toBeGreaterThan(4);
  expect((await document.getPageLabels())?.at(-1)).toBe('1');
  await close();
});
