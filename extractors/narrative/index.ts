import type { Document, ExtractedFigure, Identity, Link, Remark } from '../../schemas/index.ts';
import type { Sections } from '../sections/index.ts';

export interface NarrativeContext {
  readonly identity: Identity;
  readonly sections: Sections;
  readonly claimedBlocks: ReadonlySet<number>;
}

export interface Narrative {
  readonly figures: readonly ExtractedFigure[];
  readonly links: readonly Link[];
  readonly remarks: readonly Remark[];
}

export function readNarrative(_document: Document, _context: NarrativeContext): Narrative {
  return { figures: [], links: [], remarks: [] };
}
