import { UnreadableError } from '../../errors.ts';

const END_MARK = '%%EOF';
/** How far from the end a complete file has its end mark. */
const END_WINDOW = 4_096;

/** Does the file break off before the table of its objects? */
export function isTruncated(bytes: Uint8Array): boolean {
  const tail = Buffer.from(bytes.subarray(Math.max(0, bytes.length - END_WINDOW))).toString('latin1');
  return !tail.includes(END_MARK) && !tail.includes('startxref');
}

/** Why a PDF could not be opened, from what the engine threw. */
export function openFailure(source: string, bytes: Uint8Array, cause: unknown): UnreadableError {
  const name = cause instanceof Error ? cause.name : '';
  if (name === 'PasswordException') {
    return new UnreadableError('encrypted', `${source}: the PDF is encrypted and opens only with a password`, {
      remedy: 'Save a copy without password and give that one.',
      cause,
    });
  }
  if (isTruncated(bytes)) {
    return new UnreadableError(
      'truncated',
      `${source}: the PDF breaks off after ${bytes.length} bytes: its end (%%EOF) is missing`,
      { remedy: 'Download the file again.', cause },
    );
  }
  return new UnreadableError(
    'damaged',
    `${source}: expected a PDF, but its structure cannot be read (${messageOf(cause)})`,
    {
      remedy: 'Check that the file opens in a PDF viewer, or download it again.',
      cause,
    },
  );
}

export function emptyFile(source: string): UnreadableError {
  return new UnreadableError('empty', `${source}: expected a PDF, found 0 bytes`, {
    remedy: 'Download the file again.',
  });
}

export function noPages(source: string): UnreadableError {
  return new UnreadableError('empty', `${source}: the PDF has no pages`, { remedy: 'Check the file in a PDF viewer.' });
}

export function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
