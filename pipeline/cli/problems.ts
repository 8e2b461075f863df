import { GoujiError } from '../../extractors/errors.ts';
import type { SourcesFileError } from '../discovery/index.ts';
import { asOutputError, type OutputError } from '../exports/destination.ts';
import type { RulesFileError } from '../own-rules.ts';
import type { DatabaseError } from '../store/errors.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import type { Language, Messages } from './messages/index.ts';
import { printError } from './output.ts';
import { printable } from './terminal.ts';

/**
 * Turns an error that ends a command into one line and an exit code. A GoujiError carries a code the catalogue words;
 * anything else is a defect of ours, and says so.
 */
export function reportProblem(
  error: unknown,
  { messages, language }: { readonly messages: Messages; readonly language: Language },
): ExitCode {
  const message = error instanceof Error ? error.message : String(error);
  if (isRulesFileError(error) || isSourcesFileError(error)) {
    for (const line of mistakeLines(error, messages, language)) printError(`gouji: ${line}\n`);
    return EXIT.usage;
  }
  if (isDatabaseError(error)) {
    const { problem, path, versions } = error;
    const line =
      problem === 'newer' || problem === 'older'
        ? messages.database[problem](path, versions.found, versions.known)
        : messages.database[problem](path);
    printError(`gouji: ${printable(line)}\n`);
    return problem === 'missing' ? EXIT.usage : EXIT.incomplete;
  }
  if (isOutputError(error)) {
    printError(`gouji: ${printable(messages.output[error.problem](error.path))}\n`);
    return EXIT.incomplete;
  }
  if (error instanceof GoujiError) {
    printError(`gouji: ${printable(`${message}${error.remedy === '' ? '' : ` ${error.remedy}`}`)}\n`);
    return EXIT.incomplete;
  }
  printError(`gouji: ${printable(messages.unexpected(message))}\n`);
  if (process.env.GOUJI_DEBUG !== undefined && error instanceof Error) printError(`${error.stack}\n`);
  return EXIT.incomplete;
}

/** Standard output failed (a full disk behind `>`): one line, and the exit code. */
export function reportOutputProblem(error: NodeJS.ErrnoException, messages: Messages): ExitCode {
  const problem = asOutputError(messages.output.stdout, error);
  const line = isOutputError(problem)
    ? messages.output[problem.problem](problem.path)
    : messages.unexpected(error.message);
  printError(`gouji: ${printable(line)}\n`);
  return EXIT.incomplete;
}

/** Every mistake with file, line and column, as compilers print them. */
function mistakeLines(error: RulesFileError | SourcesFileError, messages: Messages, language: Language): string[] {
  const { file, code, mistakes } = error;
  if (mistakes.length === 0) return [fileProblem(file, code, messages)];
  const lines = mistakes.map(({ line, column, mistake }) =>
    printable(messages.rulesFile.mistake(file, line, column, mistake[language])),
  );
  const count = isRulesFileError(error) ? messages.rulesFile.count : messages.sourcesFile.count;
  return [...lines, count(mistakes.length)];
}

function isRulesFileError(error: unknown): error is RulesFileError {
  return error instanceof GoujiError && error.name === 'RulesFileError';
}

function isSourcesFileError(error: unknown): error is SourcesFileError {
  return error instanceof GoujiError && error.name === 'SourcesFileError';
}

function isOutputError(error: unknown): error is OutputError {
  return error instanceof GoujiError && error.name === 'OutputError';
}

/** Told by its name, so that a command without a database does not load SQLite. */
function isDatabaseError(error: unknown): error is DatabaseError {
  return error instanceof GoujiError && error.name === 'DatabaseError';
}

/** One line for a file that could not be opened: name, cause, remedy. */
export function fileProblem(path: string, code: string, messages: Messages): string {
  const wordings: Readonly<Record<string, (path: string) => string>> = messages.fileErrors;
  const wording = wordings[code] ?? messages.fileErrors['io-error'];
  return printable(wording(path));
}
