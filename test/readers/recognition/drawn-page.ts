import { createCanvas } from '@napi-rs/canvas';
import PDFDocument from 'pdfkit';
import { type Bitmap, fromRgba } from '../../../extractors/readers/recognition/bitmap.ts';

/** Pages as a scanner gives them: pictures only. Bars stand for lines of text, a block at the top left says which way is up. */

export interface DrawnPage {
  readonly lines?: number;
  /** Degrees clockwise by which the sheet lies askew. */
  readonly skew?: number;
  readonly turn?: 0 | 90 | 180 | 270;
  readonly seal?: boolean;
  /** Ruling lines of a table with this many rows and columns. */
  readonly grid?: { readonly rows: number; readonly columns: number };
}

const WIDTH = 620;
const HEIGHT = 877;

export function drawnPage({ lines = 0, skew = 0, turn = 0, seal = false, grid }: DrawnPage) {
  const sideways = turn === 90 || turn === 270;
  const canvas = createCanvas(sideways ? HEIGHT : WIDTH, sideways ? WIDTH : HEIGHT);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate(((turn + skew) * Math.PI) / 180);
  context.translate(-WIDTH / 2, -HEIGHT / 2);
  context.fillStyle = '#000';
  if (lines > 0) context.fillRect(60, 60, 60, 20);
  for (let line = 0; line < lines; line += 1)
    for (let word = 0; word < 12; word += 1) context.fillRect(60 + word * 40, 120 + line * 22, 28, 10);
  if (grid !== undefined) {
    for (let row = 0; row <= grid.rows; row += 1) context.fillRect(60, 600 + row * 30, 400, 2);
    for (let column = 0; column <= grid.columns; column += 1)
      context.fillRect(60 + (column * 400) / grid.columns, 600, 2, grid.rows * 30);
  }
  if (seal) {
    context.fillStyle = 'rgb(226, 38, 44)';
    context.beginPath();
    context.arc(400, 700, 60, 0, 2 * Math.PI);
    context.fill();
  }
  return canvas;
}

export function bitmapOf(page: DrawnPage): Bitmap {
  const canvas = drawnPage(page);
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  return fromRgba(data, canvas.width, canvas.height);
}

export function imageOf(page: DrawnPage): Uint8Array {
  return new Uint8Array(drawnPage(page).toBuffer('image/png'));
}

/** A PDF in which each page is one picture. */
export async function scanOf(pages: readonly DrawnPage[]): Promise<Uint8Array> {
  const pdf = new PDFDocument({ autoFirstPage: false, margin: 0 });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const written = new Promise((resolve) => pdf.on('end', resolve));
  for (const page of pages) {
    const sideways = page.turn === 90 || page.turn === 270;
    const size: [number, number] = sideways ? [842, 595] : [595, 842];
    pdf.addPage({ size, margin: 0 });
    pdf.image(Buffer.from(imageOf(page)), 0, 0, { width: size[0], height: size[1] });
  }
  pdf.end();
  await written;
  return new Uint8Array(Buffer.concat(chunks));
}
