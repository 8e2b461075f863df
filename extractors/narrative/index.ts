import type { Document, ExtractedFigure, Identity, Link, Remark, Words } from '../../schemas/index.ts';
import type { Sections } from '../sections/index.ts';
import { newDiscourse } from './discourse.ts';
import { figureOf } from './figures.ts';
import { makeReadable } from './language/readable.ts';
import { sentencesOf } from './language/sentences.ts';
import { topicOfHeading } from './language/topics.ts';
import { makeLinks } from './links/index.ts';
import { endLists } from './lists.ts';
import type { Passage } from './passage.ts';
import { wordsIn } from './passage.ts';
import { readBlock } from './read-block.ts';
import type { Reading } from './reading.ts';
import { remarksOn } from './remarks/index.ts';

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
  const passages = readPassages(document, context);
  const readings = passages.flatMap((passage) => passage.readings);
  const figures = passages.flatMap((passage) =>
    passage.readings.map((reading) => figureOf(reading, passage, context.sections.of(passage.block.index))),
  );
  const passageOf = new Map(passages.map((passage) => [passage.block.index, passage]));
  const wordsAt = (first: Reading, last: Reading) => wordsBetween(first, last, passageOf);
  return {
    figures,
    links: makeLinks({ readings, passages, fiscalYear: context.identity.fiscalYear, wordsAt }),
    remarks: remarksOn(passages, context.identity),
  };
}

function readPassages(document: Document, { identity, claimedBlocks }: NarrativeContext): readonly Passage[] {
  const discourse = newDiscourse(identity.issuer, identity.fiscalYear);
  const passages: Passage[] = [];
  let sentence = 0;
  for (const block of document.blocks) {
    if (block.kind === 'table' || claimedBlocks.has(block.index)) continue;
    const readable = makeReadable(block.text);
    if (block.kind === 'heading') {
      endLists(discourse);
      discourse.topic = topicOfHeading(readable.text, identity.issuer);
      discourse.keepsPeriod = false;
    }
    const sentences = sentencesOf(readable.text);
    const from = discourse.readings.length;
    readBlock(readable.text, sentences, { block: block.index, firstSentence: sentence }, discourse);
    sentence += sentences.length;
    passages.push({ block, readable, sentences, readings: discourse.readings.slice(from), topic: discourse.topic });
  }
  return passages;
}

/** Longer stretches are quoted by their beginning. */
const LONGEST_WORDS = 240;

/** From the clause of the first reading to the end of the last; a list over several blocks is placed by its whole. */
function wordsBetween(first: Reading, last: Reading, passageOf: ReadonlyMap<number, Passage>): Words {
  const passage = passageOf.get(first.block);
  if (!passage) throw new RangeError(`Expected a passage of block ${first.block}, received none`);
  const end = last.block === first.block ? last.statement.quantity.rawEnd : first.statement.quantity.rawEnd;
  const start = first.statement.leadStart;
  return wordsIn(passage, start, Math.min(end, start + LONGEST_WORDS));
}
