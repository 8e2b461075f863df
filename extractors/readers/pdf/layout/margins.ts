import type { Line } from './lines.ts';

/** Where the body text of a page or column begins and ends. */
export interface Margins {
  readonly left: number;
  readonly right: number;
}

/** Lines begin (or end) at the same place when they differ by no more than this share of the type size. */
const SAME_EDGE = 0.6;
/** Fewer lines than this say nothing of margins. */
const ENOUGH_LINES = 4;

/**
 * The margins that the lines themselves show: the outermost edges that at least two lines share.
 * null where there are too few lines to tell.
 */
export function marginsOf(lines: readonly Line[]): Margins | null {
  if (lines.length < ENOUGH_LINES) return null;
  const left = sharedEdge(lines, (line) => line.x0);
  const right = sharedEdge(lines, (line) => -line.x1);
  if (left === null || right === null || -right <= left) return null;
  return { left, right: -right };
}

/** The smallest edge that two lines share. */
function sharedEdge(lines: readonly Line[], edgeOf: (line: Line) => number): number | null {
  const sorted = [...lines].sort((a, b) => edgeOf(a) - edgeOf(b));
  for (let i = 1; i < sorted.length; i += 1) {
    const [outer, inner] = [sorted[i - 1], sorted[i]];
    if (outer && inner && edgeOf(inner) - edgeOf(outer) <= SAME_EDGE * Math.min(outer.size, inner.size)) {
      return edgeOf(outer);
    }
  }
  return null;
}

/** The type size that most of the text is set in, in half points. */
export function bodySize(lines: readonly Line[]): number {
  const letters = new Map<number, number>();
  for (const line of lines) {
    const size = Math.round(line.size * 2) / 2;
    letters.set(size, (letters.get(size) ?? 0) + line.text.length);
  }
  let best = 0;
  let most = 0;
  for (const [size, count] of [...letters].sort((a, b) => a[0] - b[0])) {
    if (count > most) {
      most = count;
      best = size;
    }
  }
  return best;
}
