import { read } from '../../../extractors/readers/index.ts';
import type { Document } from '../../../schemas/index.ts';

/** Reads the bytes as gouji does, medium told by content. */
export function readWordFile(bytes: Uint8Array): Promise<Document> {
  return read({ bytes: new Uint8Array(bytes), sha256: '0'.repeat(64), source: 'a Word file' });
}
