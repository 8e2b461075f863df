/**
 * An exception with a stable code, a message that names the thing, what was expected and what was found, and a remedy.
 * Problems that belong to the domain (a page without text) are values in `status`, not exceptions.
 */
export class GoujiError extends Error {
  readonly code: string;
  /** What the user can do about it, one sentence. */
  readonly remedy: string;

  constructor(code: string, message: string, options: { remedy: string; cause?: unknown }) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'GoujiError';
    this.code = code;
    this.remedy = options.remedy;
  }
}

/** The bytes are not something that can be read: the document is `unreadable` for the reason in `code`. */
export class UnreadableError extends GoujiError {}
