import { setFlagsFromString } from 'node:v8';
import { allForms } from '../../../extractors/tables/forms.ts';
import { type Dataset, type DatasetName, datasetOf, versionsOf } from '../../exports/datasets.ts';
import { asOutputError, writeFileWhole } from '../../exports/destination.ts';
import { exported, type FormatName, type Tally } from '../../exports/export.ts';
import { writePackage } from '../../exports/package.ts';
import type { Filters } from '../../exports/rows.ts';
import { findDocuments } from '../../store/documents.ts';
import { openForReading, type Store } from '../../store/open.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { interruptible } from '../interrupt.ts';
import { nearest } from '../nearest.ts';
import { printBytes, printError } from '../output.ts';
import type { CliContext } from '../program.ts';
import { printable } from '../terminal.ts';

export interface ExportOptions {
  readonly db: string;
  readonly format?: FormatName | undefined;
  readonly output?: string | undefined;
  readonly package?: string | undefined;
  readonly columns: readonly string[];
  readonly bom: boolean;
  readonly unit: readonly string[];
  readonly region: readonly string[];
  readonly year: readonly number[];
  readonly kind: readonly string[];
  readonly form: readonly string[];
  readonly document: readonly string[];
  readonly allVersions: boolean;
}

/** Ends the command as wrong usage: the value of an option is none of the choices. */
export type Refuse = (option: string, value: string, choices: readonly string[]) => never;

type Pieces = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** `gouji export` */
export async function exportCommand(
  name: DatasetName | undefined,
  options: ExportOptions,
  context: CliContext,
  refuse: Refuse,
): Promise<ExitCode> {
  const { messages } = context;
  keepHeapSmall();
  const versions = options.allVersions ? 'all' : 'current';
  const filters: Filters = { ...options, form: options.form.map((form) => formKey(form, refuse)), versions };
  const dataset = name === undefined ? null : datasetOf(name);
  const known = dataset === null ? null : versionsOf(dataset, versions);
  for (const column of options.columns) checkColumn(column, known, refuse);
  const isBinary = options.format === 'parquet' || options.format === 'xlsx';
  const toStdout = options.package === undefined && (options.output === undefined || options.output === '-');
  if (isBinary && toStdout && process.stdout.isTTY) {
    printError(`gouji: ${messages.export.binaryToTerminal}\n`);
    return EXIT.usage;
  }
  const store = openForReading(options.db);
  const interrupt = interruptible();
  try {
    const unknown = options.document.find((wanted) => findDocuments(store, wanted).length === 0);
    if (unknown !== undefined) {
      printError(`gouji: ${messages.show.notFound(printable(unknown))}\n`);
      return EXIT.incomplete;
    }
    const tally = await write(store, dataset, { ...options, filters }, (pieces) => until(interrupt.signal, pieces));
    const lines = [...summaryLines(tally, options, context), ...unknownNames(store, options, context)];
    printError(`${lines.map(printable).join('\n')}\n`);
    return EXIT.complete;
  } catch (error) {
    if (!interrupt.signal.aborted) throw error;
    printError(`${messages.export.interrupted}\n`);
    return EXIT.interrupted;
  } finally {
    interrupt.dispose();
    store.close();
  }
}

/**
 * V8 lets its spaces grow as long as the machine has memory, by some 200 MB where 20 MB are in use. Rows live only until they
 * are written, so an export is not slower without. The flags are read whenever a space is about to grow.
 */
function keepHeapSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=30');
}

async function write(
  store: Store,
  dataset: Dataset | null,
  options: ExportOptions & { readonly filters: Filters },
  watched: (pieces: Pieces) => Pieces,
): Promise<Tally> {
  // One snapshot for all that is written: an ingest may go on beside it.
  store.db.exec('BEGIN');
  const { filters, columns, bom, output, format = 'csv' } = options;
  if (options.package !== undefined) return writePackage(store, options.package, filters, watched);
  if (dataset === null) throw new RangeError('expected a dataset or a folder for a package, found neither');
  const { pieces, tally } = exported(store, { dataset, format, columns, bom, filters });
  if (output !== undefined && output !== '-') await writeFileWhole(output, watched(pieces));
  else for await (const piece of watched(pieces)) await printBytes(piece).catch(failedStdout);
  return tally;
}

function failedStdout(error: unknown): never {
  throw asOutputError('stdout', error);
}

/** The pieces until someone asks for a stop. */
async function* until(signal: AbortSignal, pieces: Pieces): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    signal.throwIfAborted();
    yield piece;
    // Writing to a file may finish without ever letting a signal in.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function summaryLines(tally: Tally, options: ExportOptions, { messages }: CliContext): string[] {
  const place = options.package ?? options.output ?? '-';
  const lines = [messages.export.written(tally.rows, tally.documents, place === '-' ? '' : place)];
  if (tally.notFullyRead > 0) lines.push(messages.findings.notFullyRead(tally.notFullyRead));
  return lines;
}

/** Units and regions that are nowhere, with what may have been meant: otherwise a slip looks like nothing was published. */
function unknownNames(store: Store, options: ExportOptions, { messages }: CliContext): string[] {
  return (['unit', 'region'] as const).flatMap((column) => {
    if (options[column].length === 0) return [];
    const names = store.db
      .prepare<[], string>(`SELECT DISTINCT ${column} FROM documents_all_versions ORDER BY ${column}`)
      .pluck()
      .all();
    return options[column]
      .filter((wanted) => !names.some((name) => name.includes(wanted)))
      .flatMap((wanted) => {
        const close = nearest(wanted, names);
        const suggestion = close.length === 0 ? [] : [messages.usage.suggestion(close.join(messages.usage.or))];
        return [messages.export.noSuch(`--${column}`, wanted), ...suggestion];
      });
  });
}

/** A form by its key, or by its printed name. */
function formKey(wanted: string, refuse: Refuse): string {
  const forms = [...allForms().values()];
  const found = forms.find(({ key, name }) => key === wanted || name === wanted);
  const isKey = /^[\x20-\x7e]*$/.test(wanted);
  return (
    found?.key ??
    refuse(
      '--form <form>',
      wanted,
      forms.map(({ key, name }) => (isKey ? key : name)),
    )
  );
}

function checkColumn(wanted: string, dataset: Dataset | null, refuse: Refuse): void {
  const names = dataset?.columns.map(({ name }) => name) ?? [];
  if (!names.includes(wanted)) refuse('--columns <names>', wanted, names);
}
