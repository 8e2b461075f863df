import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { DatabaseError, naming } from './errors.ts';
import { readable } from './readable.ts';

/** How long another program's transaction is waited for, in milliseconds. */
const BUSY_TIMEOUT = 10_000;

/**
 * Copies a database as it is at this moment, through a connection of its own: others go on reading and writing meanwhile,
 * and the copy holds none of what they write after its beginning. It is packed tight, holds what is still in the write-ahead
 * log, and takes its name only when it is whole and on the disk. The database itself is not changed.
 */
export function copyDatabase(from: string, to: string): void {
  const unfinished = `${to}.unfinished`;
  try {
    naming(to, () => {
      rmSync(unfinished, { force: true });
      vacuumInto(from, unfinished);
      checkCopy(unfinished, to);
    });
    flush(unfinished);
    renameSync(unfinished, to);
    flush(dirname(to));
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw asCopyError(to, error);
  }
}

/** Copies to a name that is free: neither a file nor the log of one that was there may be mixed with the copy. */
export function backUp(from: string, to: string): void {
  for (const file of [to, `${to}-wal`, `${to}-journal`]) {
    if (existsSync(file)) throw new DatabaseError('exists', file);
  }
  copyDatabase(from, to);
}

function vacuumInto(from: string, to: string): void {
  const db = new Database(readable(from), { readonly: true, timeout: BUSY_TIMEOUT });
  try {
    db.prepare('VACUUM INTO ?').run(to);
  } finally {
    db.close();
  }
}

function checkCopy(file: string, name: string): void {
  const copy = new Database(file, { readonly: true });
  try {
    const verdict = String(copy.pragma('quick_check(1)', { simple: true }));
    if (verdict !== 'ok') throw new DatabaseError('corrupt', name, { cause: new Error(verdict) });
  } finally {
    copy.close();
  }
}

/** Not every file system lets a folder be flushed; those that do not keep its entries in step by themselves. */
function flush(path: string): void {
  try {
    const file = openSync(path, 'r');
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (!isUnsupported(error)) throw error;
  }
}

function isUnsupported(error: unknown): boolean {
  return ['EINVAL', 'EISDIR', 'EPERM', 'EACCES', 'EBADF'].includes(codeOf(error));
}

function asCopyError(to: string, error: unknown): unknown {
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return new DatabaseError('full', to, { cause: error });
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM')
    return new DatabaseError('readOnly', to, { cause: error });
  return error;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
