/** A grid without text: borders, and cells that tile it exactly. */
export interface GridShape {
  /** Column borders, ascending, columns + 1 of them. */
  readonly xs: readonly number[];
  /** Row borders, ascending, rows + 1 of them. */
  readonly ys: readonly number[];
  /** Row-major by top-left position. */
  readonly cells: readonly CellShape[];
}

export interface CellShape {
  readonly r: number;
  readonly c: number;
  readonly rs: number;
  readonly cs: number;
}

/** For every grid position the index of the cell that covers it. */
export function ownersOf(cells: readonly CellShape[], rows: number, columns: number): Int32Array {
  const owners = new Int32Array(rows * columns).fill(-1);
  cells.forEach((cell, index) => {
    for (let r = cell.r; r < cell.r + cell.rs; r++) {
      owners.fill(index, r * columns + cell.c, r * columns + cell.c + cell.cs);
    }
  });
  return owners;
}

/** Index i of the interval [edges[i], edges[i+1]) that holds a value; −1 before the first, edges.length − 1 after the last. */
export function intervalOf(edges: readonly number[], value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edges[middle] ?? Number.POSITIVE_INFINITY) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
