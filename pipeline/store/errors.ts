import { GoujiError } from '../../extractors/errors.ts';

/** What went wrong with the database; the command line words each in the reader's language. */
export type DatabaseProblem =
  | 'missing'
  | 'exists'
  | 'newer'
  | 'older'
  | 'foreign'
  | 'corrupt'
  | 'locked'
  | 'readOnly'
  | 'logLeft'
  | 'full'
  | 'unopenable'
  | 'inputOutput';

export class DatabaseError extends GoujiError {
  readonly problem: DatabaseProblem;
  readonly path: string;
  /** Schema versions, for `newer` and `older`. */
  readonly versions: { readonly found: number; readonly known: number };

  constructor(
    problem: DatabaseProblem,
    path: string,
    options: { found?: number; known?: number; cause?: unknown } = {},
  ) {
    super(`database-${problem}`, path, { remedy: '', cause: options.cause });
    this.name = 'DatabaseError';
    this.problem = problem;
    this.path = path;
    this.versions = { found: options.found ?? 0, known: options.known ?? 0 };
  }
}

/** SQLite's result codes, by their beginning. */
const PROBLEMS: readonly (readonly [string, DatabaseProblem])[] = [
  ['SQLITE_BUSY', 'locked'],
  ['SQLITE_LOCKED', 'locked'],
  ['SQLITE_NOTADB', 'foreign'],
  ['SQLITE_CORRUPT', 'corrupt'],
  ['SQLITE_READONLY', 'readOnly'],
  ['SQLITE_PERM', 'readOnly'],
  ['SQLITE_FULL', 'full'],
  ['SQLITE_CANTOPEN', 'unopenable'],
  ['SQLITE_IOERR', 'inputOutput'],
];

/** Runs a piece of work on the database; what SQLite throws comes out as a DatabaseError that names the file. */
export function naming<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asDatabaseError(path, error);
  }
}

/** What SQLite threw as a DatabaseError that names the file; anything else as it is. */
export function asDatabaseError(path: string, error: unknown): unknown {
  // Told by its name, so that SQLite is not loaded where no database is opened.
  if (error instanceof Error && error.name === 'SqliteError' && 'code' in error) {
    const code = String(error.code);
    const known = PROBLEMS.find(([beginning]) => code.startsWith(beginning));
    return known === undefined ? error : new DatabaseError(known[1], path, { cause: error });
  }
  // better-sqlite3 finds a missing folder before SQLite does.
  const isMissingFolder = error instanceof TypeError && error.message.includes('directory does not exist');
  return isMissingFolder ? new DatabaseError('unopenable', path, { cause: error }) : error;
}
