import type { TextRun } from '../engine.ts';
import type { GraphicsState, PdfFont } from './graphics-state.ts';
import { type Box, type Matrix, multiply } from './matrix.ts';

/** A glyph as pdf.js hands it over; numbers between glyphs move the pen (thousandths of an em, leftwards). */
export interface Glyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric?: readonly [number, number, number];
}

/** Height of the em box above and below the baseline: the usual design box of Chinese type. */
const EM_ABOVE = 0.88;
const EM_BELOW = 0.12;
/** A gap of this many em (or blanks that wide) ends a run: it may be the border of a cell. */
const RUN_BREAK = 0.5;
/** Text turned further than this (sine of the angle) from the four directions of the page belongs to no line. */
const MAX_SKEW = 0.12;
/** Smaller type cannot be read by anyone: it is a leftover or a hidden note. */
const MIN_SIZE = 0.5;

export interface ShownText {
  readonly runs: TextRun[];
  /** Displacement of the pen in text space: along the line, or down it in vertical writing. */
  readonly advance: number;
  readonly glyphs: number;
  /** Text that stands askew (a watermark), mirrored or is too small to be read. */
  readonly unplaced: string;
}

/**
 * Turns the glyphs of one show operator into runs in displayed coordinates.
 * `pen` is the text matrix moved to where the first glyph stands.
 */
export function showText(items: readonly (Glyph | number | null)[], state: GraphicsState, pen: Matrix): ShownText {
  const font = state.font ?? {};
  const glyphScale = font.fontMatrix?.[0] ?? 0.001;
  const matrix = multiply(state.ctm, pen);
  const frame = readingFrame(matrix, state);
  const writer = new RunWriter(frame, state, font);
  const vertical = font.vertical === true;
  const { fontSize, charSpacing, wordSpacing } = state;
  const stretch = vertical ? 1 : state.horizontalScale;
  let x = 0;
  let glyphs = 0;
  for (const item of items) {
    if (item === null) continue;
    if (typeof item === 'number') {
      x -= (item / 1000) * fontSize * stretch;
      continue;
    }
    glyphs += 1;
    const spacing = charSpacing + (item.isSpace ? wordSpacing : 0);
    if (vertical) {
      const [down, originX, originY] = item.vmetric ?? [-1000, 500, 880];
      writer.upright(
        item.unicode,
        -originX * glyphScale,
        x / (fontSize || 1) - originY * glyphScale,
        item.width * glyphScale,
      );
      x += down * glyphScale * fontSize + spacing;
      continue;
    }
    const width = item.width * glyphScale * fontSize * stretch;
    writer.along(item.unicode, x, width);
    x += width + spacing * stretch;
  }
  writer.end();
  return { runs: frame === null ? [] : writer.runs, advance: x, glyphs, unplaced: frame === null ? writer.text : '' };
}

/** How the line of text lies on the displayed page. */
interface ReadingFrame {
  readonly matrix: Matrix;
  readonly rotation: TextRun['rotation'];
  readonly size: number;
  /** Displayed points for one unit of text space along the line. */
  readonly scale: number;
}

/** null: askew, mirrored or without size. Displayed y grows downwards, so upright text has a > 0 and d < 0. */
function readingFrame(matrix: Matrix, state: GraphicsState): ReadingFrame | null {
  const sign = Math.sign(state.fontSize) || 1;
  const [a, b, c, d] = matrix.map((value) => value * sign) as unknown as Matrix;
  const along = Math.hypot(a, b);
  const up = Math.hypot(c, d);
  const size = Math.abs(state.fontSize) * up;
  const width = Math.abs(state.fontSize * state.horizontalScale) * along;
  if (!(size >= MIN_SIZE && width >= MIN_SIZE) || !Number.isFinite(size * width)) return null;
  const mirrored = (a * d - b * c) * Math.sign(state.horizontalScale || 1) > 0;
  if (mirrored) return null;
  const forward = Math.sign(state.horizontalScale || 1);
  const cosine = (a * forward) / along;
  const sine = (b * forward) / along;
  const rotation = rotationOf(cosine, sine);
  return rotation === null ? null : { matrix, rotation, size, scale: along };
}

function rotationOf(cosine: number, sine: number): TextRun['rotation'] | null {
  if (Math.abs(sine) <= MAX_SKEW) return cosine > 0 ? 0 : 180;
  if (Math.abs(cosine) <= MAX_SKEW) return sine > 0 ? 90 : 270;
  return null;
}

/** Collects glyphs into runs, cut at wide gaps and blanks. */
class RunWriter {
  readonly runs: TextRun[] = [];
  text = '';
  readonly #frame: ReadingFrame | null;
  readonly #state: GraphicsState;
  readonly #name: string;
  readonly #bold: boolean;
  #from = 0;
  #to = 0;
  #blank = false;

  constructor(frame: ReadingFrame | null, state: GraphicsState, font: PdfFont) {
    this.#frame = frame;
    this.#state = state;
    this.#name = font.name ?? font.loadedName ?? '';
    this.#bold = isBold(font) || state.renderMode === 2;
  }

  /** A glyph of horizontal writing, `x` and `width` in text space. */
  along(unicode: string, x: number, width: number): void {
    if (isBlank(unicode)) {
      if (this.#frame === null) this.text += ' ';
      else this.#blank = true;
      return;
    }
    if (this.#frame !== null && this.text !== '') {
      const gap = Math.abs(x - this.#to) * this.#frame.scale;
      if (gap > RUN_BREAK * this.#frame.size) this.end();
      else if (this.#blank) this.text += ' ';
    }
    this.#blank = false;
    if (this.text === '') this.#from = x;
    this.text += unicode;
    this.#to = x + width;
  }

  /** A glyph of vertical writing: a run of its own, since it stands upright. Offsets in em of the font. */
  upright(unicode: string, x: number, y: number, width: number): void {
    if (this.#frame === null) {
      this.text += unicode;
      return;
    }
    if (isBlank(unicode)) return;
    const { fontSize } = this.#state;
    this.#push(unicode, x * fontSize, (x + width) * fontSize, y * fontSize);
  }

  end(): void {
    if (this.#frame === null || this.text === '') return;
    this.#push(this.text, this.#from, this.#to, 0);
    this.text = '';
  }

  #push(text: string, from: number, to: number, lift: number): void {
    if (this.#frame === null) return;
    const { matrix, rotation, size } = this.#frame;
    const [, , c, d] = matrix;
    const up = Math.hypot(c, d) || 1;
    const sign = Math.sign(this.#state.fontSize) || 1;
    const base = this.#state.rise + lift;
    const start = displayed(matrix, from, base);
    const finish = displayed(matrix, to, base);
    const above = { x: ((sign * c) / up) * size * EM_ABOVE, y: ((sign * d) / up) * size * EM_ABOVE };
    const below = { x: ((-sign * c) / up) * size * EM_BELOW, y: ((-sign * d) / up) * size * EM_BELOW };
    const xs = [start.x + above.x, start.x + below.x, finish.x + above.x, finish.x + below.x];
    const ys = [start.y + above.y, start.y + below.y, finish.y + above.y, finish.y + below.y];
    const box: Box = { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) };
    const baseline = rotation === 90 || rotation === 270 ? start.x : start.y;
    this.runs.push({ text, ...box, baseline, size, rotation, font: this.#name, bold: this.#bold });
  }
}

function displayed(matrix: Matrix, x: number, y: number): { x: number; y: number } {
  const [a, b, c, d, e, f] = matrix;
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

/** Blank as printed: also the glyphs that fonts use for "nothing". */
function isBlank(unicode: string): boolean {
  return unicode === ' ' || unicode === '' || unicode.trim() === '';
}

function isBold(font: PdfFont): boolean {
  return font.bold === true || font.black === true || /bold|heavy|black|黑|小标宋/i.test(font.name ?? '');
}
