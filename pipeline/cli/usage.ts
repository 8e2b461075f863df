import type { CommanderError } from 'commander';
import { EXAMPLES } from './examples.ts';
import type { Messages } from './messages/index.ts';
import { nearest } from './nearest.ts';
import { printable } from './terminal.ts';

/**
 * A usage error in the reader's language: what is wrong, the nearest valid name, and where the usage is explained.
 * The parser gives a stable code and one English line, in which names stand in single quotes.
 */
export function explainUsageError(error: CommanderError, args: readonly string[], messages: Messages): string {
  const command = args.find((arg) => COMMANDS.includes(arg));
  const lines = [`gouji: ${wordingOf(error, messages)}`];
  const suggestion = /\(Did you mean (?:one of )?([^?]*)\?\)/.exec(error.message)?.[1];
  if (suggestion !== undefined) lines.push(messages.usage.suggestion(suggestion));
  lines.push(...choiceLines(error, messages));
  lines.push(messages.usage.seeHelp(command === undefined ? 'gouji' : `gouji ${command}`));
  return `${lines.map(printable).join('\n')}\n`;
}

/** What may stand in place of a value that is none of the choices: the nearest ones, else all. */
function choiceLines({ code, message }: CommanderError, { usage }: Messages): string[] {
  const choices = /Allowed choices are (.*?)\.?$/.exec(message)?.[1]?.split(', ');
  if (code !== 'commander.invalidArgument' || choices === undefined) return [];
  const close = nearest(valueIn(message), choices);
  return [close.length > 0 ? usage.suggestion(close.join(usage.or)) : usage.choices(choices.join(', '))];
}

/** "option '--x <x>' argument 'value' is invalid", "command-argument value 'value' is invalid for argument 'x'". */
function valueIn(message: string): string {
  return /(?:argument|value) '([^']*)' is invalid/.exec(message)?.[1] ?? '';
}

const COMMANDS: readonly string[] = Object.keys(EXAMPLES).filter((name) => name !== 'program');

function wordingOf(error: CommanderError, { usage }: Messages): string {
  const [first = '', second = ''] = [...error.message.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '');
  switch (error.code) {
    case 'commander.unknownOption':
      return usage.unknownOption(first);
    case 'commander.unknownCommand':
      return usage.unknownCommand(first);
    case 'commander.missingArgument':
      return usage.missingArgument(first);
    case 'commander.optionMissingArgument':
      return usage.optionMissingArgument(first);
    case 'commander.excessArguments':
      return usage.excessArguments(first);
    case 'commander.conflictingOption':
      return usage.conflictingOptions(first, second);
    case 'commander.invalidArgument':
      return error.message.includes('command-argument')
        ? usage.invalidValue(second, first)
        : usage.invalidValue(first, second);
    default:
      return error.message;
  }
}
