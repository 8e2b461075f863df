import { isWide, type Piece } from './pieces.ts';

/** Pieces of one line of text, left to right. */
export interface TextLine {
  readonly pieces: readonly Piece[];
  readonly baseline: number;
  readonly size: number;
  readonly x0: number;
  readonly x1: number;
}

/** Baselines closer than this share of the type size are one line (superscripts, decimals set a little lower). */
const SAME_LINE = 0.5;
/** A gap wider than this share of the type size parts two Latin words. */
const WORD_GAP = 0.15;
/** Digits parted by less than this are one number set in several runs. */
const DIGIT_GAP = 0.7;
/** A wrapped line fills at least this share of its cell. */
const FILLED = 0.65;

/** Groups upright pieces into lines, top to bottom. */
export function linesOf(pieces: readonly Piece[]): TextLine[] {
  const sorted = [...pieces].sort((a, b) => a.baseline - b.baseline || a.x0 - b.x0 || a.run - b.run);
  const groups: Piece[][] = [];
  for (const piece of sorted) {
    const group = groups.at(-1);
    const anchor = group ? anchorOf(group) : undefined;
    const near = anchor && piece.baseline - anchor.baseline <= SAME_LINE * Math.max(piece.size, anchor.size);
    if (group && near) group.push(piece);
    else groups.push([piece]);
  }
  return groups.map(lineOf);
}

/** The largest type of a line carries it; marks raised or lowered hang on it. */
function anchorOf(group: readonly Piece[]): Piece | undefined {
  let anchor = group[0];
  for (const piece of group) if (anchor && piece.size > anchor.size + 0.5) anchor = piece;
  return anchor;
}

function lineOf(group: readonly Piece[]): TextLine {
  const pieces = [...group].sort((a, b) => a.x0 - b.x0 || a.run - b.run);
  const anchor = anchorOf(group);
  return {
    pieces,
    baseline: anchor?.baseline ?? 0,
    size: anchor?.size ?? 0,
    x0: Math.min(...pieces.map((piece) => piece.x0)),
    x1: Math.max(...pieces.map((piece) => piece.x1)),
  };
}

/** Text of one line: blanks only where Latin words are parted. */
export function textOfLine(line: TextLine): string {
  let text = '';
  let previous: Piece | undefined;
  for (const piece of line.pieces) {
    if (previous && parted(previous, piece)) text += ' ';
    text += piece.text;
    previous = piece;
  }
  return text.replace(/\s+/g, ' ');
}

function parted(left: Piece, right: Piece): boolean {
  const gap = right.x0 - left.x1;
  const em = Math.max(left.size, right.size);
  const before = left.text.at(-1) ?? '';
  const after = right.text.at(0) ?? '';
  if (isWide(before) && isWide(after)) return false;
  if (/[\d.,]/.test(before) && /[\d.,%]/.test(after)) return gap > DIGIT_GAP * em;
  return gap > WORD_GAP * em;
}

/** Text of a cell `width` wide: wrapped lines run together. */
export function textOfLines(lines: readonly TextLine[], width: number): string {
  let text = '';
  lines.forEach((line, index) => {
    const next = textOfLine(line);
    const previous = lines[index - 1];
    if (previous && !continues(text, next, (previous.x1 - previous.x0) / width)) text += ' ';
    text += next;
  });
  return text;
}

/** Does the next line go on without a blank? */
function continues(text: string, next: string, filled: number): boolean {
  const before = text.at(-1) ?? '';
  const after = next.at(0) ?? '';
  if (isWide(before) || isWide(after)) return true;
  if (/[-\u00ad/]/.test(before) && /\p{L}/u.test(after)) return true;
  return filled >= FILLED && isWrappedNumber(text, next);
}

const GROUPED = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?%?$/;
const PLAIN = /^-?\d+\.\d+%?$/;

/** "1,234,5" + "67.89": one number only together. "2018" + "2019" and "12.50" + "3.75" are two. */
function isWrappedNumber(first: string, second: string): boolean {
  if (!/^-?[\d,.]+$/.test(first) || !/^[\d,.]+%?$/.test(second)) return false;
  const whole = first + second;
  if (whole.length > 40 || PLAIN.test(first)) return false;
  if (/[.,]$/.test(first) || /^[.,]/.test(second)) return GROUPED.test(whole) || PLAIN.test(whole);
  return GROUPED.test(whole) || (!first.includes(',') && PLAIN.test(whole) && second.length <= 5);
}
