import type { DocumentKind, Identity } from '../../../schemas/index.ts';
import type { Says } from './vocabulary.ts';

/** The stage of the year that the numbers of a document are about where nothing else is said. */
export function phaseOfDocument(kind: DocumentKind): string {
  if (kind === 'final_accounts') return 'final';
  return kind === 'budget' ? 'budget' : '';
}

/** The stages a word may mean: a 预算 that is not said to be 年初 or 全年 may be either in final accounts. */
export function phasesOf(phase: Says['phase'], kind: DocumentKind): readonly string[] {
  if (phase === undefined) return [phaseOfDocument(kind)];
  if (phase !== 'plan') return [phase];
  return kind === 'budget' ? ['budget'] : ['budget', 'adjusted'];
}

/** Fiscal year of a label: a printed year, else 上年 or 下年 counted from the document's. */
export function yearOf(years: readonly string[], word: Says['year'], { fiscalYear }: Identity): string {
  const printed = years.at(-1);
  if (printed !== undefined) return printed;
  if (fiscalYear === null) return '';
  const shift = word === 'prior' ? -1 : word === 'next' ? 1 : 0;
  return String(fiscalYear + shift);
}
