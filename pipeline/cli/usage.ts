import type { CommanderError } from 'commander';
import { EXAMPLES } from './examples.ts';
import type { Messages } from './messages/index.ts';
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
  lines.push(messages.usage.seeHelp(command === undefined ? 'gouji' : `gouji ${command}`));
  return `${lines.map(printable).join('\n')}\n`;
}

const COMMANDS = Object.keys(EXAMPLES).filter((name) => name !== 'program');

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
    case 'commander.invalidArgument':
      return usage.invalidValue(first, second);
    default:
      return error.message;
  }
}
