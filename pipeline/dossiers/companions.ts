import { type Candidate, isIdentified } from './candidate.ts';

/** Years between two disclosures whose figures still meet: 上年 figures, 年末→年初结转, 年初预算 ↔ 预算公开. */
const FARTHEST_YEAR = 1;

/** More say nothing new. */
const MOST_COMPANIONS = 6;

/**
 * Earlier and later disclosures of the same unit whose figures meet those of this one, the nearest in time first. Other
 * editions of the same disclosure (same year and kind) are none: which of the two is in force is not for arithmetic to say.
 */
export function companionsOf(members: readonly Candidate[], ofUnit: readonly Candidate[]): readonly Candidate[] {
  const own = members.find(isIdentified);
  if (own === undefined) return [];
  const distance = ({ fiscalYear }: Candidate): number => Math.abs((fiscalYear ?? 0) - (own.fiscalYear ?? 0));
  return ofUnit
    .filter(
      (other) =>
        isIdentified(other) &&
        other.issuer === own.issuer &&
        distance(other) <= FARTHEST_YEAR &&
        !(other.fiscalYear === own.fiscalYear && other.kind === own.kind) &&
        other.kind !== 'performance_report' &&
        !members.includes(other),
    )
    .toSorted((a, b) => distance(a) - distance(b) || (a.sha256 < b.sha256 ? -1 : 1))
    .slice(0, MOST_COMPANIONS);
}
