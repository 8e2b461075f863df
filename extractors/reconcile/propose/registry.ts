import type { Proposer } from './proposer.ts';
import { proseProposers } from './prose/index.ts';

/** Everyone who says which numbers must agree, in the order in which they are asked. */
export const proposers: readonly Proposer[] = [...proseProposers];
