import type { EnginePage } from '../engine.ts';
import { joinContinuations } from './continuation.ts';
import type { FoundTable, PageTables } from './found.ts';
import { looseLines } from './loose-lines.ts';
import { type Piece, pieceOfRun } from './pieces.ts';
import { findRuledTables } from './ruled.ts';
import { mergeRules } from './rules.ts';

export type { BoundingBox, FoundTable, LooseLine, PageTables, TablePart } from './found.ts';
export { joinContinuations };

/** Finds the tables of one page; the page can be dropped afterwards. */
export function findPageTables(page: EnginePage): PageTables {
  const pieces = page.runs.map(pieceOfRun).filter((piece): piece is Piece => piece !== null);
  const rules = mergeRules(page.rules);
  const parts = findRuledTables(page, rules, pieces).sort((a, b) => a.bbox[1] - b.bbox[1] || a.bbox[0] - b.bbox[0]);
  const loose = looseLines(pieces, parts);
  return { page: page.number, width: page.width, height: page.height, parts, loose, reasons: [] };
}

/** Both steps for pages at hand. */
export function findTables(pages: readonly EnginePage[]): FoundTable[] {
  return joinContinuations(pages.map(findPageTables));
}
