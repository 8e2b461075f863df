import type { Document, ExtractedFigure, Identity, Link, Remark } from '../../schemas/index.ts';
import type { Sections } from '../sections/index.ts';
import { newDiscourse } from './discourse.ts';
import { figureOf } from './figures.ts';
import type { Readable } from './language/readable.ts';
import { makeReadable } from './language/readable.ts';
import { topicOfHeading } from './language/topics.ts';
import { endLists } from './lists.ts';
import { readBlock } from './read-block.ts';

export interface NarrativeContext {
  readonly identity: Identity;
  readonly sections: Sections;
  /** Indexes of blocks that belong to a table (titles, units, notes, cells) and are no prose. */
  readonly claimedBlocks: ReadonlySet<number>;
}

export interface Narrative {
  readonly figures: readonly ExtractedFigure[];
  readonly links: readonly Link[];
  readonly remarks: readonly Remark[];
}

/**
 * Every quantity of the running prose in reading order, the relations the sentences state between them, and defects
 * of the wording. Deterministic; linear in the length of the text.
 */
export function readNarrative(document: Document, context: NarrativeContext): Narrative {
  const { identity } = context;
  const discourse = newDiscourse(identity.issuer, identity.fiscalYear);
  const readables = new Map<number, Readable>();
  let sentence = 0;
  for (const block of document.blocks) {
    if (block.kind === 'table' || context.claimedBlocks.has(block.index)) continue;
    const readable = makeReadable(block.text);
    if (block.kind === 'heading') {
      endLists(discourse);
      discourse.topic = topicOfHeading(readable.text, identity.issuer);
      discourse.keepsPeriod = false;
    }
    readables.set(block.index, readable);
    sentence += readBlock(readable, block.index, sentence, discourse);
  }
  const blocks = new Map(document.blocks.map((block) => [block.index, block]));
  const figures = discourse.readings.flatMap((reading) => {
    const readable = readables.get(reading.block);
    const block = blocks.get(reading.block);
    return readable && block ? [figureOf(reading, block, readable, context.sections.of(reading.block))] : [];
  });
  return { figures, links: [], remarks: [] };
}
