import type { Document, ExtractedFact, ExtractedTable, Identity, TableBlock } from '../../schemas/index.ts';
import type { Sections } from '../sections/index.ts';
import { MOST_POSITIONS } from './grid.ts';
import { splitForms } from './segments.ts';
import type { Surroundings } from './surroundings.ts';
import { readSurroundings } from './surroundings.ts';
import { plainTable, readTable } from './table.ts';

export type { ColumnMeaning, Phase } from './concepts.ts';
export { conceptOfColumn, conceptOfRow } from './concepts.ts';
export type { Form, FormLayout } from './forms.ts';
export { allForms, formOf } from './forms.ts';
export { canonicalLabel } from './names.ts';

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

const NOTHING_AROUND: Surroundings = { title: '', unit: '', note: [], claimed: [] };

/** All tables of a document in reading order with what they mean, and the facts of those that hold accounts. */
export function readTables(document: Document, context: TableContext): TableReading {
  const tables: ExtractedTable[] = [];
  const facts: ExtractedFact[] = [];
  const claimedBlocks = new Set<number>();
  for (const [position, block] of document.blocks.entries()) {
    if (block.kind !== 'table') continue;
    const around = readSurroundings(document.blocks, position);
    for (const index of around.claimed) claimedBlocks.add(index);
    for (const [piece, part] of splitForms(block).entries()) {
      const known = {
        id: `t${tables.length + 1}`,
        section: context.sections.of(block.index),
        documentKind: context.identity.kind,
        around: piece === 0 ? around : NOTHING_AROUND,
      };
      const reading = isTooLarge(part) ? { table: plainTable(part, known), facts: [] } : readTable(part, known);
      tables.push(reading.table);
      for (const fact of reading.facts) facts.push(fact);
    }
  }
  return { tables, facts, claimedBlocks };
}

function isTooLarge(block: TableBlock): boolean {
  return block.rows * block.columns > MOST_POSITIONS;
}
