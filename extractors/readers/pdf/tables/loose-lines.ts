import { linesOf, textOfLine } from './cell-text.ts';
import type { LooseLine } from './found.ts';
import type { Piece } from './pieces.ts';

/** Lines kept from the top and from the bottom of a page: what is between them says nothing about continuation. */
const MOST_LINES = 150;

/** Lines of the text outside tables, top to bottom. */
export function looseLines(pieces: readonly Piece[]): LooseLine[] {
  const lines = linesOf(pieces.filter((piece) => piece.rotation === 0));
  const kept = lines.length > 2 * MOST_LINES ? [...lines.slice(0, MOST_LINES), ...lines.slice(-MOST_LINES)] : lines;
  return kept.map((line) => ({
    text: textOfLine(line),
    x0: line.x0,
    x1: line.x1,
    y0: line.baseline - line.size,
    y1: line.baseline,
  }));
}
