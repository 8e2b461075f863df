import type { EnginePage } from '../engine.ts';
import { findAlignedTables } from './aligned.ts';
import { findBandedTables } from './banded.ts';
import type { PageTables, TablePart } from './found.ts';
import { withHeadedBodies } from './headed-body.ts';
import { looseLines } from './loose-lines.ts';
import { type Piece, piecesOfRun } from './pieces.ts';
import { findRuledTables } from './ruled.ts';
import { mergeRules, type Segment } from './rules.ts';
import { sidewaysTurn, turnedBack, turnedPage } from './sideways.ts';

/** Pages of more pieces of text than this are looked at only where rules cross: finding alignment costs more. */
const MOST_ALIGNED_PIECES = 30_000;
const NEAR_TABLE = 3;

/** Finds the tables of one page; the page can be dropped afterwards. */
export function findPageTables(page: EnginePage): PageTables {
  const turn = sidewaysTurn(page);
  if (turn === null) return uprightTables(page);
  const found = uprightTables(turnedPage(page, turn));
  return { ...found, parts: found.parts.map((part) => turnedBack(part, page, turn)) };
}

function uprightTables(page: EnginePage): PageTables {
  const pieces = page.runs.flatMap(piecesOfRun);
  const rules = mergeRules(page.rules);
  const ruled = findRuledTables(page, rules, pieces);
  const crowded = pieces.length > MOST_ALIGNED_PIECES;
  const found = [...ruled, ...(crowded ? [] : tablesWithFewRules(page, rules.horizontal, pieces, ruled))];
  const parts = withHeadedBodies(found.sort((a, b) => a.top - b.top || a.bbox[0] - b.bbox[0]));
  const reasons = [
    ...(rules.capped ? [tooLarge(page.number, 'ruling lines')] : []),
    ...(crowded ? [tooLarge(page.number, 'pieces of text')] : []),
  ];
  const { number, width, height } = page;
  return { page: number, width, height, parts, loose: looseLines(piecesOutside(pieces, parts)), reasons };
}

function tablesWithFewRules(
  page: EnginePage,
  rules: readonly Segment[],
  pieces: readonly Piece[],
  ruled: readonly TablePart[],
): TablePart[] {
  const free = piecesOutside(pieces, ruled);
  const banded = findBandedTables(page, rulesOutside(rules, ruled), free);
  return [...banded, ...findAlignedTables(page.number, piecesOutside(free, banded))];
}

function tooLarge(page: number, what: string): PageTables['reasons'][number] {
  return {
    code: 'page-too-large',
    page,
    message: `page ${page} holds more ${what} than tables are looked for in; tables on it may be missing`,
  };
}

function piecesOutside(pieces: readonly Piece[], parts: readonly TablePart[]): Piece[] {
  const taken = new Set<number>();
  for (const part of parts) for (const run of part.consumedRuns) taken.add(run);
  return pieces.filter((piece) => !taken.has(piece.run));
}

function rulesOutside(rules: readonly Segment[], parts: readonly TablePart[]): Segment[] {
  const inside = (rule: Segment, { bbox: [x0, y0, x1, y1] }: TablePart) =>
    rule.at > y0 - NEAR_TABLE && rule.at < y1 + NEAR_TABLE && rule.to > x0 && rule.from < x1;
  return rules.filter((rule) => !parts.some((part) => inside(rule, part)));
}
