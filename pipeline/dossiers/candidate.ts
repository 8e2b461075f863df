import type { DocumentKind } from '../../schemas/index.ts';

/** What decides which documents belong together: who they are of, where they were found, what they link to. */
export interface Candidate {
  readonly id: string;
  readonly sha256: string;
  readonly source: string;
  /** Every path or URL it was seen under. */
  readonly sources: readonly string[];
  readonly mediaType: string;
  readonly issuer: string;
  readonly fiscalYear: number | null;
  readonly kind: DocumentKind;
  /** Links out of it, as written. */
  readonly links: readonly string[];
  /** Kinds of its tables that are known forms. */
  readonly forms: readonly string[];
  /** Number of quantities in its prose. */
  readonly figures: number;
}

/** One disclosure, published in one or several files. */
export interface Dossier {
  /** Id of the member that comes first. */
  readonly id: string;
  /** In the order of their sources. */
  readonly members: readonly Candidate[];
}

/** Nothing that is known of both is different. */
export function mayBelongTogether(a: Candidate, b: Candidate): boolean {
  return (
    (a.issuer === '' || b.issuer === '' || a.issuer === b.issuer) &&
    (a.fiscalYear === null || b.fiscalYear === null || a.fiscalYear === b.fiscalYear) &&
    (a.kind === 'unknown' || b.kind === 'unknown' || a.kind === b.kind)
  );
}

/** The same unit, year and kind, all of them known. */
export function isSameDisclosure(a: Candidate, b: Candidate): boolean {
  return isIdentified(a) && isIdentified(b) && mayBelongTogether(a, b);
}

export function isIdentified({ issuer, fiscalYear, kind }: Candidate): boolean {
  return issuer !== '' && fiscalYear !== null && kind !== 'unknown';
}

/** Fewer quantities than this are not yet a narrative (a note under a table, a cover). */
const NARRATIVE = 5;

/** One has what the other lacks: two editions of a disclosure have the same forms, or both tell it in words. */
export function completeEachOther(a: Candidate, b: Candidate): boolean {
  if (a.figures >= NARRATIVE && b.figures >= NARRATIVE) return false;
  return !a.forms.some((form) => b.forms.includes(form));
}
