import type { VisitReport } from '../../crawl/visit.ts';
import type { CliContext } from '../program.ts';
import { printable, tone } from '../terminal.ts';
import { causeText } from './fetch-cause.ts';

const MARKS = { new: '+', changed: '≠', unchanged: '=', withdrawn: '−', failed: '✗' } as const;
const TONES = { new: 'good', changed: 'accent', unchanged: 'dim', withdrawn: 'warning', failed: 'error' } as const;

/** One line for one URL; null where nothing happened that anyone waits for. */
export function visitLine(
  { url, role, outcome, failure, message }: VisitReport,
  { messages }: CliContext,
): string | null {
  if (outcome === 'unchanged' || (role === 'list' && outcome !== 'failed')) return null;
  const why = failure === null ? '' : ` · ${causeText(failure, messages)}${message === '' ? '' : ` (${message})`}`;
  const { stderr } = process;
  const note = tone('dim', `  ${messages.crawl.outcomes[outcome]}${printable(why)}`, stderr);
  return `${tone(TONES[outcome], MARKS[outcome], stderr)} ${printable(url)}${note}`;
}
