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
