import { DisjointSets } from './disjoint-sets.ts';
import type { CellShape } from './grid-shape.ts';

export interface Borders {
  /** Is there a border between (r, c) and (r + 1, c)? */
  readonly below: (r: number, c: number) => boolean;
  /** Is there a border between (r, c) and (r, c + 1)? */
  readonly right: (r: number, c: number) => boolean;
}

/**
 * Cells of a grid whose positions run together where no border parts them, as rectangles that tile the grid exactly,
 * row-major. An area that is no rectangle (a border that ends in the middle) is cut into full-width strips.
 */
export function cellsFromBorders(rows: number, columns: number, borders: Borders): CellShape[] {
  const sets = new DisjointSets(rows * columns);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      const position = r * columns + c;
      if (c + 1 < columns && !borders.right(r, c)) sets.join(position, position + 1);
      if (r + 1 < rows && !borders.below(r, c)) sets.join(position, position + columns);
    }
  }
  return rectangles(rows, columns, (r, c) => sets.root(r * columns + c));
}

/** Greedy tiling: each free position in reading order grows right, then down, as far as its area goes. */
function rectangles(rows: number, columns: number, areaOf: (r: number, c: number) => number): CellShape[] {
  const taken = new Uint8Array(rows * columns);
  const cells: CellShape[] = [];
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      if (taken[r * columns + c]) continue;
      const area = areaOf(r, c);
      const free = (row: number, column: number) => taken[row * columns + column] === 0 && areaOf(row, column) === area;
      let cs = 1;
      while (c + cs < columns && free(r, c + cs)) cs++;
      let rs = 1;
      while (r + rs < rows && isFreeStrip(r + rs, c, cs, free)) rs++;
      for (let row = r; row < r + rs; row++) taken.fill(1, row * columns + c, row * columns + c + cs);
      cells.push({ r, c, rs, cs });
    }
  }
  return cells;
}

function isFreeStrip(r: number, c: number, cs: number, free: (r: number, c: number) => boolean): boolean {
  for (let column = c; column < c + cs; column++) if (!free(r, column)) return false;
  return true;
}
