import type { Document, Section } from '../../schemas/index.ts';

export interface Sections {
  readonly list: readonly Section[];
  /** Id of the innermost section a block stands in, "" before the first. */
  readonly of: (block: number) => string;
  /** The headings above a block from the outermost to the innermost. */
  readonly pathOf: (block: number) => readonly Section[];
}

export function findSections(_document: Document): Sections {
  return { list: [], of: () => '', pathOf: () => [] };
}
