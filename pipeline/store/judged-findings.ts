import type { Finding } from '../../schemas/index.ts';
import { findingsOf } from './disclosure.ts';
import type { Store } from './open.ts';
import { earlierReviews, type FindingState, listReviews, type Review, statesOf } from './reviews.ts';

/** A finding, where it stands, and what was decided about it: in this document, else in an earlier one. */
export interface JudgedFinding {
  readonly finding: Finding;
  readonly state: FindingState;
  readonly review: Review | null;
}

/** The findings of a document as people have judged them so far, in the order of the document. */
export function judgedFindings(
  store: Store,
  document: string,
  column: 'message' | 'message_en',
): readonly JudgedFinding[] {
  const states = statesOf(store, document);
  const own = new Map(listReviews(store, column, document).map((review) => [review.finding, review]));
  const earlier = earlierReviews(store, document, column);
  return findingsOf(store, document, column).map((finding) => {
    const review = own.get(finding.id);
    const decided = review?.decision ? review : (earlier.get(finding.id) ?? review);
    return { finding, state: states.get(finding.id) ?? 'open', review: decided ?? null };
  });
}
