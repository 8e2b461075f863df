import type { ExitCode } from '../exit-codes.ts';
export async function ingestCommand(..._args: unknown[]): Promise<ExitCode> {
  return 2;
}
