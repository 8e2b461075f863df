import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseError } from './errors.ts';

/** Bytes 18 and 19 of the file: 2 says that a write-ahead log is in use, 1 that none is (SQLite file format, §1.3.3). */
const JOURNAL_MODE_AT = [18, 19] as const;

/** What to give SQLite so that it can read the database at `path`: the path, or the file's bytes. */
export function readable(path: string): string | Buffer {
  return isWritable(dirname(path)) ? path : inReadOnlyFolder(path);
}

/**
 * What to open where this program may not write, though another one may. What was stored last can be in the write-ahead log
 * alone: with the shared memory of the writer SQLite reads it, without it the file by itself would be an older state.
 */
function inReadOnlyFolder(path: string): string | Buffer {
  const log = existsSync(`${path}-wal`) ? statSync(`${path}-wal`) : undefined;
  if (log === undefined || log.size === 0) return unchanging(path);
  if (existsSync(`${path}-shm`)) return path;
  throw new DatabaseError('logLeft', path);
}

/**
 * Without a writable folder SQLite cannot make the shared memory of WAL, and the prebuilt engine takes no `immutable` URI.
 * Nobody writes there now, so the file as it is, in memory, is the database: bounded by the file, at most 2 GB.
 */
function unchanging(path: string): Buffer {
  const bytes = readFileSync(path);
  for (const at of JOURNAL_MODE_AT) bytes[at] = 1;
  return bytes;
}

export function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
