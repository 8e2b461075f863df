import type { FileReport } from '../../ingest.ts';
import type { CliContext } from '../program.ts';
import { printable, tone } from '../terminal.ts';

/** What an ingest came to. */
export interface Tally {
  readonly complete: number;
  readonly partial: number;
  readonly unreadable: number;
  readonly processed: number;
  readonly unchanged: number;
  readonly notRetried: number;
  readonly notOpened: number;
  readonly interrupted: number;
  readonly facts: number;
  readonly figures: number;
  readonly findings: number;
  /** Files that are no documents. */
  readonly skipped: readonly string[];
}

export const emptyTally: Tally = {
  complete: 0,
  partial: 0,
  unreadable: 0,
  processed: 0,
  unchanged: 0,
  notRetried: 0,
  notOpened: 0,
  interrupted: 0,
  facts: 0,
  figures: 0,
  findings: 0,
  skipped: [],
};

export function tallied(tally: Tally, report: FileReport): Tally {
  if (report.kind === 'skipped') return { ...tally, skipped: [...tally.skipped, report.source] };
  if (report.kind === 'not-opened' || report.kind === 'left-out') return { ...tally, notOpened: tally.notOpened + 1 };
  if (report.kind === 'interrupted') return { ...tally, interrupted: tally.interrupted + 1 };
  if (report.kind === 'together')
    return { ...tally, findings: tally.findings + report.findingsAfter - report.findingsBefore };
  const { state, facts, figures, findings } = report.summary;
  return {
    ...tally,
    [state]: tally[state] + 1,
    processed: tally.processed + (report.change === 'processed' ? 1 : 0),
    unchanged: tally.unchanged + (report.change === 'processed' ? 0 : 1),
    notRetried: tally.notRetried + (report.change === 'not-retried' ? 1 : 0),
    facts: tally.facts + facts,
    figures: tally.figures + figures,
    findings: tally.findings + findings,
  };
}

export interface RunFacts {
  readonly seconds: string;
  readonly database: string;
}

/** Skipped files are shown by a few examples. */
const EXAMPLES_SHOWN = 3;

/** The closing summary of an ingest. */
export function summaryLines(tally: Tally, { seconds, database }: RunFacts, { messages }: CliContext): string {
  const { ingest } = messages;
  const { skipped } = tally;
  const total = tally.complete + tally.partial + tally.unreadable;
  const examples =
    skipped.slice(0, EXAMPLES_SHOWN).map(printable).join(', ') + (skipped.length > EXAMPLES_SHOWN ? ' …' : '');
  const lines = [
    '',
    tone('strong', ingest.summary({ ...tally, total })),
    ingest.contents(tally),
    ingest.changes({ changed: tally.processed, unchanged: tally.unchanged, seconds }),
    ...(tally.notRetried > 0 ? [ingest.notRetried(tally.notRetried)] : []),
    ...(tally.notOpened > 0 ? [tone('error', ingest.failedFiles(tally.notOpened))] : []),
    ...(skipped.length > 0 ? [tone('dim', ingest.skipped(skipped.length, examples))] : []),
    ...(tally.interrupted > 0 ? [tone('warning', ingest.interrupted(total, tally.interrupted))] : []),
    tone('dim', ingest.database(printable(database))),
    ...(tally.findings > 0 ? [ingest.next] : []),
  ];
  return `${lines.join('\n')}\n`;
}
