import { UnreadableError } from '../../errors.ts';

/** Why a Word file cannot be read at all. */

export function damaged(source: string, what: string, cause?: unknown): UnreadableError {
  return new UnreadableError('damaged', `${source}: expected a Word document, but ${what}`, {
    remedy: 'Check that the file opens in an office program, or download it again.',
    cause,
  });
}

export function tooLarge(source: string, what: string): UnreadableError {
  return new UnreadableError('too-large', `${source}: ${what}`, {
    remedy: 'Split the file, or check that it is a disclosure at all.',
  });
}

export function encrypted(source: string): UnreadableError {
  return new UnreadableError('encrypted', `${source}: the document is encrypted and opens only with a password`, {
    remedy: 'Save a copy without password and give that one.',
  });
}
