import type { EnginePage, RuleLine, TextRun } from '../../../../extractors/readers/pdf/engine.ts';

/** Makes engine pages by hand: text at a baseline, lines, and grids of lines. */
export interface Drawing {
  readonly runs?: readonly TextRun[];
  readonly rules?: readonly RuleLine[];
  readonly number?: number;
  readonly width?: number;
  readonly height?: number;
}

export function drawnPage({ runs = [], rules = [], number = 1, width = 595, height = 842 }: Drawing): EnginePage {
  return { number, width, height, runs, rules, fills: [], imageShare: 0, reasons: [] };
}

/** Text that begins at x with its baseline at y. Wide characters are one em wide, others half. */
export function text(content: string, x: number, y: number, size = 10): TextRun {
  const units = [...content].reduce((sum, character) => sum + (character > '\u2e80' ? 1 : 0.5), 0);
  return run(content, x, y, units * size, size);
}

/** Text that ends at x. */
export function textEndingAt(content: string, x: number, y: number, size = 10): TextRun {
  const begins = text(content, 0, y, size);
  return { ...begins, x0: x - begins.x1, x1: x };
}

function run(content: string, x: number, y: number, width: number, size: number): TextRun {
  return {
    text: content,
    x0: x,
    x1: x + width,
    y0: y - 0.85 * size,
    y1: y + 0.15 * size,
    baseline: y,
    size,
    rotation: 0,
    font: 'f1',
    bold: false,
  };
}

export function across(y: number, x0: number, x1: number): RuleLine {
  return { x0, y0: y, x1, y1: y, width: 0.5 };
}

export function down(x: number, y0: number, y1: number): RuleLine {
  return { x0: x, y0, x1: x, y1, width: 0.5 };
}

/** Every line of a full grid, each drawn from end to end. */
export function fullGrid(xs: readonly number[], ys: readonly number[]): RuleLine[] {
  const [x0 = 0, y0 = 0] = [xs[0], ys[0]];
  const [x1 = 0, y1 = 0] = [xs.at(-1), ys.at(-1)];
  return [...ys.map((y) => across(y, x0, x1)), ...xs.map((x) => down(x, y0, y1))];
}

/** Rows of cell texts in a full grid of rows `step` high that begins at `top`; numbers end at the right of their cell. */
export function filledGrid(
  xs: readonly number[],
  top: number,
  rows: readonly (readonly string[])[],
  step = 20,
): { runs: TextRun[]; rules: RuleLine[] } {
  const ys = Array.from({ length: rows.length + 1 }, (_, index) => top + index * step);
  const runs = rows.flatMap((row, r) =>
    row.flatMap((content, c) => {
      const baseline = top + r * step + 14;
      if (content === '') return [];
      return /^[\d,.]+$/.test(content)
        ? [textEndingAt(content, (xs[c + 1] ?? 0) - 3, baseline)]
        : [text(content, (xs[c] ?? 0) + 3, baseline)];
    }),
  );
  return { runs, rules: fullGrid(xs, ys) };
}

/** The texts of a grid, row by row; positions under a merged cell are null. */
export function textsOf(table: {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly { readonly r: number; readonly c: number; readonly text: string }[];
}): (string | null)[][] {
  const grid = Array.from({ length: table.rows }, () => new Array<string | null>(table.columns).fill(null));
  for (const cell of table.cells) {
    const row = grid[cell.r];
    if (row) row[cell.c] = cell.text;
  }
  return grid;
}
