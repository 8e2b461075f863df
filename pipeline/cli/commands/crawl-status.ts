import { existsSync } from 'node:fs';
import { readSources } from '../../crawl/sources.ts';
import { nextTime } from '../../crawl/watch.ts';
import { type SourceStatus, sourceStatuses } from '../../store/crawl/status.ts';
import { openForReading } from '../../store/open.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { print, printJson } from '../output.ts';
import type { CliContext } from '../program.ts';
import { printable } from '../terminal.ts';
import { causeText } from '../views/fetch-cause.ts';
import { tableLines } from '../views/table.ts';

/** `gouji crawl --status`: what the last crawl of each source came to, and when the next is due. */
export async function crawlStatusCommand(
  options: { readonly db: string; readonly sources: string; readonly json: boolean },
  { messages }: CliContext,
): Promise<ExitCode> {
  const store = openForReading(options.db);
  try {
    const now = new Date();
    const scheduled = existsSync(options.sources) ? await readSources(options.sources, { allowPrivate: false }) : [];
    const next = new Map(scheduled.map((source) => [source.name, nextTime(store, source, now)?.toISOString() ?? null]));
    const statuses = sourceStatuses(store).map((status) => ({ ...status, nextRun: next.get(status.source) ?? null }));
    if (options.json) await printJson(statuses, { pretty: true });
    else if (statuses.length === 0) await print(`${messages.crawl.status.none}\n`);
    else await print(`${statusLines(statuses, messages).join('\n')}\n`);
    return EXIT.complete;
  } finally {
    store.close();
  }
}

type Row = SourceStatus & { readonly nextRun: string | null };

function statusLines(statuses: readonly Row[], messages: CliContext['messages']): string[] {
  const { columns, running } = messages.crawl.status;
  const numbers = ['documents', 'new', 'changed', 'unchanged', 'withdrawn', 'failed', 'waiting'] as const;
  const table = tableLines(
    [
      { title: columns.source, align: 'start', flexible: true },
      ...numbers.map((name) => ({ title: columns[name], align: 'end' as const })),
      { title: columns.last, align: 'start' },
      { title: columns.next, align: 'start' },
    ],
    statuses.map((status) => [
      printable(status.source),
      ...numbers.map((name) => String(name === 'failed' ? failures(status) : status[name])),
      minute(status.started) + (status.ended === null ? ` (${running})` : ''),
      status.nextRun === null ? '' : minute(status.nextRun),
    ]),
  );
  const causes = statuses.flatMap(({ source, failed }) =>
    Object.entries(failed).map(([cause, count]) => `${printable(source)}: ${count} × ${causeText(cause, messages)}`),
  );
  return causes.length === 0 ? table : [...table, '', ...causes];
}

function failures({ failed }: SourceStatus): number {
  return Object.values(failed).reduce((sum, count) => sum + count, 0);
}

/** "2026-03-01 04:30 UTC" */
function minute(time: string): string {
  return `${time.slice(0, 16).replace('T', ' ')} UTC`;
}
