import { type TextLine, textOfLine } from './cell-text.ts';
import type { Piece } from './pieces.ts';

/** Pieces of one line that stand close together: what may be one cell of a table without rules. */
export interface Phrase {
  readonly pieces: readonly Piece[];
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly size: number;
  readonly numeric: boolean;
}

/** A gap wider than this many em parts two phrases; gaps between words, even stretched ones, are narrower. */
const PHRASE_GAP = 0.9;
/** Numbers parted by more than this many em are two numbers. */
const NUMBER_GAP = 0.7;

/** Amounts, percentages, dashes for none, years; also with footnote marks. */
const NUMERIC =
  /^(?:[-−–—.…]{1,3}|n\.?a\.?|[-+−–(≥≤<>€$£¥￥]{0,2}\s?\d[\d,.\s]{0,24}\s?[%‰)]{0,2}(?:\s?\([-−–]?\d[\d,.]{0,16}\s?%?\))?[*†a-z()]{0,4})$/i;

/** A sign of currency set at the left of its column belongs to the number at the right. */
const CURRENCY = /^[$€£¥￥]$/;

export function isNumeric(text: string): boolean {
  return NUMERIC.test(text);
}

export function phrasesOf(line: TextLine): Phrase[] {
  const groups: Piece[][] = [];
  for (const piece of line.pieces) {
    const last = groups.at(-1)?.at(-1);
    const gap = last && isNumeric(last.text) && isNumeric(piece.text) ? NUMBER_GAP : PHRASE_GAP;
    const near = last && piece.x0 - last.x1 <= gap * Math.max(last.size, piece.size);
    if (last && (near || (CURRENCY.test(last.text) && isNumeric(piece.text)))) groups.at(-1)?.push(piece);
    else groups.push([piece]);
  }
  return groups.map((pieces) => {
    const x0 = Math.min(...pieces.map((piece) => piece.x0));
    const x1 = Math.max(...pieces.map((piece) => piece.x1));
    const text = textOfLine({ ...line, pieces, x0, x1 });
    return { pieces, text, x0, x1, size: line.size, numeric: isNumeric(text) };
  });
}
