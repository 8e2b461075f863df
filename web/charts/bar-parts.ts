export interface BarSpan {
  /** Percent of the width. */
  readonly start: number;
  readonly width: number;
}

/** What is there is to be seen, however little it is beside the rest. */
const LEAST = 0.6;

/** Counts one after the other, `of` being the whole width; a small one takes its least width from the largest. */
export function barSpans(counts: readonly number[], of: number): BarSpan[] {
  if (of <= 0) return counts.map(() => ({ start: 0, width: 0 }));
  const widths = counts.map((count) => (count > 0 ? Math.max(LEAST, (count / of) * 100) : 0));
  const excess = widths.reduce((sum, width) => sum + width, 0) - 100;
  const largest = widths.indexOf(Math.max(...widths));
  if (excess > 0) widths[largest] = (widths[largest] ?? 0) - excess;
  let start = 0;
  return widths.map((width) => {
    const span = { start, width };
    start += width;
    return span;
  });
}
