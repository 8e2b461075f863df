import { signal } from '@preact/signals';
import type { FindingState, Review, Reviewed, ReviewRequest } from '../../schemas/service/index.ts';
import { put, remove } from '../api/client.ts';
import { documentPath } from '../api/paths.ts';

/** A finding is named by its document and its own id. */
export interface Decidable {
  readonly document: string;
  readonly id: string;
  readonly state: FindingState;
  readonly review: Review | null;
}

const nameOf = (finding: { readonly document: string; readonly id: string }): string =>
  `${finding.document}/${finding.id}`;

/** What was decided on this page since its lists were read: rows stay where they are and say their new state. */
const decided = signal<ReadonlyMap<string, Reviewed>>(new Map());
const undoable = signal<readonly { readonly finding: Decidable; readonly before: Review | null }[]>([]);

export function stateOf(finding: Decidable): Reviewed {
  return decided.value.get(nameOf(finding)) ?? { state: finding.state, review: finding.review };
}

async function write(finding: Decidable, wanted: ReviewRequest | null): Promise<Reviewed> {
  const path = documentPath(finding.document, 'findings', finding.id, 'review');
  const says = wanted && (wanted.decision !== null || wanted.note !== '');
  const answer = says ? await put<Reviewed>(path, wanted) : await remove<Reviewed>(path);
  decided.value = new Map(decided.value).set(nameOf(finding), answer);
  return answer;
}

/** Writes a decision or a note; what was there before can be brought back by `undo`. */
export async function decide(finding: Decidable, wanted: ReviewRequest): Promise<Reviewed> {
  const before = stateOf(finding).review;
  const answer = await write(finding, wanted);
  undoable.value = [...undoable.value, { finding, before }];
  return answer;
}

export function canUndo(): boolean {
  return undoable.value.length > 0;
}

/** Takes the last decision of this page back and says of which finding it was. */
export async function undo(): Promise<Decidable | undefined> {
  const last = undoable.value.at(-1);
  if (!last) return undefined;
  const { before } = last;
  await write(last.finding, before && { decision: before.decision, reason: before.reason, note: before.note });
  undoable.value = undoable.value.slice(0, -1);
  return last.finding;
}
