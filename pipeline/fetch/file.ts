import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { GoujiError } from '../../extractors/errors.ts';
import type { StatusReason } from '../../schemas/index.ts';

/** What stage `fetch` gives of a file: its bytes and their hash, or the reason why there is nothing to read in it. */
export interface FetchedFile {
  readonly source: string;
  readonly sha256: string;
  readonly size: number;
  /** Empty where `reason` says why. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly reason: StatusReason | null;
  /** What the server said of its charset; "" where it said nothing, and for files. */
  readonly declaredCharset: string;
}

/**
 * Loads a file. A file without bytes or above the size limit (in MB) is a document that cannot be read; a file that
 * cannot be opened is no document: GoujiError with code `not-found`, `no-permission`, `is-folder` or `io-error`.
 */
export async function fetchFile(source: string, { sizeLimit }: { readonly sizeLimit: number }): Promise<FetchedFile> {
  const handle = await open(source, 'r').catch((cause: NodeJS.ErrnoException) => {
    throw fileError(source, cause);
  });
  try {
    const { size } = await handle.stat();
    if (size > sizeLimit * 2 ** 20)
      return { ...(await hashOnly(source)), reason: tooLarge(size, sizeLimit), declaredCharset: '' };
    return fetchedBytes(source, new Uint8Array(await handle.readFile()));
  } catch (cause) {
    throw fileError(source, cause instanceof Error ? cause : new Error(String(cause)));
  } finally {
    await handle.close();
  }
}

/** Bytes that are in memory already, under the name of where they came from. */
export function fetchedBytes(source: string, bytes: Uint8Array<ArrayBuffer>, declaredCharset = ''): FetchedFile {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const reason = bytes.length === 0 ? EMPTY : null;
  return { source, sha256, size: bytes.length, bytes, reason, declaredCharset };
}

const EMPTY: StatusReason = { code: 'empty-file', message: '文件为空（0字节）；请重新下载' };

function tooLarge(size: number, limit: number): StatusReason {
  const megabytes = Math.ceil(size / 2 ** 20);
  return { code: 'too-large', message: `文件约${megabytes} MB，超过上限${limit} MB，未读取；可用 --size-limit 放宽` };
}

/** A file too large to load still has a hash, by which it is recorded. */
async function hashOnly(source: string): Promise<Omit<FetchedFile, 'reason' | 'declaredCharset'>> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of createReadStream(source)) {
    hash.update(chunk);
    size += chunk.length;
  }
  return { source, sha256: hash.digest('hex'), size, bytes: new Uint8Array() };
}

/** The codes the operating system gives, in ours. */
const CODES: Readonly<Record<string, string>> = {
  ENOENT: 'not-found',
  ENOTDIR: 'not-found',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EISDIR: 'is-folder',
  ELOOP: 'link-loop',
  EMFILE: 'too-many-open-files',
};

/** The remedy is worded by the command line, in the reader's language, by code. */
export function fileError(source: string, cause: Error & { code?: string | undefined }): GoujiError {
  if (cause instanceof GoujiError) return cause;
  return new GoujiError(CODES[cause.code ?? ''] ?? 'io-error', `${source}: ${cause.message}`, { remedy: '', cause });
}
