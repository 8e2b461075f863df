import type { FilledBox, RuleLine } from '../engine.ts';
import { type Box, intersection, type Matrix } from './matrix.ts';

/** pdf.js's own path encoding: an operator code followed by its coordinates. */
const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const QUADRATIC = 3;
const CLOSE = 4;

/** A filled area not thicker than this is a line drawn as an area. */
const THIN = 3;
/** A line is upright when it leaves its axis by no more than this, or by 1 % of its length. */
const STRAIGHT = 0.5;
/** A filled area smaller than this on both sides is a dot (a bullet, the corner of a border). */
const DOT = 3;

type Point = readonly [number, number];

/** One continuous stroke of a path in displayed points. `curved` when part of it is no straight line. */
interface Subpath {
  readonly points: readonly Point[];
  readonly curved: boolean;
}

/** Subpaths of a pdf.js path buffer, transformed. Closed subpaths end where they began. */
export function subpaths(buffer: ArrayLike<number>, matrix: Matrix): Subpath[] {
  const [a, b, c, d, e, f] = matrix;
  const found: Subpath[] = [];
  let points: Point[] = [];
  let curved = false;
  const finish = () => {
    if (points.length > 1) found.push({ points, curved });
    points = [];
    curved = false;
  };
  const add = (at: number) => {
    const x = buffer[at] ?? 0;
    const y = buffer[at + 1] ?? 0;
    points.push([a * x + c * y + e, b * x + d * y + f]);
  };
  for (let at = 0; at < buffer.length; ) {
    const operator = buffer[at];
    if (operator === MOVE) {
      finish();
      add(at + 1);
      at += 3;
    } else if (operator === LINE) {
      add(at + 1);
      at += 3;
    } else if (operator === CURVE || operator === QUADRATIC) {
      const length = operator === CURVE ? 6 : 4;
      curved = true;
      add(at + length - 1);
      at += length + 1;
    } else if (operator === CLOSE) {
      const first = points[0];
      if (first !== undefined) {
        points.push(first);
        finish();
        points = [first];
      }
      at += 1;
    } else {
      break;
    }
  }
  finish();
  return found;
}

/** The ruling lines that stroking a path draws: its upright segments. */
export function strokedRules(paths: readonly Subpath[], width: number, clip: Box): RuleLine[] {
  const rules: RuleLine[] = [];
  for (const { points } of paths) {
    for (let i = 1; i < points.length; i += 1) {
      const from = points[i - 1];
      const to = points[i];
      if (from === undefined || to === undefined) continue;
      const rule = ruleBetween(from, to, width, clip);
      if (rule !== null) rules.push(rule);
    }
  }
  return rules;
}

function ruleBetween([x0, y0]: Point, [x1, y1]: Point, width: number, clip: Box): RuleLine | null {
  const across = Math.abs(x1 - x0);
  const down = Math.abs(y1 - y0);
  if (across < STRAIGHT && down < STRAIGHT) return null;
  if (down <= Math.max(STRAIGHT, across * 0.01)) {
    const y = (y0 + y1) / 2;
    return visibleRule({ x0: Math.min(x0, x1), y0: y, x1: Math.max(x0, x1), y1: y }, width, clip);
  }
  if (across <= Math.max(STRAIGHT, down * 0.01)) {
    const x = (x0 + x1) / 2;
    return visibleRule({ x0: x, y0: Math.min(y0, y1), x1: x, y1: Math.max(y0, y1) }, width, clip);
  }
  return null;
}

/** What filling a path draws: thin areas are ruling lines, the others shaded boxes. */
export function filledShapes(paths: readonly Subpath[], clip: Box): { rules: RuleLine[]; boxes: FilledBox[] } {
  const rules: RuleLine[] = [];
  const boxes: FilledBox[] = [];
  for (const { points, curved } of paths) {
    const shape = filledShape(boundsOf(points), clip);
    if (shape === null) continue;
    if ('width' in shape) rules.push(shape);
    else if (!curved) boxes.push(shape);
  }
  return { rules, boxes };
}

/** A filled rectangle as a ruling line or as a shaded box; null for a dot or where it is clipped away. */
export function filledShape(box: Box, clip: Box): RuleLine | FilledBox | null {
  const width = box.x1 - box.x0;
  const height = box.y1 - box.y0;
  if (width <= DOT && height <= DOT) return null;
  if (height <= THIN && height < width) {
    const y = (box.y0 + box.y1) / 2;
    return visibleRule({ x0: box.x0, y0: y, x1: box.x1, y1: y }, height, clip);
  }
  if (width <= THIN) {
    const x = (box.x0 + box.x1) / 2;
    return visibleRule({ x0: x, y0: box.y0, x1: x, y1: box.y1 }, width, clip);
  }
  const seen = intersection(box, clip);
  return seen !== null && seen.x1 - seen.x0 > THIN && seen.y1 - seen.y0 > THIN ? seen : null;
}

/** Borders are often drawn on the very edge of the clip: half their width may lie outside. */
function visibleRule(line: Box, width: number, clip: Box): RuleLine | null {
  const slack = width / 2 + STRAIGHT;
  const wider = { x0: clip.x0 - slack, y0: clip.y0 - slack, x1: clip.x1 + slack, y1: clip.y1 + slack };
  const seen = intersection(line, wider);
  return seen === null ? null : { ...seen, width };
}

export function boundsOf(points: readonly Point[]): Box {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    if (x < x0) x0 = x;
    if (x > x1) x1 = x;
    if (y < y0) y0 = y;
    if (y > y1) y1 = y;
  }
  return { x0, y0, x1, y1 };
}

/** The single upright rectangle that a path is, or null. */
export function soleRectangle(paths: readonly Subpath[]): Box | null {
  const only = paths[0];
  if (paths.length !== 1 || only === undefined || only.curved) return null;
  const bounds = boundsOf(only.points);
  const onCorner = ([x, y]: Point) =>
    Math.min(Math.abs(x - bounds.x0), Math.abs(x - bounds.x1)) <= STRAIGHT &&
    Math.min(Math.abs(y - bounds.y0), Math.abs(y - bounds.y1)) <= STRAIGHT;
  return only.points.length >= 4 && only.points.every(onCorner) ? bounds : null;
}
