import type { Document, ExtractedFact, ExtractedTable, Identity } from '../../schemas/index.ts';
import type { Sections } from '../sections/index.ts';

export interface TableContext {
  readonly identity: Identity;
  readonly sections: Sections;
}

export interface TableReading {
  readonly tables: readonly ExtractedTable[];
  readonly facts: readonly ExtractedFact[];
  /** Indices of text blocks that are a table's title, unit line or note: they are not prose. */
  readonly claimedBlocks: ReadonlySet<number>;
}

export function readTables(_document: Document, _context: TableContext): TableReading {
  return { tables: [], facts: [], claimedBlocks: new Set() };
}
