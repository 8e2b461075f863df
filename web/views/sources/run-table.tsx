import type { SourceList, SourceStatus } from '../../../schemas/service/index.ts';
import { grouped } from '../../components/amounts.ts';
import { Badge } from '../../components/badge.tsx';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { Printed } from '../../components/printed.tsx';
import { sourcesWords } from '../../messages/sources.ts';
import { spanOf } from './times.ts';
import { When } from './when.tsx';

interface Line {
  readonly source: string;
  readonly nextRun: string | null;
  /** undefined: it was never crawled. */
  readonly status?: SourceStatus;
}

const COUNTS = ['new', 'changed', 'unchanged', 'withdrawn'] as const;

export function RunTable({ list }: { readonly list: SourceList }) {
  const m = sourcesWords();
  const lines: readonly Line[] = [
    ...list.items.map((status) => ({ source: status.source, nextRun: status.nextRun, status })),
    ...list.notYet,
  ];
  const columns: readonly Column<Line>[] = [
    { key: 'source', head: m.source, names: true, cell: ({ source }) => <Printed text={source} /> },
    { key: 'started', head: m.started, cell: ({ status }) => (status ? <Run status={status} /> : m.notYet) },
    ...COUNTS.map((key) => ({
      key,
      head: m[key],
      numeric: true,
      cell: ({ status }: Line) => status && <Count value={status[key]} />,
    })),
    {
      key: 'failed',
      head: m.failed,
      numeric: true,
      cell: ({ status }) => status && <FailedCount status={status} />,
    },
    {
      key: 'waiting',
      head: m.waiting,
      numeric: true,
      cell: ({ status }) => status && <Count value={status.waiting} />,
    },
    {
      key: 'documents',
      head: m.documents,
      numeric: true,
      cell: ({ status }) => status && <Count value={status.documents} />,
    },
    {
      key: 'next',
      head: m.next,
      cell: ({ nextRun }) => (nextRun ? <When iso={nextRun} /> : list.isScheduled ? m.notScheduled : m.unknownSchedule),
    },
  ];
  return (
    <DataTable
      caption={m.lastRuns}
      class="source-runs"
      columns={columns}
      rows={lines}
      rowKey={({ source }) => source}
    />
  );
}

/** A zero steps back, so that what happened is seen. */
function Count({ value }: { readonly value: number }) {
  return <span class={value === 0 ? 'zero' : undefined}>{grouped(String(value))}</span>;
}

function FailedCount({ status }: { readonly status: SourceStatus }) {
  const failed = status.failed.reduce((sum, { count }) => sum + count, 0);
  return failed === 0 ? <Count value={0} /> : <Badge tone="error">{grouped(String(failed))}</Badge>;
}

function Run({ status: { started, ended } }: { readonly status: SourceStatus }) {
  const m = sourcesWords();
  const span = ended === null ? undefined : spanOf(started, ended);
  return (
    <>
      <When iso={started} />
      <span class="source-span">{ended === null ? m.running : span && m.took(spanText(span))}</span>
    </>
  );

  function spanText({ hours, minutes }: { readonly hours: number; readonly minutes: number }): string {
    if (hours > 0) return m.hours(hours, minutes);
    return minutes === 0 ? m.underAMinute : m.minutes(minutes);
  }
}
