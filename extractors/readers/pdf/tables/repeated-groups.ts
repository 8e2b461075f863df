import type { GridCell, OnePlace } from '../../../../schemas/index.ts';
import { type Cells, hasAmounts, plain } from './part-head.ts';

/**
 * A form of one unit or project whose page program prints the merged cells at its left again on every page, as it does with
 * the header: they reach from the first row under the header to the end of each part and say the same on both. A form that
 * is filled in for another project says another name or other amounts there.
 */
export function repeatsGroups(table: Cells, part: Cells, headerRows: number): boolean {
  const [upper, lower] = [wholeGroups(table, headerRows), wholeGroups(part, headerRows)];
  const other = upper.findIndex((cell, index) => !isSame(cell, lower[index]));
  const same = other < 0 ? upper : upper.slice(0, other);
  if (same[0] === undefined || plain(same[0]) === '' || !firstRowsDiffer(table, part, headerRows)) return false;
  // Names and amounts are the same: what differs to their right is the next group of rows.
  return (
    same.length === Math.max(upper.length, lower.length) ||
    (hasAmounts({ cells: same }) && !differInAmount(upper, lower, same.length))
  );
}

function differInAmount(upper: readonly GridCell[], lower: readonly GridCell[], from: number): boolean {
  return hasAmounts({ cells: [...upper.slice(from), ...lower.slice(from)] });
}

/** The rows on both sides of the border, with the groups at the left that are printed on both made one. */
export function joinRepeatedGroups(cells: readonly GridCell[], border: number): GridCell[] {
  const below = cells.filter(({ r }) => r === border).toSorted((a, b) => a.c - b.c);
  const halves = new Map<GridCell, GridCell>();
  for (const half of below) {
    const cell = cells.find((one) => one.r < border && one.r + one.rs === border && one.c === half.c);
    if (cell === undefined || !isSame(cell, half)) break;
    halves.set(cell, half);
  }
  const joined = new Set(halves.values());
  return cells
    .filter((cell) => !joined.has(cell))
    .map((cell) => {
      const half = halves.get(cell);
      return half === undefined ? cell : oneCell(cell, half);
    });
}

/** Cells from the left that are merged over all rows of the body. */
function wholeGroups({ rows, cells }: Cells, headerRows: number): readonly GridCell[] {
  const first = cells.filter(({ r }) => r === headerRows).toSorted((a, b) => a.c - b.c);
  const end = first.findIndex(({ rs }) => rs === 1 || headerRows + rs < rows);
  return end < 0 ? [] : first.slice(0, end);
}

/** What follows the groups in the first row differs: the rows are others. */
function firstRowsDiffer(table: Cells, part: Cells, headerRows: number): boolean {
  const says = ({ cells }: Cells): string =>
    cells
      .filter(({ r }) => r === headerRows)
      .map(plain)
      .join('|');
  return says(table) !== says(part);
}

function isSame(upper: GridCell, lower: GridCell | undefined): boolean {
  return lower !== undefined && upper.c === lower.c && upper.cs === lower.cs && plain(upper) === plain(lower);
}

function oneCell(upper: GridCell, lower: GridCell): GridCell {
  const places: OnePlace[] = [upper.place ?? [], lower.place ?? []].flat();
  return { ...upper, rs: upper.rs + lower.rs, place: places };
}
