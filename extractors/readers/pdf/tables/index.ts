import type { EnginePage } from '../engine.ts';
import type { FoundTable, PageTables } from './found.ts';

export type { BoundingBox, FoundTable, LooseLine, PageTables, TablePart } from './found.ts';

/** Finds the tables of one page; the page can be dropped afterwards. */
export function findPageTables(page: EnginePage): PageTables {
  return { page: page.number, width: page.width, height: page.height, parts: [], loose: [], reasons: [] };
}

/**
 * Joins parts on successive pages into whole tables, in reading order. `pages` are all pages of the document in
 * order. Part `parts[0]` of a found table says where in the reading order the block stands.
 */
export function joinContinuations(_pages: readonly PageTables[]): FoundTable[] {
  return [];
}

/** Both steps for pages at hand. */
export function findTables(pages: readonly EnginePage[]): FoundTable[] {
  return joinContinuations(pages.map(findPageTables));
}
