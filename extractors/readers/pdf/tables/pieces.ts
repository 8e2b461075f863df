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
/** Blanks that set things apart: "类    款    项" shown as one string. */
const APART = /\S+(?:[^\S\u3000]\S+)*/gu;
/** East Asian wide characters: a whole em each. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u;

export function isWide(character: string): boolean {
  return WIDE.test(character);
}

/** The stretches of a run between wide blanks, each with its share of the width. */
export function piecesOfRun(run: TextRun, index: number): Piece[] {
  const whole: Piece = { ...boxOf(run), text: run.text, run: index };
  if (!/^\s|\s\s|\u3000|\s$/u.test(run.text)) return run.text === '' ? [] : [whole];
  return [...run.text.matchAll(APART)].map((part) => slice(whole, part.index, part.index + part[0].length));
}

/** The words of a piece, each with its share of the width. Words of CJK text are what stands between blanks. */
export function wordsOf(piece: Piece): Piece[] {
  if (!/\s/.test(piece.text)) return [piece];
  return [...piece.text.matchAll(WORDS)].map((word) => slice(piece, word.index, word.index + word[0].length));
}

function boxOf({ x0, y0, x1, y1, baseline, size, bold, rotation }: TextRun): Omit<Piece, 'text' | 'run'> {
  return { x0, y0, x1, y1, baseline, size, bold, rotation };
}

function slice(piece: Piece, start: number, end: number): Piece {
  const blank = WIDE.test(piece.text) ? 1 : 0.55;
  const before = widthUnits(piece.text.slice(0, start), blank);
  const inside = widthUnits(piece.text.slice(start, end), blank);
  const after = widthUnits(piece.text.slice(end), blank);
  const downwards = piece.rotation === 90 || piece.rotation === 270;
  if (downwards) return { ...piece, text: piece.text.slice(start, end) };
  const unit = (piece.x1 - piece.x0) / (before + inside + after || 1);
  const x0 = piece.x0 + before * unit;
  return { ...piece, text: piece.text.slice(start, end), x0, x1: x0 + inside * unit };
}

/** Widths in half ems: wide characters 2, others about 1. Glyph widths are the engine's secret. */
function widthUnits(text: string, blank: number): number {
  let units = 0;
  for (const character of text) {
    if (isWide(character)) units += 2;
    else if (/\s/.test(character)) units += blank;
    else units += /[.,:;'|!il]/.test(character) ? 0.55 : 1;
  }
  return units;
}
