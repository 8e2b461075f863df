import type { Proposer } from './proposer.ts';
import { proseProposers } from './prose/index.ts';
import { codeHierarchy } from './tables/code-hierarchy.ts';
import { columnSums } from './tables/column-sums.ts';
import { formRules } from './tables/form-rules.ts';
import { indicatorWeights } from './tables/indicator-weights.ts';
import { ofWhich } from './tables/of-which.ts';
import { printedFormula } from './tables/printed-formula.ts';
import { sameCodes } from './tables/same-codes.ts';

/** Everyone who says which numbers must agree, in the order in which they are asked. */
export const proposers: readonly Proposer[] = [
  printedFormula,
  columnSums,
  codeHierarchy,
  ofWhich,
  indicatorWeights,
  formRules,
  sameCodes,
  ...proseProposers,
];
