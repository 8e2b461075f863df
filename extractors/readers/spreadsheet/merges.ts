import type { Range } from '@e965/xlsx';
import type { Extent } from './texts.ts';

export interface Merges {
  /** By the position of their top left cell, cut to the part of the sheet that holds texts. */
  readonly anchored: ReadonlyMap<number, Range>;
  /** Positions under a merged cell: what is written there is not shown. */
  readonly covered: ReadonlySet<number>;
}

/** Columns a sheet can have (ISO/IEC 29500). */
const COLUMNS = 16_384;
/** Positions marked as covered; merges that would need more (over whole sheets) are taken at their first cell only. */
const MOST_COVERED = 500_000;

export function positionOf(r: number, c: number): number {
  return r * COLUMNS + c;
}

export function readMerges(ranges: readonly Range[], extent: Extent): Merges {
  const anchored = new Map<number, Range>();
  const covered = new Set<number>();
  for (const { s: start, e } of ranges) {
    if (start.r > extent.lastRow || start.c > extent.lastColumn) continue;
    const end = { r: Math.min(e.r, extent.lastRow), c: Math.min(e.c, extent.lastColumn) };
    if (covered.has(positionOf(start.r, start.c))) continue;
    anchored.set(positionOf(start.r, start.c), { s: start, e: end });
    if ((end.r - start.r + 1) * (end.c - start.c + 1) + covered.size > MOST_COVERED) continue;
    for (let r = start.r; r <= end.r; r += 1) {
      for (let c = start.c; c <= end.c; c += 1) if (r !== start.r || c !== start.c) covered.add(positionOf(r, c));
    }
  }
  return { anchored, covered };
}
