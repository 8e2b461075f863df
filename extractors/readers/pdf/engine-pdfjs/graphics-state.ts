import type { Box, Matrix } from './matrix.ts';

/** What pdf.js tells of a font; `name` needs `fontExtraProperties`. */
export interface PdfFont {
  readonly name?: string;
  readonly loadedName?: string;
  readonly bold?: boolean;
  readonly black?: boolean;
  readonly vertical?: boolean;
  readonly isType3Font?: boolean;
  readonly fontMatrix?: ArrayLike<number>;
}

/** The part of the PDF graphics state that text and lines depend on. Copied by q, put back by Q. */
export interface GraphicsState {
  ctm: Matrix;
  /** The visible area in displayed points. */
  clip: Box;
  lineWidth: number;
  fillColor: string;
  strokeColor: string;
  fillAlpha: number;
  strokeAlpha: number;
  font: PdfFont | null;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  horizontalScale: number;
  leading: number;
  rise: number;
  renderMode: number;
}

export function initialState(ctm: Matrix, clip: Box): GraphicsState {
  return {
    ctm,
    clip,
    lineWidth: 1,
    fillColor: '#000000',
    strokeColor: '#000000',
    fillAlpha: 1,
    strokeAlpha: 1,
    font: null,
    fontSize: 0,
    charSpacing: 0,
    wordSpacing: 0,
    horizontalScale: 1,
    leading: 0,
    rise: 0,
    renderMode: 0,
  };
}

/** So light that it cannot be told from paper: every channel at least 0xF8. */
export function isPaperWhite(color: string): boolean {
  return /^#(?:f[89a-f]){3}$/i.test(color);
}
