import type { RuleLine } from '../engine.ts';
import type { GridShape } from './grid-shape.ts';
import type { Segment } from './rules.ts';

/** Rules of one table begin and end at the same x, give or take this. */
const SAME_EXTENT = 6;
/** Shorter rules underline words or part footnotes from the text. */
const SHORTEST_RULE = 80;
const THINNEST_BAND = 4;
/** A joint of rule pieces seen in this share of the rules is a column border. */
const JOINT_SHARE = 0.5;

/** A table drawn with horizontal rules only: bands of one column, and the column borders that the rules betray. */
export interface BandedShape extends GridShape {
  readonly joints: readonly number[];
}

/** Stacks of horizontal rules of the same extent. `pieces` are the lines as drawn, before they were joined. */
export function bandedShapes(rules: readonly Segment[], pieces: readonly RuleLine[]): BandedShape[] {
  const stacks: Segment[][] = [];
  for (const rule of rules) {
    if (rule.to - rule.from < SHORTEST_RULE) continue;
    const stack = stacks.find((one) => one[0] && sameExtent(one[0], rule));
    if (stack) stack.push(rule);
    else stacks.push([rule]);
  }
  return stacks.filter((stack) => stack.length > 1).flatMap((stack) => shapeOf(stack, pieces) ?? []);
}

function sameExtent(a: Segment, b: Segment): boolean {
  return Math.abs(a.from - b.from) <= SAME_EXTENT && Math.abs(a.to - b.to) <= SAME_EXTENT;
}

function shapeOf(stack: readonly Segment[], pieces: readonly RuleLine[]): BandedShape[] {
  const ys: number[] = [];
  for (const rule of stack) if (rule.at - (ys.at(-1) ?? Number.NEGATIVE_INFINITY) >= THINNEST_BAND) ys.push(rule.at);
  if (ys.length < 2) return [];
  const x0 = Math.min(...stack.map((rule) => rule.from));
  const x1 = Math.max(...stack.map((rule) => rule.to));
  const cells = ys.slice(1).map((_, r) => ({ r, c: 0, rs: 1, cs: 1 }));
  return [{ xs: [x0, x1], ys, cells, joints: jointsOf(pieces, ys, x0, x1) }];
}

/** Where pieces of rules end inside the table, in at least half of the rules. */
function jointsOf(pieces: readonly RuleLine[], ys: readonly number[], x0: number, x1: number): number[] {
  const ends: { x: number; y: number }[] = [];
  for (const piece of pieces) {
    const y = (piece.y0 + piece.y1) / 2;
    if (piece.y1 - piece.y0 > 1 || y < (ys[0] ?? 0) - 3 || y > (ys.at(-1) ?? 0) + 3) continue;
    for (const x of [piece.x0, piece.x1]) if (x > x0 + SAME_EXTENT && x < x1 - SAME_EXTENT) ends.push({ x, y });
  }
  ends.sort((a, b) => a.x - b.x || a.y - b.y);
  const joints: number[] = [];
  let group: { x: number; y: number }[] = [];
  const close = () => {
    const rows = new Set(group.map((end) => Math.round(end.y / THINNEST_BAND)));
    if (rows.size >= Math.max(2, JOINT_SHARE * ys.length)) joints.push(group[group.length >> 1]?.x ?? 0);
    group = [];
  };
  for (const end of ends) {
    if (group[0] && end.x - group[0].x > THINNEST_BAND) close();
    group.push(end);
  }
  close();
  return joints;
}
