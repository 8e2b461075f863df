import type { Overview } from '../../../schemas/service/index.ts';

type FindingCount = Overview['findings'][number];

export const SEVERITIES = ['error', 'warning', 'notice'] as const;
export type Severity = (typeof SEVERITIES)[number];

export interface TypeLine {
  readonly type: string;
  readonly counts: Readonly<Record<Severity, number>>;
  readonly total: number;
}

/** As the inbox takes them: without a state in the URL, what is still to be decided. */
export function isOfState(finding: Pick<FindingCount, 'state'>, state: string): boolean {
  if (state === 'any') return true;
  return state === '' ? finding.state === 'open' || finding.state === 'stale' : finding.state === state;
}

/** One line a type, the most frequent first. */
export function findingsByType(findings: readonly FindingCount[], state: string): TypeLine[] {
  const lines = [
    ...Map.groupBy(
      findings.filter((one) => isOfState(one, state)),
      ({ type }) => type,
    ),
  ].map(([type, those]) => {
    const count = (severity: Severity): number =>
      those.filter((one) => one.severity === severity).reduce((sum, one) => sum + one.count, 0);
    const counts = { error: count('error'), warning: count('warning'), notice: count('notice') };
    return { type, counts, total: counts.error + counts.warning + counts.notice };
  });
  return lines.filter(({ total }) => total > 0).toSorted((a, b) => b.total - a.total || (a.type < b.type ? -1 : 1));
}
