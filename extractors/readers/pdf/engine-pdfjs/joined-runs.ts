import type { TextRun } from '../engine.ts';

/** Runs shown one after the other are one run when the pen hardly moved between them (in em). */
const PEN_SLIP = 0.1;

/** Joins successive runs of one font and size that touch on one baseline: many producers show glyph by glyph. */
export function joinRuns(runs: readonly TextRun[]): TextRun[] {
  const joined: TextRun[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last !== undefined && touches(last, run)) joined[joined.length - 1] = join(last, run);
    else joined.push(run);
  }
  return joined;
}

function touches(left: TextRun, right: TextRun): boolean {
  return (
    left.rotation === 0 &&
    right.rotation === 0 &&
    left.font === right.font &&
    left.bold === right.bold &&
    Math.abs(left.size - right.size) < 0.01 &&
    Math.abs(left.baseline - right.baseline) < 0.05 &&
    Math.abs(right.x0 - left.x1) <= PEN_SLIP * left.size
  );
}

function join(left: TextRun, right: TextRun): TextRun {
  return { ...left, text: left.text + right.text, x1: Math.max(left.x1, right.x1) };
}
