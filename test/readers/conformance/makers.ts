import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';
import type { DocumentSpec, SpecBlock, SpecCell } from './spec.ts';

/** The disclosure of the conformance suite, written in each medium as people write it. */

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

export function asHtml({ blocks }: DocumentSpec): Uint8Array {
  const body = blocks.map((block) => {
    if (block.kind === 'heading') return `<p><strong>${block.text}</strong></p>`;
    if (block.kind === 'paragraph') return `<p><span>${block.text}</span></p>`;
    const rows = block.rows.map((row) => `<tr>${row.map(htmlCell).join('')}</tr>`);
    return `<table border="1">${rows.join('')}</table>`;
  });
  return encode(
    `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body><div>${body.join('\n')}</div></body></html>`,
  );
}

function htmlCell({ text, columns = 1, rows = 1 }: SpecCell): string {
  return `<td colspan="${columns}" rowspan="${rows}"><p>${text}</p></td>`;
}

export function asText({ blocks }: DocumentSpec): Uint8Array {
  return encode(blocks.map((block) => (block.kind === 'table' ? lines(block, tabRow) : block.text)).join('\r\n\r\n'));
}

export function asMarkdown({ blocks }: DocumentSpec): Uint8Array {
  const parts = blocks.map((block) => {
    if (block.kind === 'heading') return `## ${block.text}`;
    return block.kind === 'table' ? lines(block, pipeRow) : block.text;
  });
  return encode(parts.join('\n\n'));
}

function lines(table: SpecBlock & { kind: 'table' }, write: (row: readonly SpecCell[], r: number) => string): string {
  return table.rows.map(write).join('\n');
}

/** A merged cell leaves its other positions blank, as a spreadsheet's clipboard does. */
function tabRow(row: readonly SpecCell[]): string {
  return row.map(({ text, columns = 1 }) => text + '\t'.repeat(columns - 1)).join('\t');
}

function pipeRow(row: readonly SpecCell[], r: number): string {
  const line = `| ${row.map(({ text }) => text).join(' | ')} |`;
  return r === 0 ? `${line}\n|${'---|'.repeat(row.length)}` : line;
}

const FONT = fileURLToPath(import.meta.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'));
const LEFT = 72;
const COLUMN = 90;
const ROW = 20;

/** One page, ruled tables. */
export async function asPdf({ blocks }: DocumentSpec): Promise<Uint8Array> {
  const pdf = new PDFDocument({ size: 'A4', margin: LEFT, info: { CreationDate: new Date(0) } });
  const chunks: Uint8Array[] = [];
  pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => pdf.on('end', () => resolve()));
  pdf.registerFont('body', FONT).font('body');
  for (const block of blocks) {
    if (block.kind === 'table') drawTable(pdf, block.rows);
    else pdf.fontSize(block.kind === 'heading' ? 14 : 11).text(block.text, LEFT, pdf.y, { lineGap: 4 });
    pdf.moveDown(0.8);
  }
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}

function drawTable(pdf: InstanceType<typeof PDFDocument>, rows: readonly (readonly SpecCell[])[]): void {
  const top = pdf.y;
  for (const [r, row] of rows.entries()) {
    let x = LEFT;
    for (const { text, columns = 1 } of row) {
      const y = top + r * ROW;
      pdf.rect(x, y, columns * COLUMN, ROW).stroke();
      pdf.fontSize(8).text(text, x + 2, y + 4, { width: columns * COLUMN - 4, lineBreak: false });
      x += columns * COLUMN;
    }
  }
  pdf.x = LEFT;
  pdf.y = top + rows.length * ROW;
}
