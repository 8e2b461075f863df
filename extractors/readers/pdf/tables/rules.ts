import type { RuleLine } from '../engine.ts';

/** A line along one axis: `at` on the other axis, from `from` to `to` on its own. */
export interface Segment {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Rules {
  readonly horizontal: readonly Segment[];
  readonly vertical: readonly Segment[];
  /** True when lines were left out because the page has more than can be looked at in bounded time. */
  readonly capped: boolean;
}

/** Lines at most this far apart are one line drawn twice: both sides of a thin rectangle, double lines, cell by cell. */
const SNAP = 2;
/** A snapped line may not creep over more than this, however dense the lines are. */
const SNAP_SPAN = 4;
/** Pieces of one line may lie this far apart: dashes, dots, gaps where cells meet. */
const JOIN = 3;
/** What is shorter after joining is a dot, a tick or an underline of one letter. */
const SHORTEST = 4;
/** A rule may be off the axis by this much (scanned or rounded coordinates). */
const SLANT = 1;
/** Longest lines kept per direction: finding crossings costs at most the square of it. */
export const MAX_RULES = 3000;

/** Snaps and joins the pieces of ruling lines. Any order of `lines` gives the same rules. */
export function mergeRules(lines: readonly RuleLine[]): Rules {
  const across: Segment[] = [];
  const down: Segment[] = [];
  for (const line of lines) {
    const dx = Math.abs(line.x1 - line.x0);
    const dy = Math.abs(line.y1 - line.y0);
    if (!Number.isFinite(dx + dy)) continue;
    if (dy <= SLANT && dx >= dy) across.push(segment((line.y0 + line.y1) / 2, line.x0, line.x1));
    else if (dx <= SLANT) down.push(segment((line.x0 + line.x1) / 2, line.y0, line.y1));
  }
  const horizontal = mergeSegments(across);
  const vertical = mergeSegments(down);
  return {
    horizontal: longest(horizontal),
    vertical: longest(vertical),
    capped: horizontal.length > MAX_RULES || vertical.length > MAX_RULES,
  };
}

function segment(at: number, a: number, b: number): Segment {
  return { at, from: Math.min(a, b), to: Math.max(a, b) };
}

/** Joins the pieces of one direction; sorted by `at`, then `from`. */
export function mergeSegments(pieces: readonly Segment[]): Segment[] {
  const sorted = [...pieces].sort((a, b) => a.at - b.at || a.from - b.from || a.to - b.to);
  const merged: Segment[] = [];
  let start = 0;
  for (let end = 1; end <= sorted.length; end++) {
    const next = sorted[end];
    const last = sorted[end - 1];
    const first = sorted[start];
    if (!last || !first) break;
    if (next && next.at - last.at <= SNAP && next.at - first.at <= SNAP_SPAN) continue;
    merged.push(...joinPieces(sorted.slice(start, end)));
    start = end;
  }
  return merged.filter((one) => one.to - one.from >= SHORTEST);
}

function joinPieces(pieces: readonly Segment[]): Segment[] {
  const at = meanPosition(pieces);
  const joined: { at: number; from: number; to: number }[] = [];
  for (const piece of [...pieces].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = joined.at(-1);
    if (last && piece.from - last.to <= JOIN) last.to = Math.max(last.to, piece.to);
    else joined.push({ at, from: piece.from, to: piece.to });
  }
  return joined;
}

/** Mean weighted by length, so that a speck does not move a line. */
function meanPosition(pieces: readonly Segment[]): number {
  let weight = 0;
  let sum = 0;
  for (const piece of pieces) {
    const length = piece.to - piece.from + 0.01;
    weight += length;
    sum += piece.at * length;
  }
  return Math.round((sum / weight) * 1000) / 1000;
}

function longest(segments: readonly Segment[]): Segment[] {
  if (segments.length <= MAX_RULES) return [...segments];
  return [...segments]
    .sort((a, b) => b.to - b.from - (a.to - a.from) || a.at - b.at || a.from - b.from)
    .slice(0, MAX_RULES)
    .sort((a, b) => a.at - b.at || a.from - b.from);
}
