import { minimalPdf } from '../minimal-pdf.ts';

/** One form, drawn in the many ways in which office programs draw the same table. */
export interface FormCell {
  readonly text: string;
  readonly cs?: number;
  readonly rs?: number;
}

/** Rows of cells; `null` is a position that a merged cell covers. */
export type FormRow = readonly (FormCell | null)[];

export interface Form {
  readonly title: string;
  readonly unitLine: string;
  readonly xs: readonly number[];
  readonly headerRows: number;
  readonly rows: readonly FormRow[];
}

/** A line of the drawing, along one axis, in points from the top left. */
export interface Edge {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export interface Manner {
  /** Which of the form's edges are drawn: all of them unless told otherwise. */
  readonly edges?: (edges: readonly Edge[], part: DrawnPart) => readonly Edge[];
  /** Operators that draw one edge. */
  readonly line?: (edge: Edge) => string;
  /** Operators that show one text whose baseline begins at a point. */
  readonly show?: (content: string, x: number, y: number, size: number) => string;
  /** Rows that begin a new page. */
  readonly breaks?: readonly number[];
  readonly repeatsHeader?: boolean;
  readonly continuedLine?: string;
  /** Operators around all of a page's, entries of its dictionary and its box. */
  readonly transform?: string;
  readonly entries?: string;
  readonly mediaBox?: string;
}

export interface DrawnPart {
  readonly top: number;
  readonly headerBottom: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

const PAGE_HEIGHT = 800;
const LINE = 12;
const SIZE = 10;
const PADDING = 4;

export function drawForm(form: Form, manner: Manner = {}): Uint8Array {
  const breaks = [...(manner.breaks ?? []), form.rows.length];
  const header = form.rows.slice(0, form.headerRows);
  let from = 0;
  const pages = breaks.map((to, index) => {
    const again = index > 0 && manner.repeatsHeader === true;
    const rows = [...(again ? header : []), ...form.rows.slice(from, to)];
    from = to;
    const above = index === 0 ? [form.title, form.unitLine] : manner.continuedLine ? [manner.continuedLine] : [];
    const content = drawPage(form, rows, above, index === 0 || again, manner);
    return {
      content: `q ${manner.transform ?? ''}\n${content}Q`,
      ...(manner.entries ? { entries: manner.entries } : {}),
      ...(manner.mediaBox ? { mediaBox: manner.mediaBox } : {}),
    };
  });
  return minimalPdf(pages);
}

function drawPage(
  form: Form,
  rows: readonly FormRow[],
  above: readonly string[],
  headed: boolean,
  manner: Manner,
): string {
  const show = manner.show ?? showAtOnce;
  const line = manner.line ?? stroke;
  const [left, right] = [form.xs[0] ?? 0, form.xs.at(-1) ?? 0];
  const parts: string[] = above.map((text, index) => {
    const x = text === form.unitLine ? right - widthOf(text, SIZE) : (left + right - widthOf(text, 14)) / 2;
    return show(text, x, 60 + index * 24, text === form.unitLine ? SIZE : 14);
  });
  const top = above.length === 0 ? 50 : 74 + (above.length - 1) * 24;
  const ys = [top];
  for (const row of rows) ys.push((ys.at(-1) ?? 0) + heightOf(form, row));
  const bottom = ys.at(-1) ?? 0;
  const headerBottom = headed ? (ys[form.headerRows] ?? bottom) : top;
  const edges = edgesOf(form.xs, ys, rows);
  const drawn = manner.edges ? manner.edges(edges, { top, headerBottom, bottom, left, right }) : edges;
  parts.push(...drawn.map(line));
  rows.forEach((row, r) => {
    row.forEach((cell, c) => {
      if (!cell || cell.text === '') return;
      const x0 = form.xs[c] ?? 0;
      const x1 = form.xs[c + (cell.cs ?? 1)] ?? 0;
      const y0 = ys[r] ?? 0;
      const y1 = ys[r + (cell.rs ?? 1)] ?? 0;
      const lines = wrapped(cell.text, x1 - x0 - 2 * PADDING);
      const first = (y0 + y1) / 2 - ((lines.length - 1) * LINE) / 2 + 0.35 * SIZE;
      lines.forEach((text, index) => {
        const width = widthOf(text, SIZE);
        const isHead = headed && r < form.headerRows;
        const x = isHead ? (x0 + x1 - width) / 2 : isNumber(text) && c > 1 ? x1 - PADDING - width : x0 + PADDING;
        parts.push(show(text, x, first + index * LINE, SIZE));
      });
    });
  });
  return parts.join('\n');
}

function heightOf(form: Form, row: FormRow): number {
  const lines = row.map((cell, c) =>
    cell && !cell.rs
      ? wrapped(cell.text, (form.xs[c + (cell.cs ?? 1)] ?? 0) - (form.xs[c] ?? 0) - 2 * PADDING).length
      : 1,
  );
  return 10 + LINE * Math.max(...lines);
}

function edgesOf(xs: readonly number[], ys: readonly number[], rows: readonly FormRow[]): Edge[] {
  return rows.flatMap((row, r) =>
    row.flatMap((cell, c) => {
      if (!cell) return [];
      const box = { x0: xs[c] ?? 0, x1: xs[c + (cell.cs ?? 1)] ?? 0, y0: ys[r] ?? 0, y1: ys[r + (cell.rs ?? 1)] ?? 0 };
      return [
        { ...box, y1: box.y0 },
        { ...box, x1: box.x0 },
        { ...box, y0: box.y1 },
        { ...box, x0: box.x1 },
      ];
    }),
  );
}

function isNumber(text: string): boolean {
  return /^-?[\d,.]+$/.test(text);
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [''];
  for (const letter of text) {
    const last = lines.at(-1) ?? '';
    if (widthOf(last + letter, SIZE) > width && last !== '') lines.push(letter);
    else lines[lines.length - 1] = last + letter;
  }
  return lines;
}

function letterWidth(letter: string, size: number): number {
  if (/[^\u0000-\u00ff]/.test(letter)) return size;
  return (/[.,\s]/.test(letter) ? 0.278 : letter === '-' || letter === '(' || letter === ')' ? 0.333 : 0.556) * size;
}

export function widthOf(text: string, size: number): number {
  return [...text].reduce((sum, letter) => sum + letterWidth(letter, size), 0);
}

const up = (y: number) => (PAGE_HEIGHT - y).toFixed(2);
const n = (x: number) => x.toFixed(2);

function glyphs(text: string): string {
  if (!/[^\u0000-\u00ff]/.test(text)) return `(${text.replace(/[()\\]/g, '\\$&')})`;
  return `<${[...text].map((letter) => letter.charCodeAt(0).toString(16).padStart(4, '0')).join('')}>`;
}

/** The text by one operator, as far as one font has its letters. */
export function showAtOnce(text: string, x: number, y: number, size: number): string {
  let at = x;
  return (text.match(/[\u0000-\u00ff]+|[^\u0000-\u00ff]+/g) ?? [])
    .map((piece) => {
      const shown = `BT /${/[^\u0000-\u00ff]/.test(piece) ? 'F2' : 'F1'} ${size} Tf 1 0 0 1 ${n(at)} ${up(y)} Tm ${glyphs(piece)} Tj ET`;
      at += widthOf(piece, size);
      return shown;
    })
    .join('\n');
}

/** Each letter by an operator of its own. */
export function showByLetter(text: string, x: number, y: number, size: number): string {
  let at = x;
  return [...text]
    .map((letter) => {
      const shown = showAtOnce(letter, at, y, size);
      at += letterWidth(letter, size);
      return shown;
    })
    .join('\n');
}

/** Twice, a little apart, as programs do that have no bold face. */
export function showBold(text: string, x: number, y: number, size: number): string {
  return `${showAtOnce(text, x, y, size)}\n${showAtOnce(text, x + 0.3, y, size)}`;
}

export function stroke({ x0, y0, x1, y1 }: Edge): string {
  return `0.5 w ${n(x0)} ${up(y0)} m ${n(x1)} ${up(y1)} l S`;
}

export function dashed(edge: Edge): string {
  return `[2 2] 0 d ${stroke(edge)} [] 0 d`;
}

/** A dash for every four points, each a path of its own. */
export function dashes({ x0, y0, x1, y1 }: Edge): string {
  const length = Math.max(x1 - x0, y1 - y0);
  return Array.from({ length: Math.ceil(length / 4) }, (_, index) => {
    const [a, b] = [index * 4, Math.min(index * 4 + 2, length)];
    return y0 === y1 ? stroke({ x0: x0 + a, x1: x0 + b, y0, y1 }) : stroke({ x0, x1, y0: y0 + a, y1: y0 + b });
  }).join('\n');
}

export function thinRectangle({ x0, y0, x1, y1 }: Edge): string {
  return y0 === y1
    ? `${n(x0)} ${up(y0 + 0.25)} ${n(x1 - x0)} 0.5 re f`
    : `${n(x0 - 0.25)} ${up(y1)} 0.5 ${n(y1 - y0)} re f`;
}

export function doubled(gap: number): (edge: Edge) => string {
  return (edge) => {
    const shift = gap / 2;
    const moved = (by: number) =>
      edge.y0 === edge.y1
        ? { ...edge, y0: edge.y0 + by, y1: edge.y1 + by }
        : { ...edge, x0: edge.x0 + by, x1: edge.x1 + by };
    return `${stroke(moved(-shift))}\n${stroke(moved(shift))}`;
  };
}

/** A black image of one pixel, stretched to the line. */
export function imageOfLine({ x0, y0, x1, y1 }: Edge): string {
  const [width, height] = y0 === y1 ? [x1 - x0, 0.5] : [0.5, y1 - y0];
  return `q ${n(width)} 0 0 ${n(height)} ${n(x0)} ${up(y1)} cm BI /W 1 /H 1 /CS /G /BPC 8 ID \u0000 EI Q`;
}
