import type { ExitCode } from '../exit-codes.ts';
export async function documentsCommand(..._args: unknown[]): Promise<ExitCode> {
  return 2;
}
