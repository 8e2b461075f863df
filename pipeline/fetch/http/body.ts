import { createHash } from 'node:crypto';
import type { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw, createZstdDecompress } from 'node:zlib';

/** Encodings that mean something; a server that says anything else ("utf-8", "none") says nothing about the bytes. */
const ENCODINGS = ['gzip', 'x-gzip', 'deflate', 'br', 'zstd'] as const;
type Encoding = (typeof ENCODINGS)[number];

export const TOO_LARGE = 'TOO_LARGE';

/** What has arrived of a body: kept when the connection breaks, so that the rest can be asked for. */
export interface Received {
  readonly chunks: Uint8Array[];
  length: number;
}

export function nothingYet(): Received {
  return { chunks: [], length: 0 };
}

/**
 * Reads a body into `received` while it arrives, unpacking it, and stops at the limit: no response, and no bomb in one,
 * takes more memory than that. Throws what goes wrong; what came until then stays in `received`.
 *
 * undici's own interceptor for this is experimental and says so on the terminal of every user.
 */
export async function readBody(
  body: Readable,
  { contentEncoding, limit, received }: { contentEncoding: string; limit: number; received: Received },
): Promise<void> {
  const collect = async (source: AsyncIterable<Uint8Array>) => {
    for await (const chunk of source) {
      const kept = chunk.subarray(0, limit - received.length);
      received.chunks.push(kept);
      received.length += kept.length;
      if (kept.length < chunk.length) throw tooLarge(limit);
    }
  };
  const applied = encodingsOf(contentEncoding);
  if (applied.length === 0) return collect(body);
  await pipeline(body, (source) => unpacked(source, applied), collect);
}

export function tooLarge(limit: number): Error {
  return Object.assign(new Error(`超过上限 ${Math.round(limit / 2 ** 20)} MB`), { code: TOO_LARGE });
}

/** The bytes in one piece, and their name. */
export function joined({ chunks, length }: Received): { bytes: Uint8Array<ArrayBuffer>; sha256: string } {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** In the order in which they have to be undone. */
export function encodingsOf(contentEncoding: string): Encoding[] {
  const named = contentEncoding.toLowerCase().split(',').slice(-4);
  return named
    .map((name) => name.trim())
    .filter((name): name is Encoding => ENCODINGS.some((known) => known === name))
    .reverse();
}

async function* unpacked(source: AsyncIterable<Uint8Array>, encodings: readonly Encoding[]) {
  const iterator = source[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done === true) return;
  const all = async function* () {
    yield first.value;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
  };
  let stream: AsyncIterable<Uint8Array> = all();
  for (const [index, encoding] of encodings.entries()) {
    const decoder = decoderOf(encoding, index === 0 ? first.value : null);
    if (decoder !== null) stream = through(stream, decoder);
  }
  yield* stream;
}

/** `head` begins the bytes. Servers send plain files as "gzip" (told by the missing magic), and "deflate" with and without zlib's header. */
function decoderOf(encoding: Encoding, head: Uint8Array | null): Transform | null {
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
      return head !== null && head[0] !== 0x1f ? null : createGunzip();
    case 'deflate':
      return head !== null && ((head[0] ?? 0) & 0x0f) !== 8 ? createInflateRaw() : createInflate();
    case 'br':
      return createBrotliDecompress();
    case 'zstd':
      return createZstdDecompress();
  }
}

async function* through(source: AsyncIterable<Uint8Array>, decoder: Transform): AsyncGenerator<Uint8Array> {
  // The error of either side is thrown by the loop: pipeline destroys the decoder with it.
  pipeline(source, decoder).catch(() => undefined);
  try {
    for await (const chunk of decoder) yield chunk;
  } finally {
    decoder.destroy();
  }
}
