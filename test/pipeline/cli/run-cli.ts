import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

export const MAIN = join(import.meta.dirname, '../../../pipeline/cli/main.ts');

/** Runs the command line as a user would, in English unless the test says otherwise. */
export function gouji(
  args: readonly string[],
  options: { input?: string; env?: Record<string, string>; cwd?: string } = {},
) {
  // The test runner asks for colour, a pipe does not.
  const { FORCE_COLOR: _, ...inherited } = process.env;
  const env = { ...inherited, LC_ALL: 'en_US.UTF-8', NO_COLOR: '1', GOUJI_DB: '', ...options.env };
  return spawnSync(process.execPath, [MAIN, ...args], { encoding: 'utf8', ...options, env });
}
