import { readFileSync } from 'node:fs';

/** The version in package.json, which stands above this folder in a checkout and above `dist` in the published package. */
export function versionOf(): string {
  for (const folder of ['../', '../../']) {
    try {
      const manifest: { name?: string; version?: string } = JSON.parse(
        readFileSync(new URL(`${folder}package.json`, import.meta.url), 'utf8'),
      );
      if (manifest.name === 'gouji' && manifest.version !== undefined) return manifest.version;
    } catch {
      // Not there: one folder up.
    }
  }
  return 'unknown';
}

/** The oldest Node it runs on, as in package.json: SQLite's engine ends the process without a word on older ones. */
export const OLDEST_NODE = '22.19';

/** Is `a` newer (positive), older (negative) or the same (0)? Numbers between dots; what is no version is older than any. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  for (let n = 0; n < Math.max(left.length, right.length); n++) {
    const difference = (left[n] ?? 0) - (right[n] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length === 0 || right.length === 0 ? left.length - right.length : 0;
}

function numbersOf(version: string): number[] {
  const numbers = /^\d{1,9}(?:\.\d{1,9}){0,3}/.exec(version)?.[0];
  return numbers === undefined ? [] : numbers.split('.').map(Number);
}
