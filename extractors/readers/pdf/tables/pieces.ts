import type { TextRun } from '../engine.ts';

/** A stretch of one run that goes into one cell. */
export interface Piece {
  readonly text: string;
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  readonly baseline: number;
  readonly size: number;
  readonly bold: boolean;
  /** Direction of reading in degrees, as of the run. */
  readonly rotation: TextRun['rotation'];
  /** Index into `page.runs`. */
  readonly run: number;
}

const WORDS = /\S+/gu;
/** East Asian wide characters: a whole em each. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u;

export function isWide(character: string): boolean {
  return WIDE.test(character);
}

/** The run without the blanks at its ends, whose share of the width goes with them; null when nothing is left. */
export function pieceOfRun(run: TextRun, index: number): Piece | null {
  const trimmed = run.text.trim();
  if (trimmed === '') return null;
  if (trimmed.length === run.text.length) return pieceOf(run, index, run.text, run.x0, run.x1);
  const start = run.text.indexOf(trimmed);
  return slice(run, index, start, start + trimmed.length);
}

/** The words of a piece, each with its share of the width. Words of CJK text are what stands between blanks. */
export function wordsOf(piece: Piece, run: TextRun): Piece[] {
  if (!/\s/.test(piece.text)) return [piece];
  return [...run.text.matchAll(WORDS)].map((word) => slice(run, piece.run, word.index, word.index + word[0].length));
}

function slice(run: TextRun, index: number, start: number, end: number): Piece {
  const before = widthUnits(run.text.slice(0, start));
  const inside = widthUnits(run.text.slice(start, end));
  const after = widthUnits(run.text.slice(end));
  const unit = (run.x1 - run.x0) / (before + inside + after || 1);
  const x0 = run.x0 + before * unit;
  return pieceOf(run, index, run.text.slice(start, end), x0, x0 + inside * unit);
}

function pieceOf(run: TextRun, index: number, text: string, x0: number, x1: number): Piece {
  const { y0, y1, baseline, size, bold, rotation } = run;
  return { text, x0, x1, y0, y1, baseline, size, bold, rotation, run: index };
}

/** Widths in half ems: wide characters 2, others about 1. Glyph widths are the engine's secret. */
function widthUnits(text: string): number {
  let units = 0;
  for (const character of text) units += isWide(character) ? 2 : /[\s.,:;'|!il]/.test(character) ? 0.55 : 1;
  return units;
}
