import type { Excerpt } from '../../store/excerpts.ts';
import type { JudgedFinding } from '../../store/judged-findings.ts';
import type { Messages } from '../messages/index.ts';
import { findingLines } from './finding.ts';
import { reviewNote } from './review.ts';

/** A finding of a document, then what was decided about it, where anything was. */
export function reviewedFindingLines(
  { finding, review }: JudgedFinding,
  document: string,
  excerptOf: (ref: string) => Excerpt | null,
  messages: Messages,
): string[] {
  return [
    ...findingLines(finding, excerptOf, messages),
    ...(review === null ? [] : reviewNote(review, review.document !== document, messages)),
  ];
}
