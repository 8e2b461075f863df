import type { FileReport } from '../../ingest.ts';
import type { Messages } from '../messages/index.ts';
import { fileProblem } from '../problems.ts';
import type { CliContext } from '../program.ts';
import { printable, tone } from '../terminal.ts';
import { reasonText } from './reason.ts';

const MARKS = { complete: '✓', partial: '◐', unreadable: '✗' } as const;
const TONES = { complete: 'good', partial: 'warning', unreadable: 'error' } as const;

/** Files that were reconciled as one disclosure, or beside others of their unit. */
function togetherLine(
  { sources, companions, findingsAfter }: Extract<FileReport, { kind: 'together' }>,
  messages: Messages,
): string {
  const notes = [
    messages.ingest.together(sources.length, companions),
    ...(findingsAfter > 0 ? [messages.findings.ofDocument(findingsAfter)] : []),
  ].join(' · ');
  return `${tone('accent', '⇄', process.stderr)} ${printable(sources[0] ?? '')}${tone('dim', `  ${notes}`, process.stderr)}`;
}

/** One line for one file: what became of it and, where it was not read in full, why. */
export function reportLine(report: Exclude<FileReport, { kind: 'skipped' }>, { messages }: CliContext): string {
  const { stderr } = process;
  if (report.kind === 'not-opened')
    return `${tone('error', '✗', stderr)} ${fileProblem(report.source, report.code, messages)}`;
  if (report.kind === 'left-out')
    return `${tone('error', '✗', stderr)} ${printable(report.source)}${tone('dim', `  ${reasonText([{ code: report.code, message: '' }], { messages })}`, stderr)}`;
  if (report.kind === 'together') return togetherLine(report, messages);
  if (report.kind === 'interrupted') return tone('dim', `· ${printable(report.source)}`, stderr);
  const { state, findings } = report.summary;
  const notes = [
    ...(report.kind === 'archive' ? [messages.ingest.archive(report.members)] : []),
    ...(state === 'complete' ? [] : [messages.status[state], reasonText(report.reasons, { messages })]),
    ...(findings > 0 ? [messages.findings.ofDocument(findings)] : []),
    ...(report.change === 'processed' ? [] : [messages.ingest.unchanged]),
  ];
  const mark = tone(TONES[state], MARKS[state], stderr);
  return `${mark} ${printable(report.source)}${notes.length === 0 ? '' : tone('dim', `  ${notes.join(' · ')}`, stderr)}`;
}
