/** What an archive may hold. Beyond it, it is left packed, and that is said. */
export interface ArchiveLimits {
  readonly members: number;
  /** Bytes of all members unpacked, those of archives inside included. */
  readonly totalBytes: number;
  /** Unpacked bytes for each packed one, … */
  readonly ratio: number;
  /** … looked at above this size: an empty sheet of a few hundred kB packs as well as a bomb. */
  readonly ratioFrom: number;
  /** How many archives may lie in each other. */
  readonly depth: number;
}

const MB = 2 ** 20;

/** A unit's disclosure is a dozen files of a few MB, and they pack at most 20:1. */
export const ARCHIVE_LIMITS: ArchiveLimits = {
  members: 10_000,
  totalBytes: 1024 * MB,
  ratio: 100,
  ratioFrom: 16 * MB,
  depth: 2,
};
