import type { Piece } from './pieces.ts';

/** A piece as its reader sees it: text that runs up or down the page is turned upright, in coordinates of its own. */
export function turnUpright(piece: Piece): Piece {
  if (piece.rotation === 90) {
    // Reads downwards, letters stand on the left: down becomes right, left becomes down.
    return { ...piece, x0: piece.y0, x1: piece.y1, y0: -piece.x1, y1: -piece.x0, baseline: -piece.x0, rotation: 0 };
  }
  if (piece.rotation === 270) {
    // Reads upwards, letters stand on the right.
    return { ...piece, x0: -piece.y1, x1: -piece.y0, y0: piece.x0, y1: piece.x1, baseline: piece.x1, rotation: 0 };
  }
  if (piece.rotation === 180) {
    return { ...piece, x0: -piece.x1, x1: -piece.x0, y0: -piece.y1, y1: -piece.y0, baseline: -piece.y0, rotation: 0 };
  }
  return piece;
}
