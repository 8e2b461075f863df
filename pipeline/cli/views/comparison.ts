import type { Comparison, Difference } from '../../versions/compare.ts';
import type { Messages } from '../messages/index.ts';
import { printable, tone } from '../terminal.ts';
import { shortId } from './documents.ts';

/** What two versions do not say alike, part by part. */
export function comparisonLines(
  { cells, figures, findings }: Comparison,
  versions: readonly { readonly document: string; readonly seenAt: string }[],
  { diff }: Messages,
): string[] {
  const heading = versions.map(({ document, seenAt }) => `${shortId(document)} (${seenAt.slice(0, 10)})`).join(' → ');
  const parts = [
    ...part(diff.cells(cells.length), cells, diff.absent),
    ...part(diff.figures(figures.length), figures, diff.absent),
    ...part(diff.findings(findings.length), findings, diff.absent),
  ];
  return [tone('strong', heading), ...(parts.length === 0 ? [diff.none] : parts)];
}

function part(title: string, differences: readonly Difference[], absent: string): string[] {
  if (differences.length === 0) return [];
  const words = (value: string | null) =>
    value === null ? tone('dim', absent) : printable(value === '' ? '“”' : value);
  return [
    '',
    title,
    ...differences.map(({ at, before, after }) => `  ${printable(at)}  ${words(before)} → ${words(after)}`),
  ];
}
