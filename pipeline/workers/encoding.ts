import { createHash } from 'node:crypto';
import { deflateSync, inflateSync } from 'node:zlib';

/** Lower-case hex SHA-256: the only kind of identifier that is the same on every machine and in any order. */
export function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}

/**
 * Settings of deflating that take no more memory than so many bytes need: the usual ones take a quarter of a megabyte for a
 * page of a few hundred bytes, and memory taken thousands of times is collected as often.
 */
export function deflating(length: number, level: number): { level: number; windowBits: number; memLevel: number } {
  const windowBits = Math.min(15, Math.max(9, Math.ceil(Math.log2(Math.max(length, 1)))));
  return { level, windowBits, memLevel: Math.min(8, windowBits - 6) };
}

export interface Encoded {
  readonly hash: string;
  readonly bytes: Uint8Array;
}

/** A stage's output as it is kept: deflated JSON (readable from any language), named by the hash of the JSON. */
export function encode(value: unknown): Encoded {
  const json = Buffer.from(JSON.stringify(value));
  return { hash: sha256(json), bytes: deflateSync(json, deflating(json.length, 4)) };
}

/** The stored value; the caller names the type of the stage whose output it was. */
export function decode<T>(bytes: Uint8Array): T {
  return JSON.parse(inflateSync(bytes).toString('utf8'));
}

/** What a stage's run depends on, as one hash. */
export function inputHash(...parts: readonly string[]): string {
  return sha256(JSON.stringify(parts));
}
