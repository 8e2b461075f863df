import type { Box } from '../page-marks.ts';

/** [a b c d e f] as PDF has it: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

/** How a page is displayed: the box that is shown, in its own space, the turn, and points per unit. */
export interface PageView {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  /** Degrees clockwise. */
  readonly rotation: 0 | 90 | 180 | 270;
  readonly userUnit: number;
}

/** From points of the page as displayed (origin at its top left) to the page's own space (origin below). */
export function toPageSpace({ x0, y0, x1, y1, rotation, userUnit }: PageView): Matrix {
  const unit = 1 / userUnit;
  switch (rotation) {
    case 0:
      return [unit, 0, 0, -unit, x0, y1];
    case 90:
      return [0, unit, unit, 0, x0, y0];
    case 180:
      return [-unit, 0, 0, unit, x1, y0];
    case 270:
      return [0, -unit, -unit, 0, x1, y1];
  }
}

/** The box around a displayed box in the page's own space; x0 < x1, y0 < y1. */
export function boxInPageSpace([a, b, c, d, e, f]: Matrix, box: Box): Box {
  const xs = [a * box.x0 + c * box.y0 + e, a * box.x1 + c * box.y1 + e];
  const ys = [b * box.x0 + d * box.y0 + f, b * box.x1 + d * box.y1 + f];
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) };
}

/** Size of the page as displayed, in points. */
export function displayedSize({ x0, y0, x1, y1, rotation, userUnit }: PageView): { width: number; height: number } {
  const [width, height] = [(x1 - x0) * userUnit, (y1 - y0) * userUnit];
  return rotation % 180 === 0 ? { width, height } : { width: height, height: width };
}
