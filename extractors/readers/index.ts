import type { Artifact, Document } from '../../schemas/index.ts';
import { UnreadableError } from '../errors.ts';
import { readHtml } from './html/index.ts';
import { type Medium, sniffMedium } from './medium.ts';
import { readPlainText } from './plain-text/index.ts';
import { unreadable } from './unreadable.ts';

export interface Reader {
  readonly medium: Medium;
  /** Larger input is refused before any work is done. */
  readonly maxBytes: number;
  readonly read: (artifact: Artifact) => Document | Promise<Document>;
}

const MB = 1024 * 1024;

/** One line for each medium that can be read. */
export const READERS: readonly Reader[] = [
  { medium: 'html', maxBytes: 64 * MB, read: readHtml },
  { medium: 'text', maxBytes: 64 * MB, read: readPlainText },
];

/**
 * Picks the reader by content, never by file extension, and gives the block tree.
 * Throws UnreadableError: `empty`, `too-large`, `unsupported-medium`, `needs-ocr`, `needs-converter`, `unknown-medium`,
 * and what the reader itself finds.
 */
export async function read(artifact: Artifact): Promise<Document> {
  const medium = await sniffMedium(artifact.bytes);
  const reader = READERS.find((candidate) => candidate.medium === medium);
  if (reader === undefined) throw unreadable(medium, artifact.source);
  if (artifact.bytes.length > reader.maxBytes) {
    throw new UnreadableError(
      'too-large',
      `${artifact.source}: ${artifact.bytes.length} bytes of ${medium}, at most ${reader.maxBytes} are read`,
      { remedy: 'Split the file, or check that it is a disclosure at all.' },
    );
  }
  return reader.read(artifact);
}
