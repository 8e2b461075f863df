import type { PagePlace } from '../../../../schemas/index.ts';
import type { EnginePage, TextRun } from '../engine.ts';

/** A run turned so that its line reads from left to right. `bbox` stays as displayed. */
export interface Piece {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly baseline: number;
  readonly size: number;
  readonly bold: boolean;
  readonly bbox: PagePlace['bbox'];
}

export interface ReadingDirection {
  readonly rotation: TextRun['rotation'];
  /** Size of the page seen in this direction. */
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
}

/** The runs of a page that no table has taken, one group for each direction of reading that occurs, upright first. */
export function readingDirections(page: EnginePage, taken: ReadonlySet<number>): ReadingDirection[] {
  const groups: ReadingDirection[] = [];
  for (const rotation of [0, 90, 270, 180] as const) {
    const pieces: Piece[] = [];
    page.runs.forEach((run, index) => {
      if (run.rotation === rotation && !taken.has(index)) pieces.push(upright(run, page));
    });
    const sideways = rotation === 90 || rotation === 270;
    const [width, height] = sideways ? [page.height, page.width] : [page.width, page.height];
    if (pieces.length > 0) groups.push({ rotation, width, height, pieces });
  }
  return groups;
}

function upright(run: TextRun, page: EnginePage): Piece {
  const { text, size, bold, baseline } = run;
  const bbox: Piece['bbox'] = [rounded(run.x0), rounded(run.y0), rounded(run.x1), rounded(run.y1)];
  const common = { text, size, bold, bbox };
  if (run.rotation === 90) return { ...common, x0: run.y0, x1: run.y1, baseline: page.width - baseline };
  if (run.rotation === 270) {
    return { ...common, x0: page.height - run.y1, x1: page.height - run.y0, baseline };
  }
  if (run.rotation === 180) {
    return { ...common, x0: page.width - run.x1, x1: page.width - run.x0, baseline: page.height - baseline };
  }
  return { ...common, x0: run.x0, x1: run.x1, baseline };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
