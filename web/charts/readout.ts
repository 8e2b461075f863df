import type { LineLayout, PlacedPoint } from './line-layout.ts';
import { textWidth } from './text-width.ts';

export interface Readout {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
}

const FONT_SIZE = 12;
const LINE_HEIGHT = 17;
const PADDING = 8;
const GAP = 12;

/** What is said beside a point: beside it where there is room, and always inside the drawing. */
export function readoutOf(
  { x, y }: PlacedPoint,
  lines: readonly string[],
  { width: available, plot: { top, bottom } }: Pick<LineLayout, 'width' | 'plot'>,
): Readout {
  const width = Math.min(available, Math.max(...lines.map((text) => textWidth(text, FONT_SIZE))) + 2 * PADDING);
  const height = lines.length * LINE_HEIGHT + 2 * PADDING - 4;
  const isRoomAtRight = x + GAP + width <= available;
  const beside = isRoomAtRight ? x + GAP : x - GAP - width;
  return {
    x: Math.max(0, Math.min(available - width, beside)),
    y: Math.max(top, Math.min(bottom - height, y - height / 2)),
    width,
    height,
    lines,
  };
}

export const READOUT_TEXT = { padding: PADDING, lineHeight: LINE_HEIGHT };
