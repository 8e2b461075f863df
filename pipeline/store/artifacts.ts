import { promisify } from 'node:util';
import { deflate, deflateSync, inflateSync } from 'node:zlib';
import { deflating } from '../workers/encoding.ts';
import type { Store } from './open.ts';
import { reading, writing } from './statements.ts';

const deflateAsync = promisify(deflate);

/** Bytes in the form they are kept in. */
export interface KeptBytes {
  readonly encoding: 'identity' | 'deflate' | 'not-kept';
  readonly bytes: Uint8Array | null;
}

/** A PDF is compressed already: deflating is worth its time where it saves at least a tenth. */
const WORTHWHILE = 0.9;

/** Up to here deflating takes less than handing it to another thread, in bytes. */
const SMALL = 32 * 1024;

/** Done ahead of the transaction, off the main thread. `null`: nothing to keep, or no more than is kept. */
export async function pack(bytes: Uint8Array | null): Promise<KeptBytes> {
  if (bytes === null) return { encoding: 'not-kept', bytes: null };
  const options = deflating(bytes.length, 6);
  const deflated = bytes.length > SMALL ? await deflateAsync(bytes, options) : deflateSync(bytes, options);
  const isWorthwhile = deflated.length < bytes.length * WORTHWHILE;
  return isWorthwhile ? { encoding: 'deflate', bytes: deflated } : { encoding: 'identity', bytes };
}

/** An artifact as it is kept. */
export interface Artifact {
  readonly sha256: string;
  readonly size: number;
  readonly kept: KeptBytes;
  /** "" where nobody said. */
  readonly charset: string;
}

/** The same bytes may come with and without a charset, or with two: the first by name is kept, whatever came first. */
export function firstCharset(a: string, b: string): string {
  if (a === '' || b === '') return a === '' ? b : a;
  return a < b ? a : b;
}

/** Keeps bytes, inside a transaction of the caller. Bytes that were too large to keep before may be within the limit now. */
export function keepArtifact(store: Store, { sha256, size, kept, charset }: Artifact): void {
  const before = reading<[string], { encoding: string; charset: string | null }>(
    store.db,
    'SELECT encoding, charset FROM artifacts WHERE sha256 = ?',
  ).get(sha256);
  if (before === undefined) {
    writing(
      store.db,
      "INSERT INTO artifacts (sha256, size, encoding, bytes, charset) VALUES (?, ?, ?, ?, nullif(?, ''))",
    ).run(sha256, size, kept.encoding, kept.bytes, charset);
    return;
  }
  if (before.encoding === 'not-kept' && kept.encoding !== 'not-kept')
    writing(store.db, 'UPDATE artifacts SET encoding = ?, bytes = ? WHERE sha256 = ?').run(
      kept.encoding,
      kept.bytes,
      sha256,
    );
  const first = firstCharset(before.charset ?? '', charset);
  if (first !== (before.charset ?? ''))
    writing(store.db, 'UPDATE artifacts SET charset = ? WHERE sha256 = ?').run(first, sha256);
}

/** Is there anything of its bytes, sound or not? */
export function isKept(store: Store, sha256: string): boolean {
  const row = reading<[string]>(store.db, 'SELECT 1 FROM artifacts WHERE sha256 = ? AND bytes IS NOT NULL').get(sha256);
  return row !== undefined;
}

/** The original bytes of an artifact, or null where they were not kept or cannot be inflated. */
export function unpack(store: Store, sha256: string): Uint8Array<ArrayBuffer> | null {
  const row = reading<[string], { encoding: string; bytes: Buffer | null }>(
    store.db,
    'SELECT encoding, bytes FROM artifacts WHERE sha256 = ?',
  ).get(sha256);
  if (row === undefined || row.bytes === null) return null;
  if (row.encoding !== 'deflate') return new Uint8Array(row.bytes);
  try {
    return new Uint8Array(inflateSync(row.bytes));
  } catch {
    return null; // damaged on the disk: `gouji verify` names it
  }
}
