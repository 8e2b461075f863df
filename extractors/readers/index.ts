import type { Artifact, Document } from '../../schemas/index.ts';
import { UnreadableError } from '../errors.ts';
import { NO_AIDS, type ReadingAids } from './aids.ts';
import { type Medium, sniffMedium } from './medium.ts';
import { unreadable } from './unreadable.ts';

export interface Reader {
  readonly medium: Medium;
  /** Larger input is refused before any work is done. */
  readonly maxBytes: number;
  readonly read: (artifact: Artifact, aids: ReadingAids) => Document | Promise<Document>;
}

const MB = 1024 * 1024;

/** One line for each medium that can be read. Readers are loaded when the first document of their medium comes. */
export const READERS: readonly Reader[] = [
  {
    medium: 'pdf',
    maxBytes: 256 * MB,
    read: async (artifact, aids) => (await import('./pdf/index.ts')).readPdf(artifact, aids),
  },
  {
    medium: 'image',
    maxBytes: 64 * MB,
    read: async (artifact, aids) => (await import('./image/index.ts')).readImage(artifact, aids),
  },
  { medium: 'html', maxBytes: 64 * MB, read: async (artifact) => (await import('./html/index.ts')).readHtml(artifact) },
  {
    medium: 'text',
    maxBytes: 64 * MB,
    read: async (artifact) => (await import('./plain-text/index.ts')).readPlainText(artifact),
  },
  {
    medium: 'word-document',
    maxBytes: 256 * MB,
    read: async (artifact) => (await import('./word/index.ts')).readWord(artifact),
  },
  {
    medium: 'legacy-word',
    maxBytes: 256 * MB,
    read: async (artifact, aids) => (await import('./word/converted.ts')).readConverted(artifact, aids),
  },
  {
    medium: 'spreadsheet',
    maxBytes: 64 * MB,
    read: async (artifact, aids) => (await import('./spreadsheet/index.ts')).readSpreadsheet(artifact, aids),
  },
  {
    medium: 'legacy-spreadsheet',
    maxBytes: 64 * MB,
    read: async (artifact, aids) => (await import('./spreadsheet/index.ts')).readSpreadsheet(artifact, aids),
  },
];

/**
 * Picks the reader by content, never by file extension, and gives the block tree.
 * Throws UnreadableError: `empty`, `too-large`, `unsupported-medium`, `archive`, `unsupported-archive`, `needs-ocr`,
 * `needs-converter`, `encrypted`, `unknown-medium`,
 * and what the reader itself finds.
 */
export async function read(artifact: Artifact, aids: ReadingAids = NO_AIDS): Promise<Document> {
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
  return reader.read(artifact, aids);
}
