/** The row from which a document was opened, kept with the entry of the history, so that going back leads to it. */
export interface KeptPlace {
  /** The row and those after it: once decided it may be gone. */
  readonly rows: readonly string[];
  /** How far down the list it was. */
  readonly index: number;
}

const FOLLOWING = 20;

export function keepPlace(rows: readonly string[], row: string): void {
  const index = rows.indexOf(row);
  if (index < 0) return;
  const kept: KeptPlace = { rows: rows.slice(index, index + FOLLOWING), index };
  history.replaceState({ inbox: kept }, '');
}

export function keptPlace(): KeptPlace | undefined {
  // Any page of this origin may have written it.
  const state: unknown = history.state;
  const kept = state !== null && typeof state === 'object' && 'inbox' in state ? state.inbox : undefined;
  if (kept === null || typeof kept !== 'object' || !('rows' in kept) || !('index' in kept)) return undefined;
  const { rows, index } = kept;
  if (!Array.isArray(rows) || typeof index !== 'number') return undefined;
  return { rows: rows.filter((row) => typeof row === 'string'), index };
}
