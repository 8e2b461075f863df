import type { Proposer } from '../proposer.ts';

/** Proposers that start from sentences, in the order in which they are asked. */
export const proseProposers: readonly Proposer[] = [];
