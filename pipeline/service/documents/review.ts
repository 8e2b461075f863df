import type { Reviewed, ReviewRequest } from '../../../schemas/service/index.ts';
import { decide, note, statesOf, undo } from '../../store/reviews.ts';
import { documentNamed } from '../catalogue.ts';
import { reviewsOf } from '../finding-rows.ts';
import { refreshStates } from '../findings-index.ts';
import { ServiceProblem } from '../problems.ts';
import type { Service } from '../service.ts';
import { numberOfFinding } from './findings.ts';

/** PUT /api/documents/:id/findings/:finding/review: all that is said of the finding from now on. */
export function reviewAnswer(service: Service, id: string, finding: string, request: ReviewRequest): Reviewed {
  mayWrite(service);
  const { decision, reason, note: text } = request;
  if (decision === 'dismissed' && reason.trim() === '') throw new ServiceProblem('reason-needed');
  const about = { document: id, finding };
  const at = service.clock().toISOString();
  service.store.transact(() => {
    // Asked inside: what an ingest, whose end was waited for, has taken away would be decided about without a trace.
    numberOfFinding(service, id, finding);
    if (decision === null) undo(service.store, about);
    else decide(service.store, about, { decision, reason: reason.trim(), at });
    if (decision !== null || text !== '') note(service.store, about, { text, at });
  });
  return reviewedAs(service, id, finding);
}

/** DELETE of the same: nothing is said of it any more. A decision about a finding that is gone can still be taken back. */
export function undoAnswer(service: Service, id: string, finding: string): Reviewed {
  mayWrite(service);
  documentNamed(service, id);
  undo(service.store, { document: id, finding });
  return reviewedAs(service, id, finding);
}

function reviewedAs(service: Service, id: string, finding: string): Reviewed {
  refreshStates(service, finding);
  return {
    state: statesOf(service.store, id).get(finding) ?? 'open',
    review: reviewsOf(service.store, id).get(finding) ?? null,
  };
}

function mayWrite({ canWrite }: Service): void {
  if (!canWrite) throw new ServiceProblem('read-only');
}
