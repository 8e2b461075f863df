import { type Bitmap, inkThreshold } from './bitmap.ts';

/** A ruling line in the picture, in pixels; `width` is its thickness. Horizontal when y0 === y1. */
export interface DrawnRule {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  readonly width: number;
}

/** Dark runs shorter than these are strokes of characters and dashes; in points. */
const SHORTEST_ACROSS = 40;
const SHORTEST_DOWN = 30;
/** Dark stripes thicker than this are shading or the edge of the scanner; in points. */
const THICKEST = 3;
/** A line that is not quite straight goes on this many pixels above or below. */
const STEP = 1;
/** A line may be broken for this many pixels by dust or by the scanner. */
const BREAK = 2;

/** Long thin dark runs of an upright page are its ruling lines. */
export function findRules(bitmap: Bitmap, dpi: number): readonly DrawnRule[] {
  const threshold = inkThreshold(bitmap);
  const points = dpi / 72;
  const { width, height, gray } = bitmap;
  const across = stripes(
    { lines: height, length: width, isInk: (line, at) => (gray[line * width + at] ?? 255) < threshold },
    SHORTEST_ACROSS * points,
    THICKEST * points,
  );
  const down = stripes(
    { lines: width, length: height, isInk: (line, at) => (gray[at * width + line] ?? 255) < threshold },
    SHORTEST_DOWN * points,
    THICKEST * points,
  );
  return [
    ...across.map(({ from, to, first, last }) => {
      const y = (first + last + 1) / 2;
      return { x0: from, x1: to, y0: y, y1: y, width: thicknessOf(first, last) };
    }),
    ...down.map(({ from, to, first, last }) => {
      const x = (first + last + 1) / 2;
      return { x0: x, x1: x, y0: from, y1: to, width: thicknessOf(first, last) };
    }),
  ];
}

/** The picture without its ruling lines: a line that touches a character is read as part of it. */
export function withoutRules(bitmap: Bitmap, rules: readonly DrawnRule[]): Bitmap {
  const { width, height } = bitmap;
  const gray = bitmap.gray.slice();
  for (const { x0, y0, x1, y1, width: thickness } of rules) {
    const reach = thickness / 2 + STEP;
    const [left, right] = x0 === x1 ? [x0 - reach, x1 + reach] : [x0, x1];
    const [top, bottom] = y0 === y1 ? [y0 - reach, y1 + reach] : [y0, y1];
    for (let y = Math.max(0, Math.floor(top)); y < Math.min(height, Math.ceil(bottom)); y += 1)
      gray.fill(255, y * width + Math.max(0, Math.floor(left)), y * width + Math.min(width, Math.ceil(right)));
  }
  return { width, height, gray };
}

/** The picture as parallel lines of pixels, so that the same search goes across and down. */
interface Scan {
  readonly lines: number;
  readonly length: number;
  readonly isInk: (line: number, at: number) => boolean;
}

interface Stripe {
  from: number;
  to: number;
  readonly first: number;
  last: number;
}

function stripes(scan: Scan, shortest: number, thickest: number): readonly Stripe[] {
  const found: Stripe[] = [];
  let open: Stripe[] = [];
  for (let line = 0; line < scan.lines; line += 1) {
    const next: Stripe[] = [];
    for (const run of runsOf(scan, line, shortest)) {
      const above = open.find(({ from, to }) => run.from < to && run.to > from);
      if (above === undefined) {
        next.push({ ...run, first: line, last: line });
        continue;
      }
      above.from = Math.min(above.from, run.from);
      above.to = Math.max(above.to, run.to);
      above.last = line;
      if (!next.includes(above)) next.push(above);
    }
    found.push(...open.filter((stripe) => !next.includes(stripe)));
    open = next;
  }
  return [...found, ...open].filter(({ first, last }) => thicknessOf(first, last) <= thickest);
}

/** Runs are also found one step beside the ink. */
function thicknessOf(first: number, last: number): number {
  return Math.max(1, last - first + 1 - 2 * STEP);
}

/** Dark runs of one line of pixels. */
function runsOf({ lines, length, isInk }: Scan, line: number, shortest: number): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  const isDark = (at: number) =>
    isInk(line, at) || (line >= STEP && isInk(line - STEP, at)) || (line + STEP < lines && isInk(line + STEP, at));
  let [from, lastDark] = [-1, -1];
  for (let at = 0; at <= length; at += 1) {
    if (at < length && isDark(at)) {
      if (from < 0) from = at;
      lastDark = at;
    } else if (from >= 0 && (at === length || at - lastDark > BREAK)) {
      if (lastDark + 1 - from >= shortest) runs.push({ from, to: lastDark + 1 });
      from = -1;
    }
  }
  return runs;
}
