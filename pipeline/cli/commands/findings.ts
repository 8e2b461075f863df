import type { ExitCode } from '../exit-codes.ts';
export async function findingsCommand(..._args: unknown[]): Promise<ExitCode> {
  return 2;
}
