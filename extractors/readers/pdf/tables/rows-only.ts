import type { RuleLine } from '../engine.ts';
import { mergeSegments, type Segment } from './rules.ts';

/** Rules of one table begin and end at the same x, give or take this. */
const SAME_EXTENT = 6;
/** Shorter rules underline words or part footnotes from the text. */
const SHORTEST_RULE = 80;
const THINNEST_BAND = 4;
/** A joint of rule pieces seen in this share of the full rules is a column border. */
const JOINT_SHARE = 0.5;
/** Drawings end more pieces than this in a stack, and tables have fewer bands: they are left alone. */
const MOST_ENDS = 4000;
const MOST_BANDS = 400;

/** Horizontal rules of one width over each other, and what stands between them. */
export interface RuleStack {
  readonly x0: number;
  readonly x1: number;
  /** Heights of the rules that run over the full width. */
  readonly ys: readonly number[];
  /** All rules inside the stack, shorter ones too (under a heading of several columns). */
  readonly rules: readonly Segment[];
}

/** Stacks of at least two horizontal rules of the same extent. */
export function ruleStacks(rules: readonly Segment[]): RuleStack[] {
  const stacks: Segment[][] = [];
  for (const rule of rules) {
    if (rule.to - rule.from < SHORTEST_RULE) continue;
    const stack = stacks.find((one) => one[0] && sameExtent(one[0], rule));
    if (stack) stack.push(rule);
    else stacks.push([rule]);
  }
  return stacks.flatMap((stack) => {
    const ys: number[] = [];
    for (const rule of stack) if (rule.at - (ys.at(-1) ?? Number.NEGATIVE_INFINITY) >= THINNEST_BAND) ys.push(rule.at);
    if (ys.length < 2 || ys.length > MOST_BANDS) return [];
    const x0 = Math.min(...stack.map((rule) => rule.from));
    const x1 = Math.max(...stack.map((rule) => rule.to));
    return [{ x0, x1, ys, rules: rulesInside(rules, { x0, x1, ys }) }];
  });
}

/** The part of a stack between two of its heights. */
export function cutStack(stack: RuleStack, ys: readonly number[]): RuleStack {
  const { x0, x1 } = stack;
  return { x0, x1, ys, rules: rulesInside(stack.rules, { x0, x1, ys }) };
}

function rulesInside(rules: readonly Segment[], { x0, x1, ys }: Omit<RuleStack, 'rules'>): Segment[] {
  const top = (ys[0] ?? 0) - 1;
  const bottom = (ys.at(-1) ?? 0) + 1;
  return rules.filter(
    (rule) => rule.at >= top && rule.at <= bottom && rule.from >= x0 - SAME_EXTENT && rule.to <= x1 + SAME_EXTENT,
  );
}

function sameExtent(a: Segment, b: Segment): boolean {
  return Math.abs(a.from - b.from) <= SAME_EXTENT && Math.abs(a.to - b.to) <= SAME_EXTENT;
}

/** A place where a drawn piece of a rule ends inside a stack. */
export interface PieceEnd {
  readonly x: number;
  readonly y: number;
}

/** Ends of the pieces that the rules of a stack were drawn in; cell by cell drawing betrays the columns. */
export function pieceEnds(stack: RuleStack, pieces: readonly RuleLine[]): PieceEnd[] {
  const top = (stack.ys[0] ?? 0) - THINNEST_BAND;
  const bottom = (stack.ys.at(-1) ?? 0) + THINNEST_BAND;
  const ends = pieces.flatMap((piece) => {
    const y = (piece.y0 + piece.y1) / 2;
    if (Math.abs(piece.y1 - piece.y0) > 1 || y < top || y > bottom) return [];
    return [piece.x0, piece.x1]
      .filter((x) => x > stack.x0 + SAME_EXTENT && x < stack.x1 - SAME_EXTENT)
      .map((x) => ({ x, y }));
  });
  return ends.length > MOST_ENDS ? [] : ends;
}

/** Column borders where pieces end in at least half of the rules. */
export function jointsOf(stack: RuleStack, ends: readonly PieceEnd[]): number[] {
  const points: Segment[] = ends.map(({ x, y }) => ({ at: x, from: y - SAME_EXTENT, to: y + SAME_EXTENT }));
  const least = Math.max(2, JOINT_SHARE * stack.ys.length);
  const rows = stack.ys.map((y) => ends.filter((end) => Math.abs(end.y - y) <= THINNEST_BAND));
  return mergeColumns(points)
    .filter((x) => rows.filter((row) => row.some((end) => Math.abs(end.x - x) <= THINNEST_BAND)).length >= least)
    .sort((a, b) => a - b);
}

function mergeColumns(points: readonly Segment[]): number[] {
  return [...new Set(mergeSegments(points).map((segment) => segment.at))];
}

export function hasEnd(ends: readonly PieceEnd[], x: number, y: number): boolean {
  return ends.some((end) => Math.abs(end.x - x) <= THINNEST_BAND && Math.abs(end.y - y) <= THINNEST_BAND);
}
