import type { Proposer } from '../proposer.ts';

import { absences } from './absences.ts';
import { agencyOperation } from './agency-operation.ts';
import { carriedChange } from './carried-change.ts';
import { changes } from './changes.ts';
import { comparisons } from './comparisons.ts';
import { completions } from './completions.ts';
import { earlierDisclosures } from './earlier-disclosures.ts';
import { narrativeTable } from './narrative-table.ts';
import { otherDisclosures } from './other-disclosures.ts';
import { partitions } from './partitions.ts';
import { parts } from './parts.ts';
import { performanceUnits } from './performance-units.ts';
import { procurement } from './procurement.ts';
import { repeatedSubject } from './repeated-subject.ts';
import { shareSums } from './share-sums.ts';
import { shares } from './shares.ts';
import { subjectIdentities } from './subject-identities.ts';

/** Proposers that start from sentences, in the order in which they are asked. */
export const proseProposers: readonly Proposer[] = [
  parts,
  partitions,
  subjectIdentities,
  shares,
  shareSums,
  changes,
  carriedChange,
  completions,
  comparisons,
  narrativeTable,
  repeatedSubject,
  procurement,
  agencyOperation,
  performanceUnits,
  absences,
  otherDisclosures,
  earlierDisclosures,
];
