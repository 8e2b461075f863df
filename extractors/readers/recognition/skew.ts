import { type Bitmap, inkThreshold } from './bitmap.ts';

/** Pages are laid askew by a few degrees at most; in degrees. */
const MOST_SKEW = 6;
const COARSE_STEP = 0.25;
const FINE_STEP = 0.05;
/** The page is looked at in about this width, in pixels: lines of text are still apart. */
const SEEN_WIDTH = 800;
/** Marks that are looked at; more do not make the angle surer. */
const MOST_MARKS = 60_000;

/**
 * By how many degrees clockwise the lines of an upright page are tilted. Projected along the lines, ink and gaps between
 * lines alternate most sharply.
 */
export function skewOf(bitmap: Bitmap): number {
  const marks = marksOf(bitmap);
  if (marks.x.length === 0) return 0;
  const coarse = sharpest(marks, 0, MOST_SKEW, COARSE_STEP);
  return rounded(sharpest(marks, coarse, COARSE_STEP, FINE_STEP));
}

/** Lines must alternate this much more sharply down the page than across for its text to lie sideways. */
const SIDEWAYS = 1.25;

/** The lines of text run down the page instead of across: it was laid on the scanner by its side. */
export function liesSideways(bitmap: Bitmap): boolean {
  const across = marksOf(bitmap);
  const down: Marks = {
    x: across.y.map((y) => y - across.height / 2),
    y: across.x.map((x) => x + across.width / 2),
    width: across.height,
    height: across.width,
  };
  return greatestSharpness(down) > SIDEWAYS * greatestSharpness(across);
}

function greatestSharpness(marks: Marks): number {
  return marks.x.length === 0 ? 0 : sharpnessAt(marks, sharpest(marks, 0, MOST_SKEW, COARSE_STEP));
}

interface Marks {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly width: number;
  readonly height: number;
}

/** Where there is ink, in a smaller picture of the page. */
function marksOf(bitmap: Bitmap): Marks {
  const factor = Math.max(1, Math.round(bitmap.width / SEEN_WIDTH));
  const threshold = inkThreshold(bitmap);
  const [width, height] = [Math.floor(bitmap.width / factor), Math.floor(bitmap.height / factor)];
  const found: number[] = [];
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      if ((bitmap.gray[y * factor * bitmap.width + x * factor] ?? 255) < threshold) found.push(x, y);
  const every = Math.max(1, Math.ceil(found.length / 2 / MOST_MARKS));
  const count = Math.floor(found.length / 2 / every);
  const [xs, ys] = [new Float32Array(count), new Float32Array(count)];
  for (let mark = 0; mark < count; mark += 1) {
    xs[mark] = (found[mark * every * 2] ?? 0) - width / 2;
    ys[mark] = found[mark * every * 2 + 1] ?? 0;
  }
  return { x: xs, y: ys, width, height };
}

/** The angle about `center` whose projection is the sharpest; the one nearest to upright where several are. */
function sharpest(marks: Marks, center: number, reach: number, step: number): number {
  const steps = Math.round(reach / step);
  const offsets = Array.from({ length: 2 * steps + 1 }, (_, index) => center + (index - steps) * step);
  let [best, bestSharpness] = [center, -1];
  for (const angle of offsets.toSorted((a, b) => Math.abs(a) - Math.abs(b) || a - b)) {
    const sharpness = sharpnessAt(marks, angle);
    if (sharpness > bestSharpness) [best, bestSharpness] = [angle, sharpness];
  }
  return best;
}

function sharpnessAt({ x, y, width, height }: Marks, degrees: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const margin = Math.ceil(Math.abs(slope) * width) + 1;
  const rows = new Float64Array(height + 2 * margin + 1);
  for (let mark = 0; mark < x.length; mark += 1) {
    const row = Math.round((y[mark] ?? 0) - (x[mark] ?? 0) * slope) + margin;
    rows[row] = (rows[row] ?? 0) + 1;
  }
  let sharpness = 0;
  for (let row = 1; row < rows.length; row += 1) sharpness += ((rows[row] ?? 0) - (rows[row - 1] ?? 0)) ** 2;
  return sharpness;
}

function rounded(degrees: number): number {
  return Math.round(degrees * 100) / 100;
}
