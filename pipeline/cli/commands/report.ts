import { asOutputError, writeFileWhole } from '../../exports/destination.ts';
import { openForReading } from '../../store/open.ts';
import { type PaperFormat, workingPaper } from '../../working-paper/index.ts';
import { chooseDocument } from '../choose-document.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { printBytes, printError } from '../output.ts';
import type { CliContext } from '../program.ts';
import { printable } from '../terminal.ts';

export interface ReportOptions {
  readonly db: string;
  readonly format: PaperFormat;
  readonly output?: string | undefined;
  readonly all: boolean;
}

/** `gouji report DOCUMENT`: the audit working paper. */
export async function reportCommand(wanted: string, options: ReportOptions, context: CliContext): Promise<ExitCode> {
  const { messages, language } = context;
  const { db, format, all, output = '-' } = options;
  const toStdout = output === '-';
  if (toStdout && format !== 'html' && process.stdout.isTTY) {
    printError(`gouji: ${messages.workingPaper.binaryToTerminal}\n`);
    return EXIT.usage;
  }
  const store = openForReading(db);
  try {
    const document = chooseDocument(store, wanted, context);
    if (document === null) return EXIT.incomplete;
    // One snapshot for all that is written: an ingest may go on beside it.
    store.db.exec('BEGIN');
    const { paper, pieces } = await workingPaper(store, { document: document.id, format, messages, language, all });
    if (toStdout) for await (const piece of pieces) await printBytes(piece).catch(failedStdout);
    else await writeFileWhole(output, pieces);
    const written = messages.workingPaper.written(paper.entries.length, toStdout ? '' : output);
    printError(`${printable(written)}\n`);
    if (paper.status.state === 'complete') return EXIT.complete;
    printError(`${messages.workingPaper.notFullyRead}\n`);
    return EXIT.incomplete;
  } finally {
    store.close();
  }
}

function failedStdout(error: unknown): never {
  throw asOutputError('stdout', error);
}
