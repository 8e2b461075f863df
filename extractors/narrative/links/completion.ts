import { figureId } from '../figures.ts';
import type { Phase } from '../language/phases.ts';
import type { Reading } from '../reading.ts';
import type { LinkMaker } from './link-maker.ts';

/** Which final account is which part of which budget: "年初预算为…，支出决算为…，完成年初预算的98.20%". */
export const completionLinks: LinkMaker = ({ readings, wordsAt }) =>
  readings
    .filter((reading) => reading.role === 'completion')
    .map((reading) => {
      const budget = nearest('budget', reading, readings);
      const actual = nearest('actual', reading, readings) ?? unphased(reading, budget, readings);
      return {
        kind: 'completion' as const,
        actual: actual ? figureId(actual.index) : null,
        budget: budget ? figureId(budget.index) : null,
        percent: figureId(reading.index),
        base: reading.denominator ?? '',
        words: wordsAt(reading, reading),
      };
    });

/** The nearest amount of a phase before the percentage, of the same subject and block. */
export function nearest(phase: Phase, reading: Reading, readings: readonly Reading[]): Reading | undefined {
  for (let i = reading.index - 1; i >= Math.max(0, reading.index - 6); i--) {
    const earlier = readings[i];
    if (!earlier || earlier.block !== reading.block) return undefined;
    if (earlier.role === 'completion') return undefined;
    const isAmount = earlier.role === 'amount' && earlier.measure === 'amount';
    if (isAmount && earlier.phase === phase && earlier.subject === reading.subject) return earlier;
  }
  return undefined;
}

/** "公务接待费支出0.5万元，完成预算的50%": an amount that names no phase is the final account. */
function unphased(reading: Reading, budget: Reading | undefined, readings: readonly Reading[]): Reading | undefined {
  const about = reading.about === null ? undefined : readings[reading.about];
  return about && about.index !== budget?.index && about.phase !== 'budget' ? about : undefined;
}
