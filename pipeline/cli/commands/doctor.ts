import type { ExitCode } from '../exit-codes.ts';
export async function doctorCommand(..._args: unknown[]): Promise<ExitCode> {
  return 2;
}
