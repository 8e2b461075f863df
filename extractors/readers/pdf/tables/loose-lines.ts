import { linesOf, textOfLine } from './cell-text.ts';
import type { LooseLine, TablePart } from './found.ts';
import type { Piece } from './pieces.ts';

/** More lines than this on a page say nothing more about continuation. */
const MOST_LINES = 200;

/** The text outside tables as lines, top to bottom. */
export function looseLines(pieces: readonly Piece[], parts: readonly TablePart[]): LooseLine[] {
  const free = pieces.filter(
    (piece) => piece.rotation === 0 && !parts.some((part) => part.consumedRuns.has(piece.run)),
  );
  return linesOf(free)
    .slice(0, MOST_LINES)
    .map((line) => ({
      text: textOfLine(line),
      x0: line.x0,
      x1: line.x1,
      y0: line.baseline - line.size,
      y1: line.baseline,
    }));
}
