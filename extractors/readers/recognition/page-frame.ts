import type { RuleLine, TextRun } from '../pdf/engine.ts';
import type { Turn } from './bitmap.ts';
import type { DrawnRule } from './drawn-rules.ts';
import type { RecognizedRun } from './line-runs.ts';

/** How the upright picture lies on the page as displayed. */
export interface PictureFrame {
  /** Degrees clockwise by which the page as displayed was turned to stand upright. */
  readonly turn: Turn;
  /** Of the upright picture, in pixels. */
  readonly width: number;
  readonly height: number;
  /** Points per pixel. */
  readonly points: number;
}

/** Height of the type above its baseline, in em. */
const ASCENT = 0.88;

interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** Runs and rules of the upright picture in points of the page as displayed. */
export function placeOnPage(
  runs: readonly RecognizedRun[],
  rules: readonly DrawnRule[],
  frame: PictureFrame,
): { runs: TextRun[]; rules: RuleLine[]; confidences: number[] } {
  return {
    runs: runs.map((run) => textRun(run, frame)),
    rules: rules.map((rule) => ({ ...boxOnPage(rule, frame), width: rounded(rule.width * frame.points) })),
    confidences: runs.map(({ confidence }) => confidence),
  };
}

function textRun({ text, x0, x1, baseline, size }: RecognizedRun, frame: PictureFrame): TextRun {
  const top = baseline - ASCENT * size;
  const box = boxOnPage({ x0, x1: Math.max(x1, x0 + 1), y0: top, y1: top + size }, frame);
  const line = boxOnPage({ x0, x1, y0: baseline, y1: baseline }, frame);
  const rotation = ((360 - frame.turn) % 360) as TextRun['rotation'];
  const sideways = rotation === 90 || rotation === 270;
  return {
    text,
    ...box,
    baseline: sideways ? line.x0 : line.y0,
    size: rounded(size * frame.points),
    rotation,
    font: '',
    bold: false,
  };
}

/** Undoes the turn, then scales. */
function boxOnPage({ x0, y0, x1, y1 }: Box, { turn, width, height, points }: PictureFrame): Box {
  const back: Record<Turn, Box> = {
    0: { x0, y0, x1, y1 },
    90: { x0: y0, y0: width - x1, x1: y1, y1: width - x0 },
    180: { x0: width - x1, y0: height - y1, x1: width - x0, y1: height - y0 },
    270: { x0: height - y1, y0: x0, x1: height - y0, y1: x1 },
  };
  const box = back[turn];
  return {
    x0: rounded(box.x0 * points),
    y0: rounded(box.y0 * points),
    x1: rounded(box.x1 * points),
    y1: rounded(box.y1 * points),
  };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
