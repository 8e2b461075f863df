/** A PDF transformation [a b c d e f]: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The transformation that applies `inner` first and `outer` after it. */
export function multiply(outer: Matrix, inner: ArrayLike<number>): Matrix {
  const [a, b, c, d, e, f] = outer;
  const i0 = inner[0] ?? 1;
  const i1 = inner[1] ?? 0;
  const i2 = inner[2] ?? 0;
  const i3 = inner[3] ?? 1;
  const i4 = inner[4] ?? 0;
  const i5 = inner[5] ?? 0;
  return [a * i0 + c * i1, b * i0 + d * i1, a * i2 + c * i3, b * i2 + d * i3, a * i4 + c * i5 + e, b * i4 + d * i5 + f];
}

/** An upright rectangle in displayed points: x0 ≤ x1, y0 ≤ y1. */
export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** The upright box around a transformed rectangle. */
export function transformedBox(matrix: Matrix, x0: number, y0: number, x1: number, y1: number): Box {
  const [a, b, c, d, e, f] = matrix;
  const xs = [a * x0 + c * y0, a * x1 + c * y0, a * x0 + c * y1, a * x1 + c * y1];
  const ys = [b * x0 + d * y0, b * x1 + d * y0, b * x0 + d * y1, b * x1 + d * y1];
  return { x0: Math.min(...xs) + e, y0: Math.min(...ys) + f, x1: Math.max(...xs) + e, y1: Math.max(...ys) + f };
}

/** The common part, or null where the boxes do not meet. A line without width may be a common part. */
export function intersection(one: Box, other: Box): Box | null {
  const x0 = Math.max(one.x0, other.x0);
  const y0 = Math.max(one.y0, other.y0);
  const x1 = Math.min(one.x1, other.x1);
  const y1 = Math.min(one.y1, other.y1);
  return x0 <= x1 && y0 <= y1 ? { x0, y0, x1, y1 } : null;
}

export function contains(outer: Box, inner: Box, slack = 0): boolean {
  return (
    inner.x0 >= outer.x0 - slack &&
    inner.x1 <= outer.x1 + slack &&
    inner.y0 >= outer.y0 - slack &&
    inner.y1 <= outer.y1 + slack
  );
}

export function area(box: Box): number {
  return (box.x1 - box.x0) * (box.y1 - box.y0);
}
