import type { Artifact, Document } from '../../../schemas/index.ts';
import { decodeText } from '../charset.ts';
import { renumbered } from '../renumber.ts';
import { joinTornParagraphs } from '../torn-paragraphs.ts';
import { readTextBlocks } from './blocks.ts';
import { commaSeparatedAsTabs } from './comma-separated.ts';
import { splitLines } from './lines.ts';

/** Plain text and Markdown as blocks. Never throws for what the text holds. */
export function readPlainText(artifact: Artifact): Document {
  const { text, reasons } = decodeText(artifact.bytes, [artifact.declaredCharset]);
  const blocks = renumbered(joinTornParagraphs(readTextBlocks(splitLines(commaSeparatedAsTabs(text)))));
  const empty = blocks.length === 0 ? [{ code: 'no-text', message: 'the file holds no text' }] : [];
  return {
    mediaType: 'text/plain',
    pages: null,
    pageSizes: [],
    blocks,
    asides: [],
    metadata: {},
    links: [],
    reasons: [...reasons, ...empty],
  };
}
