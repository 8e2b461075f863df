import { existsSync, statfsSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { STAGE_VERSIONS } from '../../stages.ts';
import { openForReading, SCHEMA_VERSION } from '../../store/open.ts';
import { findTools } from '../../tools/find-tools.ts';
import { versionOf } from '../../version.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { print } from '../output.ts';
import { reportProblem } from '../problems.ts';
import type { CliContext } from '../program.ts';
import { padEnd, printable, tone, widthOf } from '../terminal.ts';

/** Programs of other makers that help people look into what gouji found; gouji itself needs none. */
const OPTIONAL_TOOLS = ['pdftotext', 'sqlite3', 'duckdb'] as const;

/** `gouji doctor`: versions, resources, and whether the database is sound. */
export async function doctorCommand({ db }: { readonly db: string }, context: CliContext): Promise<ExitCode> {
  const { doctor } = context.messages;
  const { default: Sqlite } = await import('better-sqlite3');
  const memory = new Sqlite(':memory:');
  const sqlite = String(memory.prepare('SELECT sqlite_version()').pluck().get());
  memory.close();
  const path = resolve(db);
  const free = existsSync(dirname(path)) ? statfsSync(dirname(path)) : null;
  const entries: (readonly [string, string])[] = [
    [doctor.program, `gouji ${versionOf()}`],
    [doctor.node, process.version],
    [doctor.sqlite, sqlite],
    [doctor.stages, STAGE_VERSIONS],
    [doctor.schema, String(SCHEMA_VERSION)],
    [doctor.processors, String(availableParallelism())],
    [doctor.memory, gigabytes(totalmem())],
    ...(free === null ? [] : [[doctor.disk, gigabytes(free.bavail * free.bsize)] as const]),
    [
      doctor.optional,
      OPTIONAL_TOOLS.map((tool) => `${tool} ${isInstalled(tool) ? doctor.found : doctor.absent}`).join(', '),
    ],
    ...(await toolEntries(context)),
    [doctor.database, existsSync(path) ? path : `${path} ${doctor.noDatabase}`],
  ];
  const width = Math.max(...entries.map(([name]) => widthOf(name)));
  await print(entries.map(([name, value]) => `${tone('dim', padEnd(name, width))}  ${printable(value)}\n`).join(''));
  return existsSync(path) ? checkDatabase(path, context) : EXIT.complete;
}

/** What is optional for reading, whether it is there, and what it would be good for. */
async function toolEntries({ messages: { doctor } }: CliContext): Promise<(readonly [string, string])[]> {
  const { converter, recognizer } = await findTools({ ocr: true, versions: true });
  return [
    [doctor.converter, converter?.version ?? doctor.noConverter],
    [doctor.recognizer, recognizer?.version ?? doctor.noRecognizer],
  ];
}

async function checkDatabase(path: string, context: CliContext): Promise<ExitCode> {
  try {
    const store = openForReading(path);
    const verdict = String(store.db.pragma('quick_check(1)', { simple: true }));
    const dangling = store.db.pragma('foreign_key_check');
    store.close();
    const isSound = verdict === 'ok' && Array.isArray(dangling) && dangling.length === 0;
    await print(`${tone(isSound ? 'good' : 'error', context.messages.doctor.integrity(printable(verdict)))}\n`);
    return isSound ? EXIT.complete : EXIT.incomplete;
  } catch (error) {
    return reportProblem(error, context);
  }
}

function isInstalled(tool: string): boolean {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.some((folder) => existsSync(join(folder, tool)) || existsSync(join(folder, `${tool}.exe`)));
}

function gigabytes(bytes: number): string {
  return `${(bytes / 2 ** 30).toFixed(1)} GB`;
}
