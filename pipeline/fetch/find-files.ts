import { open, readdir, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, normalize } from 'node:path';
import { GoujiError } from '../../extractors/errors.ts';
import { fileError } from './file.ts';
import { HEAD_LENGTH, isDocument } from './is-document.ts';

/** What the user's paths lead to. */
export interface FoundFiles {
  /** Sorted, each once. */
  readonly files: readonly string[];
  /** Files inside folders that are no documents. */
  readonly skipped: readonly string[];
  /** Paths that lead nowhere: `not-found`, `no-permission`, `no-documents` (in a folder), `no-match` (of a glob) … */
  readonly problems: readonly { readonly path: string; readonly code: string }[];
}

/** Finds the documents under files, folders (recursively) and glob patterns. */
export async function findFiles(paths: readonly string[]): Promise<FoundFiles> {
  const files = new Set<string>();
  const skipped = new Set<string>();
  const problems: { path: string; code: string }[] = [];
  for (const path of paths) {
    const found = await findUnder(path);
    for (const file of found.files) files.add(file);
    for (const file of found.skipped) skipped.add(file);
    problems.push(...found.problems);
  }
  for (const file of files) skipped.delete(file); // named on its own as well
  return { files: [...files].sort(), skipped: [...skipped].sort(), problems };
}

async function findUnder(path: string): Promise<FoundFiles> {
  try {
    const isFolder = (await stat(path)).isDirectory();
    return isFolder ? await findInFolder(normalize(path)) : { files: [normalize(path)], skipped: [], problems: [] };
  } catch (error) {
    const { code } = fileError(path, error instanceof Error ? error : new Error(String(error)));
    if (code === 'not-found' && /[*?[\]{}!]/.test(path)) return findByPattern(path);
    return { files: [], skipped: [], problems: [{ path, code }] };
  }
}

async function findByPattern(pattern: string): Promise<FoundFiles> {
  const { glob } = await import('tinyglobby');
  const matches = await glob(pattern, { expandDirectories: false, onlyFiles: true, absolute: isAbsolute(pattern) });
  if (matches.length === 0) return { files: [], skipped: [], problems: [{ path: pattern, code: 'no-match' }] };
  return { files: matches.map((match) => normalize(match)), skipped: [], problems: [] };
}

async function findInFolder(folder: string): Promise<FoundFiles> {
  const files: string[] = [];
  const skipped: string[] = [];
  const problems: { path: string; code: string }[] = [];
  const visited = new Set<string>();
  await walk(folder);
  if (files.length === 0 && problems.length === 0) problems.push({ path: folder, code: 'no-documents' });
  return { files, skipped, problems };

  async function walk(path: string): Promise<void> {
    // A symbolic link may lead back up: each folder is entered once, under whatever name it is met first.
    const real = await realpath(path);
    if (visited.has(real)) return;
    visited.add(real);
    const names = (await readdir(path)).filter((name) => !name.startsWith('.')).sort();
    for (const name of names) await visit(join(path, name));
  }

  async function visit(path: string): Promise<void> {
    try {
      const status = await stat(path);
      if (status.isDirectory()) await walk(path);
      else if (status.isFile()) ((await isDocument(path, await headOf(path))) ? files : skipped).push(path);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      problems.push({ path, code: fileError(path, error).code });
    }
  }
}

async function headOf(path: string): Promise<Uint8Array> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_LENGTH), 0, HEAD_LENGTH, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** A list of paths, one a line; or separated by NUL, as `find -print0` gives it for names that hold line breaks. */
export function parsePathList(text: string): string[] {
  const separator = text.includes('\0') ? '\0' : /\r?\n/;
  return text.split(separator).filter((path) => path !== '');
}

/** Only what the file system says of a path is a problem of that path; the rest are defects of ours. */
export function problemCode(error: unknown): string {
  if (error instanceof GoujiError) return error.code;
  throw error;
}
