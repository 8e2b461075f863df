import type { Relation } from '../../../schemas/index.ts';
import type { Proposer, ProposerContext } from './proposer.ts';

export interface Proposals {
  readonly relations: readonly Relation[];
  /** Proposers that could not be asked to the end: their relations were not checked, and that is said. */
  readonly failures: readonly ProposerFailure[];
}

export interface ProposerFailure {
  readonly proposer: string;
  readonly message: string;
}

/** Asks each proposer in turn. One that throws fails alone: the others are still asked. */
export function askProposers(proposers: readonly Proposer[], context: ProposerContext): Proposals {
  const relations: Relation[] = [];
  const failures: ProposerFailure[] = [];
  for (const proposer of proposers) {
    try {
      relations.push(...proposer.propose(context));
    } catch (error) {
      failures.push({ proposer: proposer.name, message: error instanceof Error ? error.message : String(error) });
    }
  }
  return { relations, failures };
}
