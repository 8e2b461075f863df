import type { EnginePage } from '../engine.ts';
import { findAlignedTables } from './aligned.ts';
import { findBandedTables } from './banded.ts';
import { joinContinuations } from './continuation.ts';
import type { FoundTable, PageTables, TablePart } from './found.ts';
import { looseLines } from './loose-lines.ts';
import { type Piece, piecesOfRun } from './pieces.ts';
import { findRuledTables } from './ruled.ts';
import { mergeRules, type Segment } from './rules.ts';

export type { BoundingBox, FoundTable, LooseLine, PageTables, TablePart } from './found.ts';
export { joinContinuations };

/** Finds the tables of one page; the page can be dropped afterwards. */
export function findPageTables(page: EnginePage): PageTables {
  const pieces = page.runs.flatMap(piecesOfRun);
  const rules = mergeRules(page.rules);
  const ruled = findRuledTables(page, rules, pieces);
  const banded = findBandedTables(page, rulesOutside(rules.horizontal, ruled), piecesOutside(pieces, ruled));
  const drawn = [...ruled, ...banded];
  const aligned = findAlignedTables(page.number, piecesOutside(pieces, drawn));
  const parts = [...drawn, ...aligned].sort((a, b) => a.bbox[1] - b.bbox[1] || a.bbox[0] - b.bbox[0]);
  const loose = looseLines(pieces, parts);
  return { page: page.number, width: page.width, height: page.height, parts, loose, reasons: [] };
}

function piecesOutside(pieces: readonly Piece[], parts: readonly TablePart[]): Piece[] {
  return pieces.filter((piece) => !parts.some((part) => part.consumedRuns.has(piece.run)));
}

function rulesOutside(rules: readonly Segment[], parts: readonly TablePart[]): Segment[] {
  return rules.filter(
    (rule) =>
      !parts.some(
        ({ bbox: [x0, y0, x1, y1] }) => rule.at > y0 - 3 && rule.at < y1 + 3 && rule.to > x0 && rule.from < x1,
      ),
  );
}

/** Both steps for pages at hand. */
export function findTables(pages: readonly EnginePage[]): FoundTable[] {
  return joinContinuations(pages.map(findPageTables));
}
