import type { TextRun } from '../engine.ts';

/** A glyph drawn again within this share of the type size (and of its own width) makes it look bold. */
const OVERPRINT = 0.25;
const OVERPRINT_OF_WIDTH = 0.4;

/** Keeps the first of runs drawn several times in nearly the same place ("fake bold", shadows) and calls it bold. */
export function withoutOverprints(runs: readonly TextRun[]): TextRun[] {
  const byText = new Map<string, number[]>();
  runs.forEach((run, index) => {
    const same = byText.get(run.text);
    if (same) same.push(index);
    else byText.set(run.text, [index]);
  });
  const dropped = new Set<number>();
  const emboldened = new Set<number>();
  const runAt = (index: number) => runs[index] as TextRun;
  for (const same of byText.values()) {
    if (same.length < 2) continue;
    same.sort((a, b) => runAt(a).y0 - runAt(b).y0 || runAt(a).x0 - runAt(b).x0 || a - b);
    const kept: number[] = [];
    for (const index of same) {
      const first = lastWhere(kept, runAt(index), runAt);
      if (first === null) kept.push(index);
      else {
        dropped.add(index);
        emboldened.add(first);
      }
    }
  }
  if (dropped.size === 0) return [...runs];
  return runs
    .map((run, index) => (emboldened.has(index) ? { ...run, bold: true } : run))
    .filter((_, index) => !dropped.has(index));
}

/** The kept run, if any, that `run` is drawn over. `kept` ascends in y0, so the search ends at the line above. */
function lastWhere(kept: readonly number[], run: TextRun, runAt: (index: number) => TextRun): number | null {
  const nearY = OVERPRINT * run.size;
  const nearX = Math.min(OVERPRINT * run.size, OVERPRINT_OF_WIDTH * (run.x1 - run.x0));
  for (let i = kept.length - 1; i >= 0; i -= 1) {
    const index = kept[i] as number;
    const other = runAt(index);
    if (run.y0 - other.y0 > nearY) return null;
    if (Math.abs(run.x0 - other.x0) < nearX && other.rotation === run.rotation) return index;
  }
  return null;
}
