import { fileTypeFromBuffer } from 'file-type';
import type { Artifact, Document } from '../../../schemas/index.ts';
import { UnreadableError } from '../../errors.ts';
import type { ReadingAids } from '../aids.ts';
import { documentOf } from '../pdf/layout/index.ts';
import { messageOf } from '../pdf/open-failures.ts';
import { readRecognized } from '../pdf/recognized-pages.ts';
import { recognizePage } from '../recognition/recognize-page.ts';
import { unreadable } from '../unreadable.ts';
import { pictureOf } from './picture.ts';

/** What the drawing library decodes. */
const DECODED: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/bmp']);

/**
 * Reads a picture of a page: photographed, scanned, or a screenshot. It has one page, as wide as A4.
 * Throws UnreadableError: `needs-ocr` without a recognizer, `unsupported-medium` (TIFF), `damaged`.
 */
export async function readImage({ bytes, source }: Artifact, { recognizer }: ReadingAids): Promise<Document> {
  if (recognizer === null) throw unreadable('image', source);
  const mediaType = (await fileTypeFromBuffer(bytes))?.mime ?? 'application/octet-stream';
  if (!DECODED.has(mediaType)) {
    throw new UnreadableError(
      'unsupported-medium',
      `${source}: an image of a kind that is not decoded (${mediaType})`,
      {
        remedy: 'Save it as PNG or PDF and give that file.',
      },
    );
  }
  const { picture, dpi } = await pictureOf(bytes).catch((cause: unknown) => {
    throw new UnreadableError('damaged', `${source}: the image cannot be decoded (${messageOf(cause)})`, {
      remedy: 'Save it as PNG or JPEG and give that file.',
      cause,
    });
  });
  const points = 72 / dpi;
  const [width, height] = [rounded(picture.width * points), rounded(picture.height * points)];
  const empty = { number: 1, width, height, runs: [], rules: [], fills: [], imageShare: 1, reasons: [] };
  const page = readRecognized(empty, await recognizePage(picture, dpi, recognizer));
  return {
    ...documentOf([page.read], { pageCount: 1, metadata: {}, reasons: [] }),
    mediaType,
    recognized: [...page.words],
    aids: ['recognizer'],
  };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
