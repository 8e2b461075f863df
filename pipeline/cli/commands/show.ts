import type { ExitCode } from '../exit-codes.ts';
export async function showCommand(..._args: unknown[]): Promise<ExitCode> {
  return 2;
}
