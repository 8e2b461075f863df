import { figureId } from '../figures.ts';
import { matchesIn, wordsIn } from '../passage.ts';
import type { LinkMaker } from './link-maker.ts';

/** "收支平衡", "收支相等": the totals of revenue and expenditure stated before are the same. */
const BALANCED = /收支(?:总体|预算|总计)?(?:平衡|相等|相抵|持平)|收入(?:总计)?(?:与|和)支出(?:总计)?(?:平衡|相等)/g;
const TOTAL = /总计|合计|总额|总收入|总支出/;

export const balanceLinks: LinkMaker = ({ passages }) =>
  passages.flatMap((passage) =>
    [...matchesIn(passage, BALANCED)].flatMap(({ match, start }) => {
      const before = passage.readings.filter(
        (reading) => reading.role === 'amount' && reading.statement.quantity.start < start && TOTAL.test(reading.label),
      );
      const revenue = before.findLast((reading) => reading.label.includes('收入'));
      const expenditure = before.findLast((reading) => reading.label.includes('支出'));
      if (!revenue || !expenditure || revenue === expenditure) return [];
      return [
        {
          kind: 'equal' as const,
          figures: [figureId(revenue.index), figureId(expenditure.index)],
          words: wordsIn(passage, start, start + match[0].length),
        },
      ];
    }),
  );

export const balanceExpressions: readonly RegExp[] = [BALANCED, TOTAL];
