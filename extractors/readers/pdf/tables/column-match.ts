/** Column borders of two page parts of one table differ by no more than this. */
const TOLERANCE = 4;
/** Share of the inner borders of the part with fewer of them that the other part must have too. */
const COMMON = 0.5;

export interface ColumnMatch {
  /** Column borders of both parts together, where the upper part has them. */
  readonly edges: readonly number[];
  /** New index of each column border of the upper and of the lower part. */
  readonly upper: readonly number[];
  readonly lower: readonly number[];
}

/**
 * Do two parts have the same columns? The outer borders must agree, after the shift of the page margins. Inner borders
 * of one part may be missing from the other: rows of forms are divided differently, and a part shows only borders of
 * its own rows. A part may lack columns at its left or right that are blank on its page. null when they differ.
 */
export function matchColumns(upper: readonly number[], lower: readonly number[]): ColumnMatch | null {
  const shift = (lower[0] ?? 0) - (upper[0] ?? 0);
  const shifted = lower.map((x) => x - shift);
  if (Math.abs((shifted.at(-1) ?? 0) - (upper.at(-1) ?? 0)) <= TOLERANCE)
    return moved(upper, shifted) ?? united(upper, shifted);
  const [wide, narrow] = upper.length >= lower.length ? [upper, lower] : [lower, upper];
  const flush = near(wide[0], narrow[0]) || near(wide.at(-1), narrow.at(-1));
  const inside = narrow.length > 3 && narrow.every((x) => wide.some((other) => near(other, x)));
  return flush && inside ? united(upper, lower) : null;
}

/**
 * The same for parts whose borders were found by the alignment of text, half-way between columns: on each page the text
 * is of other width, so as many columns must stand roughly under each other.
 */
export function matchAlignedColumns(upper: readonly number[], lower: readonly number[]): ColumnMatch | null {
  return standUnderEachOther(upper, lower) ? oneByOne(upper) : null;
}

/**
 * A page that its producer laid out by itself has all the columns, some a little wider or narrower than on the page before.
 * A border that has moved is the same border: two of them would cut a column in two.
 */
function moved(upper: readonly number[], lower: readonly number[]): ColumnMatch | null {
  const inner = upper.slice(1, -1);
  const same = inner.filter((x, index) => near(x, lower[index + 1])).length;
  return same >= COMMON * inner.length && standUnderEachOther(upper, lower) ? oneByOne(upper) : null;
}

function standUnderEachOther(upper: readonly number[], lower: readonly number[]): boolean {
  if (upper.length !== lower.length) return false;
  return upper.slice(1, -1).every((x, index) => {
    const narrowest = Math.min(x - (upper[index] ?? x), (upper[index + 2] ?? x) - x);
    return Math.abs((lower[index + 1] ?? 0) - x) <= narrowest / 2;
  });
}

function oneByOne(edges: readonly number[]): ColumnMatch {
  const indices = edges.map((_, index) => index);
  return { edges, upper: indices, lower: indices };
}

/** The same for parts of a form, whose rows are divided each in their own way: the outer borders alone must agree. */
export function matchOuterBorders(upper: readonly number[], lower: readonly number[]): ColumnMatch | null {
  return near(upper[0], lower[0]) && near(upper.at(-1), lower.at(-1)) ? united(upper, lower, 0) : null;
}

function united(upper: readonly number[], lower: readonly number[], least = COMMON): ColumnMatch | null {
  const edges = [...upper];
  for (const x of lower) if (!edges.some((edge) => near(edge, x))) edges.push(x);
  edges.sort((a, b) => a - b);
  const common = upper.length + lower.length - edges.length - 2;
  if (common < least * (Math.min(upper.length, lower.length) - 2)) return null;
  const match = { edges, upper: upper.map((x) => indexOf(edges, x)), lower: lower.map((x) => indexOf(edges, x)) };
  return ascending(match.upper) && ascending(match.lower) ? match : null;
}

function near(a: number | undefined, b: number | undefined): boolean {
  return a !== undefined && b !== undefined && Math.abs(a - b) <= TOLERANCE;
}

function indexOf(edges: readonly number[], x: number): number {
  let best = 0;
  edges.forEach((edge, index) => {
    if (Math.abs(edge - x) < Math.abs((edges[best] ?? 0) - x)) best = index;
  });
  return best;
}

function ascending(values: readonly number[]): boolean {
  return values.every((value, index) => index === 0 || value > (values[index - 1] ?? value));
}
