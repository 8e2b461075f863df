import { GoujiError } from '../../extractors/errors.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import type { Messages } from './messages/index.ts';
import { printError } from './output.ts';
import { printable } from './terminal.ts';

/**
 * Turns an error that ends a command into one line and an exit code. A GoujiError carries a code the catalogue words;
 * anything else is a defect of ours, and says so.
 */
export function reportProblem(error: unknown, { messages }: { readonly messages: Messages }): ExitCode {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof GoujiError) {
    printError(`gouji: ${printable(`${message}${error.remedy === '' ? '' : ` ${error.remedy}`}`)}\n`);
    return EXIT.incomplete;
  }
  printError(`gouji: ${printable(messages.unexpected(message))}\n`);
  if (process.env['GOUJI_DEBUG'] !== undefined && error instanceof Error) printError(`${error.stack}\n`);
  return EXIT.incomplete;
}

/** One line for a file that could not be opened: name, cause, remedy. */
export function fileProblem(path: string, code: string, messages: Messages): string {
  const wording: Readonly<Record<string, string>> = messages.fileErrors;
  return printable(`${path}：${wording[code] ?? messages.fileErrors['io-error']}`);
}
