/** The words of `gouji review` and `findings --state`, as they are typed; the help needs them without the database. */
export const REVIEW_ACTIONS = ['confirm', 'dismiss', 'note', 'undo'] as const;
export type ReviewAction = (typeof REVIEW_ACTIONS)[number];

export const FINDING_STATES = ['open', 'confirmed', 'dismissed', 'stale'] as const;
export type FindingState = (typeof FINDING_STATES)[number];
