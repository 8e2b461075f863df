import { resolve } from 'node:path';
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { asDatabaseError } from '../store/errors.ts';
import { compareVersions, OLDEST_NODE, versionOf } from '../version.ts';
import { DEFAULT_LIMITS, type Limits } from '../workers/limits.ts';
import type { ReportOptions } from './commands/report.ts';
import type { SearchOptions } from './commands/search.ts';
import type { SeriesOptions } from './commands/series.ts';
import type { ServeOptions } from './commands/serve.ts';
import type { SourceTryOptions } from './commands/source-try.ts';
import { EXAMPLES } from './examples.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import type { Language, Messages } from './messages/index.ts';
import { print, printError } from './output.ts';
import { reportProblem } from './problems.ts';
import { addExportCommand } from './program-export.ts';
import { FINDING_STATES, type FindingState, REVIEW_ACTIONS, type ReviewAction } from './review-words.ts';
import { explainUsageError } from './usage.ts';

/** What every command is given beside its own options. */
export interface CliContext {
  readonly language: Language;
  readonly messages: Messages;
}

interface GlobalOptions {
  readonly db: string;
  readonly lang?: Language;
}

type IngestFlags = Limits & { retry: boolean; outdated: boolean; ocr: boolean; rules?: string | false };
type CrawlFlags = Limits & { sources: string; ocr: boolean; allowPrivate: boolean; json: boolean };
type ExtractFlags = Limits & { pretty: boolean; all: boolean; ocr: boolean; rules?: string };

type FindingsFlags = { document?: string; status?: string; state?: FindingState; all: boolean; json: boolean };
type ReviewFlags = { reason?: string; document?: string; json: boolean };

const MISSING = { code: 'commander.missingArgument' };

/** Runs one command line and gives its exit code; nothing here ends the process. */
export async function runProgram(
  args: readonly string[],
  context: CliContext,
  node: string = process.versions.node,
): Promise<ExitCode> {
  if (compareVersions(node, OLDEST_NODE) < 0) {
    printError(`gouji: ${context.messages.usage.oldNode(OLDEST_NODE, node)}\n`);
    return EXIT.incomplete;
  }
  let exitCode: ExitCode = EXIT.complete;
  const program = buildProgram(context, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) {
      const { db } = program.opts<GlobalOptions>();
      return reportProblem(asDatabaseError(resolve(db), error), context);
    }
    if (error.exitCode === 0) return EXIT.complete;
    if (error.code === 'commander.help') await print(program.helpInformation());
    else printError(explainUsageError(error, args, context.messages));
    return EXIT.usage;
  }
}

/** The commands with their options. Each action loads its command when it runs: `--help` loads none. */
function buildProgram(context: CliContext, done: (code: ExitCode) => void): Command {
  const { help } = context.messages;
  const program = describe(new Command('gouji'), context)
    .description(help.description)
    .option('--db <file>', help.options.db, process.env.GOUJI_DB || 'gouji.sqlite')
    .addOption(new Option('--lang <language>', help.options.lang).choices(['zh', 'en']))
    .version(versionOf(), '-V, --version', help.version)
    .helpCommand('help [command]', help.commands.help)
    .addHelpText('after', `\n${help.examples}\n${EXAMPLES.program}\n\n${help.more}`);
  const globals = () => program.opts<GlobalOptions>();

  limitOptions(command('ingest'))
    .argument('[paths...]', help.arguments.paths)
    .option('--retry', help.options.retry, false)
    .option('--outdated', help.options.outdated, false)
    .option('--no-ocr', help.options.noOcr)
    .option('--rules <file>', help.options.rulesKept)
    .option('--no-rules', help.options.noRules)
    .action(async (paths: string[], options: IngestFlags, command: Command) => {
      // Without paths there is only something to do when stored documents are to be recomputed or judged anew.
      if (paths.length === 0 && !options.outdated && options.rules === undefined)
        command.error("error: missing required argument 'paths'", MISSING);
      const { ingestCommand } = await import('./commands/ingest.ts');
      done(await ingestCommand(paths, { ...options, db: globals().db, limits: options }, context));
    });

  limitOptions(command('extract'), ['concurrency'])
    .argument('<file>', help.arguments.file)
    .option('--pretty', help.options.pretty, false)
    .option('--all', help.options.all, false)
    .option('--no-ocr', help.options.noOcr)
    .option('--rules <file>', help.options.rules)
    .action(async (file: string, options: ExtractFlags) => {
      const { extractCommand } = await import('./commands/extract.ts');
      const messages = globals().lang ?? 'zh';
      done(await extractCommand(file, { ...options, messages, limits: { ...DEFAULT_LIMITS, ...options } }, context));
    });

  crawlOptions(command('crawl'))
    .option('--source <name>', help.options.onlySource, collected, [])
    .option('--dry-run', help.options.dryRun, false)
    .option('--status', help.options.crawlStatus, false)
    .action(async (options: CrawlFlags & { source: string[]; dryRun: boolean; status: boolean }) => {
      const { db } = globals();
      if (options.status) {
        const { crawlStatusCommand } = await import('./commands/crawl-status.ts');
        done(await crawlStatusCommand({ ...options, db }, context));
        return;
      }
      const { crawlCommand } = await import('./commands/crawl.ts');
      done(await crawlCommand({ ...options, db, limits: options }, context));
    });

  crawlOptions(command('watch')).action(async (options: CrawlFlags) => {
    const { watchCommand } = await import('./commands/watch.ts');
    done(await watchCommand({ ...options, db: globals().db, limits: options }, context));
  });

  crawlOptions(command('retry'))
    .option('--source <name>', help.options.source)
    .addOption(new Option('--cause <cause>', help.options.cause).choices(Object.keys(context.messages.fetchFailures)))
    .action(async (options: CrawlFlags & { source?: string; cause?: string }) => {
      const { retryCommand } = await import('./commands/retry.ts');
      done(await retryCommand({ ...options, db: globals().db, limits: options }, context));
    });

  command('diff')
    .argument('<document>', help.arguments.document)
    .option('--with <document>', help.options.with)
    .option('--json', help.options.json, false)
    .action(async (document: string, options: { with?: string; json: boolean }) => {
      const { diffCommand } = await import('./commands/diff.ts');
      done(await diffCommand(document, { ...options, db: globals().db }, context));
    });

  command('findings')
    .option('--document <document>', help.options.document)
    .addOption(
      new Option('--status <status>', help.options.status).choices(Object.keys(context.messages.findingStatus)),
    )
    .addOption(new Option('--state <state>', help.options.state).choices(FINDING_STATES))
    .option('--all', help.options.all, false)
    .option('--json', help.options.json, false)
    .action(async (options: FindingsFlags) => {
      const { findingsCommand } = await import('./commands/findings.ts');
      done(await findingsCommand({ ...options, db: globals().db }, context));
    });

  command('review')
    .argument('[finding]', help.arguments.finding)
    .addArgument(new Argument('[action]', help.arguments.action).choices(REVIEW_ACTIONS))
    .argument('[text]', help.arguments.note)
    .option('--reason <text>', help.options.reason)
    .option('--document <document>', help.options.document)
    .option('--json', help.options.json, false)
    .action(async (...given: [string?, ReviewAction?, string?, ReviewFlags?, Command?]) => {
      const [finding, action, text, flags = { json: false }, command] = given;
      const { listReviewsCommand, reviewCommand } = await import('./commands/review.ts');
      const options = { ...flags, db: globals().db };
      if (finding === undefined) return done(await listReviewsCommand(options, context));
      if (action === undefined) return command?.error("error: missing required argument 'action'", MISSING);
      const said = action === 'note' ? text : (flags.reason ?? (action === 'dismiss' ? undefined : ''));
      // An empty reason tells whoever comes next as little as none.
      if (said === undefined || (action !== 'confirm' && action !== 'undo' && said.trim() === ''))
        return command?.error(`error: missing required argument '${action === 'note' ? 'text' : '--reason'}'`, MISSING);
      if (action !== 'note' && text !== undefined)
        return command?.error("error: too many arguments for 'review'", { code: 'commander.excessArguments' });
      const request = { wanted: finding, action, text: said, at: new Date().toISOString() };
      done(await reviewCommand(request, options, context));
    });

  command('documents')
    .option('--json', help.options.json, false)
    .action(async (options: { json: boolean }) => {
      const { documentsCommand } = await import('./commands/documents.ts');
      done(await documentsCommand({ ...options, db: globals().db }, context));
    });

  command('show')
    .argument('<document>', help.arguments.document)
    .option('--json', help.options.json, false)
    .option('--pretty', help.options.pretty, false)
    .option('--all', help.options.all, false)
    .action(async (document: string, options: { json: boolean; pretty: boolean; all: boolean }) => {
      const { showCommand } = await import('./commands/show.ts');
      done(await showCommand(document, { ...options, db: globals().db }, context));
    });

  command('search')
    .argument('<words...>', help.arguments.words)
    .option('--unit <unit>', help.options.unit)
    .addOption(wholeNumber('--year <year>', help.options.year))
    .addOption(new Option('--kind <kind>', help.options.kind).choices(Object.keys(context.messages.kind)))
    .addOption(wholeNumber('--limit <number>', help.options.limit).default(20))
    .option('--all-versions', help.options.allVersions, false)
    .option('--json', help.options.json, false)
    .action(async (words: string[], options: Omit<SearchOptions, 'db'>) => {
      const { searchCommand } = await import('./commands/search.ts');
      done(await searchCommand(words, { ...options, db: globals().db }, context));
    });

  addExportCommand(command('export'), () => globals().db, context, done);
  command('report')
    .argument('<document>', help.arguments.document)
    .addOption(
      new Option('--format <format>', help.options.reportFormat).choices(['html', 'xlsx', 'pdf']).default('html'),
    )
    .option('--output <file>', help.options.output)
    .option('--all', help.options.reportAll, false)
    .action(async (document: string, options: Omit<ReportOptions, 'db'>) => {
      const { reportCommand } = await import('./commands/report.ts');
      done(await reportCommand(document, { ...options, db: globals().db }, context));
    });

  command('series')
    .argument('<unit>', help.arguments.unit)
    .option('--row <row>', help.options.row, '三公')
    .option('--json', help.options.json, false)
    .action(async (unit: string, options: Omit<SeriesOptions, 'db'>) => {
      const { seriesCommand } = await import('./commands/series.ts');
      done(await seriesCommand(unit, { ...options, db: globals().db }, context));
    });

  command('rules')
    .option('--rules <file>', help.options.rulesListed)
    .option('--json', help.options.json, false)
    .action(async (options: { rules?: string; json: boolean }) => {
      const { rulesCommand } = await import('./commands/rules.ts');
      done(await rulesCommand(options, context));
    });

  const source = command('source');
  describe(source.command('try'), context)
    .description(context.messages.sourceTry.description)
    .argument('<url>', help.arguments.url)
    .option('--sources <file>', help.options.sources)
    .option('--source <name>', help.options.source)
    .addOption(new Option('--as <reading>', help.options.as).choices(['list', 'article']))
    .option('--allow-private', help.options.allowPrivate, false)
    .option('--json', help.options.json, false)
    .addHelpText('after', `\n${help.examples}\n${EXAMPLES.source}`)
    .action(async (url: string, options: SourceTryOptions) => {
      const { sourceTryCommand } = await import('./commands/source-try.ts');
      const { createHttpClient } = await import('../fetch/http/index.ts');
      done(await sourceTryCommand(url, options, context, createHttpClient));
    });

  command('serve')
    .addOption(
      new Option('--port <number>', help.options.port)
        .default(4870)
        .argParser((value) => port(value, context.messages)),
    )
    .option('--host <address>', help.options.host, '127.0.0.1')
    .option('--token-file <file>', help.options.tokenFile)
    .option('--sources <file>', help.options.sources, 'sources.yaml')
    .action(async (options: Omit<ServeOptions, 'db'>) => {
      const { serveCommand } = await import('./commands/serve.ts');
      done(await serveCommand({ ...options, db: globals().db }, context));
    });

  command('backup')
    .argument('<file>', help.arguments.copy)
    .action(async (file: string) => {
      const { backupCommand } = await import('./commands/backup.ts');
      done(await backupCommand(file, globals().db, context));
    });

  command('verify')
    .option('--json', help.options.json, false)
    .action(async (options: { json: boolean }) => {
      const { verifyCommand } = await import('./commands/verify.ts');
      done(await verifyCommand({ ...options, db: globals().db }, context));
    });

  limitOptions(command('replay'))
    .addOption(
      new Option('--since <version>', help.options.since).argParser((value) => version(value, context.messages)),
    )
    .option('--no-ocr', help.options.noOcr)
    .option('--json', help.options.json, false)
    .action(async (options: Limits & { since?: string; ocr: boolean; json: boolean }) => {
      const { replayCommand } = await import('./commands/replay.ts');
      done(await replayCommand({ ...options, db: globals().db, limits: options }, context));
    });

  command('doctor').action(async () => {
    const { doctorCommand } = await import('./commands/doctor.ts');
    done(await doctorCommand({ db: globals().db }, context));
  });

  function command(name: keyof typeof EXAMPLES & keyof typeof help.commands): Command {
    return describe(program.command(name), context)
      .description(help.commands[name])
      .addHelpText('after', `\n${help.examples}\n${EXAMPLES[name]}`);
  }

  function wholeNumber(flags: string, description: string): Option {
    return new Option(flags, description).argParser((value) => positiveNumber(value, true, context.messages));
  }

  function crawlOptions(target: Command): Command {
    return limitOptions(target)
      .option('--sources <file>', help.options.sources, 'sources.yaml')
      .option('--allow-private', help.options.allowPrivate, false)
      .option('--no-ocr', help.options.noOcr)
      .option('--json', help.options.json, false);
  }

  function limitOptions(target: Command, without: readonly (keyof Limits)[] = []): Command {
    const flags = {
      concurrency: '-c, --concurrency',
      memoryLimit: '--memory-limit',
      timeLimit: '--time-limit',
      sizeLimit: '--size-limit',
    };
    for (const [name, flag] of Object.entries(flags) as [keyof Limits, string][]) {
      if (without.includes(name)) continue;
      const option = new Option(`${flag} <number>`, help.options[name]).default(DEFAULT_LIMITS[name]);
      target.addOption(option.argParser((value) => positiveNumber(value, name === 'concurrency', context.messages)));
    }
    return target;
  }

  return program;
}

/** What all commands have in common: language of the help, and errors thrown instead of printed. */
function describe(command: Command, { messages }: CliContext): Command {
  const titles: Readonly<Record<string, string>> = messages.help.titles;
  return command
    .exitOverride()
    .configureOutput({ writeOut: print, writeErr: () => undefined })
    .configureHelp({
      showGlobalOptions: true,
      sortOptions: false,
      styleTitle: (title) => titles[title] ?? title,
      optionDescription: (option) => valued(option, option.isBoolean() ? undefined : option.defaultValue, messages),
      argumentDescription: (argument) => valued(argument, argument.defaultValue, messages),
    })
    .helpOption('-h, --help', messages.help.help)
    .allowExcessArguments(false);
}

/** A description with the values that are taken and the one that stands for none, in the words of its language. */
function valued(
  { description, argChoices }: Pick<Option | Argument, 'description' | 'argChoices'>,
  standard: unknown,
  { help }: Messages,
): string {
  // Where the description itself names the values, or says what is meant by leaving it out, it is not said twice.
  const isTold = standard === undefined || Array.isArray(standard) || /default|默认/.test(description);
  const isNamed = argChoices === undefined || argChoices.every((choice) => description.includes(choice));
  const choices = isNamed ? '' : help.choices(argChoices.join(', '));
  return `${description}${choices}${isTold ? '' : help.standard(String(standard))}`;
}

/** An option that may be given several times. */
function collected(value: string, before: readonly string[]): string[] {
  return [...before, value];
}

function version(value: string, messages: Messages): string {
  if (!/^\d{1,9}(\.\d{1,9}){0,3}$/.test(value)) throw new InvalidArgumentError(messages.usage.expectedVersion);
  return value;
}

function port(value: string, messages: Messages): number {
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65_535) throw new InvalidArgumentError(messages.usage.expectedNumber);
  return Number(value);
}

function positiveNumber(value: string, whole: boolean, messages: Messages): number {
  const pattern = whole ? /^[1-9]\d{0,5}$/ : /^\d{1,9}(\.\d{1,6})?$/;
  const number = pattern.test(value) ? Number(value) : 0;
  if (number <= 0) throw new InvalidArgumentError(messages.usage.expectedNumber);
  return number;
}
