/** Column borders of two page parts of one table differ by no more than this, after the shift of the page margins. */
const TOLERANCE = 4;

export interface ColumnMatch {
  readonly columns: number;
  /** New index of each column border of the upper and of the lower part. */
  readonly upper: readonly number[];
  readonly lower: readonly number[];
}

/**
 * Do two parts have the same columns? Borders that only one part shows (a border drawn only in a header, a row of merged
 * cells) may be missing from the other. null when the outer borders differ or neither part's borders hold the other's.
 */
export function matchColumns(upper: readonly number[], lower: readonly number[]): ColumnMatch | null {
  const shift = (lower[0] ?? 0) - (upper[0] ?? 0);
  const moved = lower.map((x) => x - shift);
  const right = upper.at(-1) ?? 0;
  if (Math.abs((moved.at(-1) ?? 0) - right) > TOLERANCE * 1.5) return null;
  const [more, fewer] = upper.length >= moved.length ? [upper, moved] : [moved, upper];
  const indices = fewer.map((x) => indexNear(more, x));
  if (indices.includes(-1) || new Set(indices).size < indices.length) return null;
  if (fewer.length < 3 && more.length > fewer.length) return null;
  const identity = more.map((_, index) => index);
  return {
    columns: more.length - 1,
    upper: more === upper ? identity : indices,
    lower: more === upper ? indices : identity,
  };
}

function indexNear(edges: readonly number[], x: number): number {
  let best = -1;
  let distance = TOLERANCE;
  edges.forEach((edge, index) => {
    if (Math.abs(edge - x) > distance) return;
    best = index;
    distance = Math.abs(edge - x);
  });
  return best;
}
