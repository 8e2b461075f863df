export interface Placed {
  readonly x: number;
  readonly y: number;
}

/** The point nearest to the pointer, the column of a year before the height: lines are read from year to year. */
export function nearest<Point extends Placed>(points: readonly Point[], x: number, y: number): Point | undefined {
  const rank = (point: Point): number => Math.abs(point.x - x) * 1000 + Math.abs(point.y - y);
  return points.reduce<Point | undefined>(
    (best, point) => (best === undefined || rank(point) < rank(best) ? point : best),
    undefined,
  );
}

/** Where an arrow key leads from a point: left and right along its line, up and down among those of its year. */
export function neighbour<Point extends Placed & { readonly line: string; readonly year: number }>(
  points: readonly Point[],
  from: Point,
  key: string,
): Point | undefined {
  if (key === 'ArrowLeft') return points.findLast(({ line, year }) => line === from.line && year < from.year);
  if (key === 'ArrowRight') return points.find(({ line, year }) => line === from.line && year > from.year);
  const ofYear = points.filter(({ year }) => year === from.year).toSorted((a, b) => a.y - b.y);
  const at = ofYear.indexOf(from);
  if (key === 'ArrowUp') return ofYear[at - 1];
  if (key === 'ArrowDown') return ofYear[at + 1];
  return undefined;
}
