import type { Artifact, Document } from '../../../schemas/index.ts';
import { UnreadableError } from '../../errors.ts';
import type { ReadingAids } from '../aids.ts';
import { isEncryptedWordFile } from './compound-file.ts';
import { encrypted } from './failures.ts';
import { readWord } from './index.ts';

/** Formats of older and other word processors: a converter makes today's format of them. */

/** What the bytes are, by their first ones. */
const FORMATS: ReadonlyArray<readonly [start: string, mediaType: string]> = [
  ['\xd0\xcf\x11\xe0', 'application/msword'],
  ['{\\rtf', 'application/rtf'],
  ['PK', 'application/vnd.oasis.opendocument.text'],
];

export async function readConverted(artifact: Artifact, { converter }: ReadingAids): Promise<Document> {
  const { bytes, source } = artifact;
  if (isEncryptedWordFile(bytes)) throw encrypted(source);
  if (converter === null) {
    throw new UnreadableError('needs-converter', `${source}: a word processor file that LibreOffice has to convert`, {
      remedy: 'Install LibreOffice, or save the file as .docx or PDF and give that one.',
    });
  }
  const document = await readWord({ ...artifact, bytes: new Uint8Array(await converter(bytes, 'docx')) });
  const mediaType = mediaTypeOf(bytes);
  return {
    ...document,
    mediaType,
    metadata: { ...document.metadata, 'converted-from': mediaType },
    aids: ['converter'],
  };
}

function mediaTypeOf(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  return FORMATS.find(([start]) => head.startsWith(start))?.[1] ?? 'application/octet-stream';
}
