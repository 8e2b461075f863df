import { promisify } from 'node:util';
import { deflate, inflateSync } from 'node:zlib';
import type { Store } from './open.ts';

const deflateAsync = promisify(deflate);

/** Bytes in the form they are kept in. */
export interface KeptBytes {
  readonly encoding: 'identity' | 'deflate' | 'not-kept';
  readonly bytes: Uint8Array | null;
}

/** A PDF is compressed already: deflating is worth its time where it saves at least a tenth. */
const WORTHWHILE = 0.9;

/** Done ahead of the transaction, off the main thread. `null`: a file too large to keep. */
export async function pack(bytes: Uint8Array | null): Promise<KeptBytes> {
  if (bytes === null) return { encoding: 'not-kept', bytes: null };
  const deflated = await deflateAsync(bytes, { level: 6 });
  const isWorthwhile = deflated.length < bytes.length * WORTHWHILE;
  return isWorthwhile ? { encoding: 'deflate', bytes: deflated } : { encoding: 'identity', bytes };
}

/** The original bytes of an artifact, or null where they were not kept. */
export function unpack(store: Store, sha256: string): Uint8Array<ArrayBuffer> | null {
  const row = store.db
    .prepare<[string], { encoding: string; bytes: Buffer | null }>(
      'SELECT encoding, bytes FROM artifacts WHERE sha256 = ?',
    )
    .get(sha256);
  if (row === undefined || row.bytes === null) return null;
  return new Uint8Array(row.encoding === 'deflate' ? inflateSync(row.bytes) : row.bytes);
}
