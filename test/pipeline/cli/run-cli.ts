import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

export const MAIN = join(import.meta.dirname, '../../../pipeline/cli/main.ts');

/** Runs the command line as a user would, in English unless the test says otherwise. */
export function gouji(
  args: readonly string[],
  options: { input?: string; env?: Record<string, string>; cwd?: string } = {},
) {
  return spawnSync(process.execPath, [MAIN, ...args, ...oneThread(args)], {
    encoding: 'utf8',
    ...options,
    env: environment(options.env),
  });
}

/** The few pages of a test are read in one thread unless it says otherwise: each reads the dictionary before its first. */
function oneThread(args: readonly string[]): readonly string[] {
  const isReading = args.includes('ingest') || args.includes('replay');
  return isReading && !args.includes('--concurrency') && !args.includes('--help') ? ['--concurrency', '1'] : [];
}

/** The environment of a user who reads English. */
export function environment(changed: Record<string, string> = {}): NodeJS.ProcessEnv {
  // The test runner asks for colour, a pipe does not.
  const { FORCE_COLOR: _, ...inherited } = process.env;
  return { ...inherited, LC_ALL: 'en_US.UTF-8', NO_COLOR: '1', GOUJI_DB: '', ...changed };
}
