import { againstExpressions } from './language/against.ts';
import { directionExpressions } from './language/directions.ts';
import { nameExpressions } from './language/names.ts';
import { periodExpressions } from './language/periods.ts';
import { phaseExpressions } from './language/phases.ts';
import { topicExpressions } from './language/topics.ts';
import { absenceExpressions } from './links/absence.ts';
import { balanceExpressions } from './links/balance.ts';
import { comparisonExpressions } from './links/comparison.ts';
import { flatExpressions } from './links/flat.ts';
import { listExpressions } from './lists.ts';
import { patterns } from './patterns/index.ts';
import { ITEM_NUMBERS, NOT_FIGURES } from './quantities/not-figures.ts';
import { scanExpressions } from './quantities/scan.ts';
import { unitExpressions } from './quantities/units.ts';
import { wordingDefects } from './remarks/wording-defects.ts';
import { yearExpressions } from './remarks/year-defects.ts';

/** Every regular expression the narrative is read with, so that one test can hold all of them to bounded time. */
export const narrativeExpressions = (): readonly RegExp[] => [
  ...NOT_FIGURES,
  ...ITEM_NUMBERS,
  ...scanExpressions(),
  ...unitExpressions(),
  ...againstExpressions,
  ...directionExpressions(),
  ...nameExpressions(),
  ...periodExpressions,
  ...phaseExpressions(),
  ...topicExpressions,
  ...listExpressions,
  ...patterns.flatMap((pattern) => pattern.expressions),
  ...absenceExpressions,
  ...balanceExpressions,
  ...comparisonExpressions,
  ...flatExpressions,
  ...wordingDefects.map((defect) => defect.expression),
  ...yearExpressions,
];
