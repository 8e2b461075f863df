import type { Identity, Remark } from '../../../schemas/index.ts';
import type { Passage } from '../passage.ts';
import { matchesIn, wordsIn } from '../passage.ts';

/**
 * Years that cannot be meant: a comparison of a year with itself ("2026年预算…比2026年预算增加"), the state of assets at
 * the end of another year than the final accounts are about, a year with a lost digit ("202年度").
 */
const COMPARED_YEAR = /(?:比|较|与)((?:19|20)\d{2})年(?:度)?(预算|决算)?(?:数)?(?:相比|增加|减少|增长|下降|持平)/g;
const STATE_AT = /截[至止](?:到)?((?:19|20)\d{2})年12月31日[^。；]{0,60}?(?:车辆|资产|设备)/g;
const LOST_DIGIT = /(?<![\d.])(?:20\d|19\d)年度(?!\d)/g;

export function yearDefects(passages: readonly Passage[], identity: Identity): readonly Remark[] {
  const { fiscalYear, kind } = identity;
  if (fiscalYear === null) return [];
  const remarks: Remark[] = [];
  for (const passage of passages) {
    for (const { match, start } of matchesIn(passage, LOST_DIGIT)) {
      remarks.push(remark('year-incomplete', String(fiscalYear), match[0], passage, start, match[0].length));
    }
    for (const { match, start } of matchesIn(passage, COMPARED_YEAR)) {
      if (!comparesWithItself(Number(match[1]), match[2] ?? '', fiscalYear, kind)) continue;
      remarks.push(remark('comparison-year', String(fiscalYear - 1), match[1] ?? '', passage, start, match[0].length));
    }
    if (kind !== 'final_accounts') continue;
    for (const { match, start } of matchesIn(passage, STATE_AT)) {
      if (Number(match[1]) === fiscalYear) continue;
      remarks.push(remark('state-year', String(fiscalYear), match[1] ?? '', passage, start, match[0].length));
    }
  }
  return remarks;
}

/** A final account may be compared with its own year's budget; a budget has no own year to be compared with. */
function comparesWithItself(year: number, phase: string, fiscalYear: number, kind: Identity['kind']): boolean {
  if (year !== fiscalYear) return false;
  return kind === 'budget' ? phase !== '决算' : kind === 'final_accounts' && phase !== '预算';
}

function remark(
  rule: string,
  expected: string,
  actual: string,
  passage: Passage,
  start: number,
  length: number,
): Remark {
  return { rule, type: 'year', severity: 'error', expected, actual, words: wordsIn(passage, start, start + length) };
}

export const yearExpressions: readonly RegExp[] = [COMPARED_YEAR, STATE_AT, LOST_DIGIT];
