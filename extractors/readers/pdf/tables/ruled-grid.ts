import type { Component } from './components.ts';
import { type CellShape, type GridShape, intervalOf } from './grid-shape.ts';
import type { Segment } from './rules.ts';
import { cellsFromBorders } from './spans.ts';

/** Borders closer than this bound nothing that could hold text. */
const THINNEST = 4;
/** Share of a cell's side that must be drawn for the side to be a border. */
const DRAWN = 0.5;
/** A border missing at the sides of a table is taken from where its lines end, if so many of them end there. */
const OPEN_SIDE_LINES = 2;
/** Larger grids are drawings. */
export const MAX_GRID_POSITIONS = 60_000;

/** The grid that crossing rules draw; null when they bound no cell or far too many. */
export function gridFromRules(component: Component): GridShape | null {
  const xs = borders(component.vertical, component.horizontal);
  const ys = borders(component.horizontal, component.vertical);
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  if (rows < 1 || columns < 1 || rows * columns > MAX_GRID_POSITIONS) return null;
  const below = drawnSides(component.horizontal, ys, xs);
  const beside = drawnSides(component.vertical, xs, ys);
  const cells: CellShape[] = cellsFromBorders(rows, columns, {
    below: (r, c) => below[(r + 1) * columns + c] === 1,
    right: (r, c) => beside[(c + 1) * rows + r] === 1,
  });
  return { xs, ys, cells };
}

/** Positions of the lines of one direction, and of open sides where the lines of the other direction end together. */
function borders(lines: readonly Segment[], others: readonly Segment[]): number[] {
  const positions = lines.map((line) => line.at).sort((a, b) => a - b);
  const first = positions[0];
  const last = positions.at(-1);
  if (first === undefined || last === undefined) return [];
  const start = commonEnd(others.map((other) => other.from).sort((a, b) => a - b));
  const end = commonEnd(others.map((other) => other.to).sort((a, b) => b - a));
  if (start !== null && start < first - THINNEST * 2) positions.unshift(start);
  if (end !== null && end > last + THINNEST * 2) positions.push(end);
  return thinned(positions);
}

/** The outermost position where enough lines end together (sorted from the outside inwards). */
function commonEnd(ends: readonly number[]): number | null {
  const outermost = ends[0];
  if (outermost === undefined) return null;
  const together = ends.filter((end) => Math.abs(end - outermost) <= THINNEST);
  return together.length >= Math.min(OPEN_SIDE_LINES, ends.length) ? outermost : null;
}

function thinned(positions: readonly number[]): number[] {
  const kept: number[] = [];
  for (const position of positions) {
    const last = kept.at(-1);
    if (last === undefined || position - last >= THINNEST) kept.push(position);
  }
  return kept;
}

/**
 * Which sides of grid positions are drawn: 1 at [line · stretches + stretch] when the line at `at[line]` covers enough
 * of the stretch between `along[stretch]` and the next.
 */
export function drawnSides(segments: readonly Segment[], at: readonly number[], along: readonly number[]): Uint8Array {
  const stretches = along.length - 1;
  const covered = new Float64Array(at.length * stretches);
  for (const segment of segments) {
    const line = nearest(at, segment.at);
    const first = Math.max(0, intervalOf(along, segment.from));
    for (let stretch = first; stretch < stretches; stretch++) {
      const from = along[stretch] ?? 0;
      const to = along[stretch + 1] ?? from;
      if (from >= segment.to) break;
      const position = line * stretches + stretch;
      const share = (Math.min(to, segment.to) - Math.max(from, segment.from)) / (to - from);
      covered[position] = (covered[position] ?? 0) + Math.max(0, share);
    }
  }
  return Uint8Array.from(covered, (share) => (share >= DRAWN ? 1 : 0));
}

function nearest(positions: readonly number[], value: number): number {
  const before = Math.max(0, Math.min(positions.length - 1, intervalOf(positions, value)));
  const here = positions[before] ?? value;
  const after = positions[before + 1];
  return after !== undefined && after - value < value - here ? before + 1 : before;
}
