import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';
import type { SampleBlock, SampleDocument, SampleTable } from './document.ts';
import { layGrid, type PlacedCell } from './grid.ts';

const FONT = fileURLToPath(import.meta.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'));
const A4 = [595.28, 841.89] as const;
const MARGIN = 64;
const BODY = 11;
const CELL = 8;
const PADDING = 3;

type Pdf = InstanceType<typeof PDFDocument>;

/** A born-digital PDF with ruled tables, page numbers and an embedded subset font; the same bytes for the same sample. */
export async function renderPdf(document: SampleDocument): Promise<Uint8Array> {
  const pdf = new PDFDocument({
    size: [...A4],
    margin: MARGIN,
    bufferPages: true,
    info: {
      Title: document.title,
      Author: document.issuer,
      CreationDate: new Date(`${document.publishedOn}T00:00:00Z`),
    },
  });
  const chunks: Uint8Array[] = [];
  pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => pdf.on('end', () => resolve()));
  pdf.registerFont('body', FONT).font('body');
  cover(pdf, document);
  let landscape = false;
  for (const block of document.blocks) landscape = drawBlock(pdf, block, landscape);
  numberPages(pdf);
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}

function cover(pdf: Pdf, document: SampleDocument): void {
  pdf.fontSize(22).text(document.title, MARGIN, 260, { align: 'center', width: A4[0] - 2 * MARGIN });
  pdf.addPage();
}

function drawBlock(pdf: Pdf, block: SampleBlock, landscape: boolean): boolean {
  if (block.kind === 'table') {
    pdf.addPage({ size: block.landscape ? [A4[1], A4[0]] : [...A4], margin: MARGIN });
    drawTable(pdf, block);
    return true;
  }
  if (landscape) pdf.addPage({ size: [...A4], margin: MARGIN });
  if (block.kind === 'heading') {
    pdf
      .moveDown(0.6)
      .fontSize(BODY + (4 - block.level) * 1.5)
      .text(block.text, MARGIN, pdf.y);
    pdf.moveDown(0.3);
  } else {
    pdf
      .fontSize(BODY)
      .text(block.text, MARGIN, pdf.y, { indent: 2 * BODY, lineGap: 5, width: pdf.page.width - 2 * MARGIN });
  }
  return false;
}

function drawTable(pdf: Pdf, table: SampleTable): void {
  const width = pdf.page.width - 2 * MARGIN;
  pdf.fontSize(14).text(table.title, MARGIN, MARGIN, { align: 'center', width });
  pdf.fontSize(9);
  const line = pdf.y + 4;
  if (table.mark !== '') pdf.text(table.mark, MARGIN, line, { lineBreak: false });
  if (table.unit !== '') pdf.text(`单位：${table.unit}`, MARGIN, line, { width, align: 'right' });
  let top = line + 16;
  const drawBatch = (cells: readonly PlacedCell[]): void => {
    for (const cell of cells) drawCell(pdf, cell, top);
  };
  const measure = (text: string, cellWidth: number): number =>
    pdf.fontSize(CELL).heightOfString(text, { width: cellWidth - 2 * PADDING }) + 2 * PADDING;
  const grid = layGrid(table, width, measure);
  let start = 0;
  const bottom = pdf.page.height - MARGIN - 10;
  for (const band of grid.bands) {
    if (top + band.bottom - start > bottom) {
      pdf.addPage({ size: [pdf.page.width, pdf.page.height], margin: MARGIN });
      top = MARGIN;
      start = band.top;
      const header = grid.header;
      drawBatch(header.cells);
      top += header.height;
    }
    drawBatch(band.cells.map((cell) => ({ ...cell, y: cell.y - start })));
  }
  const lastBand = grid.bands.at(-1);
  let noteTop = top + (lastBand ? lastBand.bottom - start : 0) + 6;
  for (const note of table.notes) {
    pdf.fontSize(9).text(note, MARGIN, noteTop, { width });
    noteTop = pdf.y;
  }
}

function drawCell(pdf: Pdf, cell: PlacedCell, top: number): void {
  const x = MARGIN + cell.x;
  const y = top + cell.y;
  pdf.lineWidth(0.5).rect(x, y, cell.width, cell.height).stroke();
  if (cell.text === '') return;
  pdf.fontSize(CELL);
  const options = { width: cell.width - 2 * PADDING, align: cell.align, lineBreak: true } as const;
  const height = pdf.heightOfString(cell.text, options);
  pdf.text(cell.text, x + PADDING, y + (cell.height - height) / 2, options);
}

function numberPages(pdf: Pdf): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start + 1; page < start + count; page++) {
    pdf.switchToPage(page);
    pdf.page.margins.bottom = 0;
    pdf
      .fontSize(9)
      .text(`— ${page} —`, 0, pdf.page.height - 40, { width: pdf.page.width, align: 'center', lineBreak: false });
  }
}
