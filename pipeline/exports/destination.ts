import { type FileHandle, mkdir, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { GoujiError } from '../../extractors/errors.ts';

/** Why an output could not be written; the command line words each in the reader's language. */
export type OutputProblem = 'full' | 'unwritable' | 'noFolder' | 'isFolder' | 'isFile' | 'isDatabase' | 'inputOutput';

export class OutputError extends GoujiError {
  readonly problem: OutputProblem;
  readonly path: string;

  constructor(problem: OutputProblem, path: string, cause: unknown) {
    super(`output-${problem}`, path, { remedy: '', cause });
    this.name = 'OutputError';
    this.problem = problem;
    this.path = path;
  }
}

const PROBLEMS: Readonly<Record<string, OutputProblem>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EACCES: 'unwritable',
  EPERM: 'unwritable',
  EROFS: 'unwritable',
  ENOENT: 'noFolder',
  ENOTDIR: 'noFolder',
  EISDIR: 'isFolder',
  EEXIST: 'isFile',
};

/** What the system says of a write, as an OutputError that names the place; other errors as they are. */
export function asOutputError(path: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return error;
  return new OutputError(PROBLEMS[String(error.code)] ?? 'inputOutput', path, error);
}

/**
 * Makes a folder and those it lies in, one after the other: where the system refuses to make one in a folder that is there
 * (as in /proc), Node's own recursive way tries for ever.
 */
export async function makeFolder(folder: string): Promise<void> {
  const path = resolve(folder);
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory()) return;
  if (dirname(path) !== path) await makeFolder(dirname(path));
  await writing(folder, () => mkdir(path));
}

type Pieces = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/**
 * Writes a file beside its place and gives it its name when it is whole and on the disk: whatever happens, there is never
 * half a file under the final name. Devices and pipes have no half: they are written to as they are.
 */
export async function writeFileWhole(file: string, pieces: Pieces): Promise<void> {
  const path = await writing(file, () => placeOf(file));
  if (path.isStream) return writing(file, () => fill(path.path, 'w', pieces, { sync: false }));
  const unfinished = join(dirname(path.path), `.${basename(path.path)}.${process.pid}.unfinished`);
  try {
    await fill(unfinished, 'wx', pieces, { sync: true });
    await rename(unfinished, path.path);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw asOutputError(file, error);
  }
}

async function fill(path: string, flag: string, pieces: Pieces, { sync }: { readonly sync: boolean }): Promise<void> {
  const handle: FileHandle = await open(path, flag);
  try {
    for await (const piece of pieces) await handle.writeFile(piece);
    if (sync) await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Where a link leads, so that it stays one; and whether there is something that is no file. */
async function placeOf(file: string): Promise<{ readonly path: string; readonly isStream: boolean }> {
  const path = resolve(file);
  const found = await stat(path).catch(() => null);
  if (found === null) return { path, isStream: false };
  if (found.isDirectory()) throw Object.assign(new Error('is a folder'), { code: 'EISDIR', syscall: 'open' });
  if (found.isFile() && (await isDatabase(path))) throw new OutputError('isDatabase', file, null);
  return { path: await realpath(path), isStream: !found.isFile() };
}

/** What every SQLite database begins with. */
const DATABASE_MARK = Buffer.from('SQLite format 3\0');

/** One slip in a file name would replace all that was ever stored, the kept bytes too, by one table of it. */
async function isDatabase(path: string): Promise<boolean> {
  const handle = await open(path, 'r').catch(() => null);
  if (handle === null) return false;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(DATABASE_MARK.length), 0, DATABASE_MARK.length, 0);
    return buffer.subarray(0, bytesRead).equals(DATABASE_MARK);
  } finally {
    await handle.close();
  }
}

async function writing<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asOutputError(file, error);
  }
}
