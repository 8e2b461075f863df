import type { EnginePage } from '../engine.ts';
import { joinContinuations } from './continuation.ts';
import type { FoundTable } from './found.ts';
import { findPageTables } from './page-tables.ts';
import { sidewaysTurn } from './sideways.ts';

export type { BoundingBox, FoundTable, LooseLine, PageTables, TablePart } from './found.ts';
export { findPageTables, joinContinuations, sidewaysTurn };

/** Both steps for pages at hand. */
export function findTables(pages: readonly EnginePage[]): FoundTable[] {
  return joinContinuations(pages.map(findPageTables));
}
