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
  const before = store.db
    .prepare<[string], { encoding: string; charset: string | null }>(
      'SELECT encoding, charset FROM artifacts WHERE sha256 = ?',
    )
    .get(sha256);
  if (before === undefined) {
    store.db
      .prepare("INSERT INTO artifacts (sha256, size, encoding, bytes, charset) VALUES (?, ?, ?, ?, nullif(?, ''))")
      .run(sha256, size, kept.encoding, kept.bytes, charset);
    return;
  }
  if (before.encoding === 'not-kept' && kept.encoding !== 'not-kept')
    store.db
      .prepare('UPDATE artifacts SET encoding = ?, bytes = ? WHERE sha256 = ?')
      .run(kept.encoding, kept.bytes, sha256);
  const first = firstCharset(before.charset ?? '', charset);
  if (first !== (before.charset ?? ''))
    store.db.prepare('UPDATE artifacts SET charset = ? WHERE sha256 = ?').run(first, sha256);
}

/** Is there anything of its bytes, sound or not? */
export function isKept(store: Store, sha256: string): boolean {
  const row = store.db.prepare<[string]>('SELECT 1 FROM artifacts WHERE sha256 = ? AND bytes IS NOT NULL').get(sha256);
  return row !== undefined;
}

/** The original bytes of an artifact, or null where they were not kept or cannot be inflated. */
export function unpack(store: Store, sha256: string): Uint8Array<ArrayBuffer> | null {
  const row = store.db
    .prepare<[string], { encoding: string; bytes: Buffer | null }>(
      'SELECT encoding, bytes FROM artifacts WHERE sha256 = ?',
    )
    .get(sha256);
  if (row === undefined || row.bytes === null) return null;
  if (row.encoding !== 'deflate') return new Uint8Array(row.bytes);
  try {
    return new Uint8Array(inflateSync(row.bytes));
  } catch {
    return null; // damaged on the disk: `gouji verify` names it
  }
}
