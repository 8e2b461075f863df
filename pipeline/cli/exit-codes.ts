/** Exit codes of every command. */
export const EXIT = {
  /** Done; every document was read in full. */
  complete: 0,
  /** Something was read in part, could not be read, or could not be done; the output says what and why. */
  incomplete: 1,
  /** The command line itself is wrong. */
  usage: 2,
  /** Stopped by Ctrl-C (128 + SIGINT), as shells expect. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
