import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import type { DatasetName } from '../exports/datasets.ts';
import type { ExportOptions } from './commands/export.ts';
import type { ExitCode } from './exit-codes.ts';
import type { CliContext } from './program.ts';

/** `gouji export` with its options, which are many; the lists of choices are written out so that `--help` loads nothing. */
export function addExportCommand(
  command: Command,
  db: () => string,
  context: CliContext,
  done: (code: ExitCode) => void,
): void {
  const { help, usage } = context.messages;
  const kinds = Object.keys(context.messages.kind);
  const several = (value: string, earlier: readonly string[]) => [...earlier, value];
  command
    .addArgument(
      new Argument('[dataset]', help.arguments.dataset).choices(['facts', 'figures', 'findings', 'documents']),
    )
    .addOption(
      new Option('--format <format>', help.options.format).choices(['csv', 'jsonl', 'parquet', 'xlsx']).default('csv'),
    )
    .option('--output <file>', help.options.output)
    .addOption(
      // A package is all datasets as CSV with all their columns: what asks for something else is refused, not ignored.
      new Option('--package <folder>', help.options.package).conflicts(['format', 'output', 'columns', 'bom']),
    )
    .option('--columns <names>', help.options.columns, columnNames, noneYet)
    .option('--bom', help.options.bom, false)
    .option('--unit <name>', help.options.filterUnit, several, noneYet)
    .option('--region <name>', help.options.filterRegion, several, noneYet)
    .option('--year <year>', help.options.filterYear, (value, earlier) => [...earlier, yearOf(value, usage)], noYears)
    .option('--kind <kind>', help.options.filterKind, (value, earlier) => [...earlier, oneOf(value, kinds)], noneYet)
    .option('--form <form>', help.options.filterForm, several, noneYet)
    .option('--document <document>', help.options.filterDocument, several, noneYet)
    .option('--all-versions', help.options.allVersions, false)
    .action(async (dataset: DatasetName | undefined, options: Flags, self: Command) => {
      if (dataset === undefined && options.package === undefined)
        self.error("error: missing required argument 'dataset'", { code: 'commander.missingArgument' });
      if (dataset !== undefined && options.package !== undefined)
        self.error(`error: argument '${dataset}' cannot be used with option '--package <folder>'`, {
          code: 'commander.conflictingOption',
        });
      const { exportCommand } = await import('./commands/export.ts');
      done(await exportCommand(dataset, { ...options, db: db() }, context, refuser(self)));
    });
}

type Flags = Omit<ExportOptions, 'db'>;

const noneYet: readonly string[] = [];
const noYears: readonly number[] = [];

/** A column that is named twice comes once, where it was named first: keys of an object and columns of Parquet are unique. */
function columnNames(names: string, earlier: readonly string[]): readonly string[] {
  return [...new Set([...earlier, ...names.split(',').map((name) => name.trim())])];
}

function yearOf(value: string, usage: CliContext['messages']['usage']): number {
  if (!/^(?:19|20)\d{2}$/.test(value)) throw new InvalidArgumentError(usage.expectedNumber);
  return Number(value);
}

function oneOf(value: string, choices: readonly string[]): string {
  if (!choices.includes(value)) throw new InvalidArgumentError(`Allowed choices are ${choices.join(', ')}.`);
  return value;
}

/** Refuses a value in the words of the parser, so that it is explained like any other usage error. */
function refuser(command: Command) {
  return (option: string, value: string, choices: readonly string[]): never =>
    command.error(
      `error: option '${option}' argument '${value}' is invalid. Allowed choices are ${choices.join(', ')}.`,
      {
        code: 'commander.invalidArgument',
      },
    );
}
