import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { dataFolder } from '../../../extractors/knowledge/data-folder.ts';

/** The built page: `web/dist` of this package, in a checkout as when it is installed. */
export const pageFolder = join(dirname(dataFolder), 'web', 'dist');

export interface PageFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly etag: string;
  /** Its name changes with its contents. */
  readonly isImmutable: boolean;
}

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  webmanifest: 'application/manifest+json',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  wasm: 'application/wasm',
  woff2: 'font/woff2',
  ttf: 'font/ttf',
};

/** Segments that begin with a letter, digit, "_" or "-": neither "..", nor hidden files, nor anything encoded. */
const PLAIN_PATH = /^(?:[\w-][\w.-]*\/)*[\w-][\w.-]*$/;
/** Vite puts what it names by its contents here. */
const HASHED = /^assets\/.*-[\w-]{8,}\.\w+$/;

/** What never changes under its name is read once: some two megabytes in all. */
const read = new Map<string, PageFile>();

/** A file of the page by the path of its address; null where there is none, or none may be. */
export async function pageFile(folder: string, path: string): Promise<PageFile | null> {
  const name = path.slice(1);
  if (!PLAIN_PATH.test(name)) return null;
  const file = join(folder, name);
  const known = read.get(file);
  if (known !== undefined) return known;
  try {
    const bytes = new Uint8Array(await readFile(file));
    const type = TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
    const found = { bytes, type, etag, isImmutable: HASHED.test(name) };
    if (found.isImmutable) read.set(file, found);
    return found;
  } catch {
    return null; // a folder, or nothing
  }
}

export function isBuilt(folder: string): boolean {
  return existsSync(join(folder, 'index.html'));
}
