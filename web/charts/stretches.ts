/**
 * Points that may be joined by a line, in order of years: a year that is missing ends a stretch, and so does a year before
 * which the series is cut, because what follows is not the same quantity.
 */
export function stretches<Point extends { readonly year: number }>(
  points: readonly Point[],
  cutBefore: ReadonlySet<number> = new Set(),
): Point[][] {
  const joined: Point[][] = [];
  for (const point of points.toSorted((a, b) => a.year - b.year)) {
    const current = joined.at(-1);
    const goesOn = current?.at(-1)?.year === point.year - 1 && !cutBefore.has(point.year);
    if (current && goesOn) current.push(point);
    else joined.push([point]);
  }
  return joined;
}
