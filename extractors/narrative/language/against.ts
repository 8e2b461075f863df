/**
 * The comparison a clause states: "与2018年相比", "比2025年年初预算数", "较上年决算数", "同比". Read by taking the words a
 * base may be named with, one after another, so that what follows ("比上年预算收入减少") stays apart.
 */
export interface Comparison {
  /** Base as printed: "2018年", "上年决算数", "年初预算". */
  readonly against: string;
  /** Offsets in the clause of the whole phrase. */
  readonly start: number;
  readonly end: number;
}

const COMPARATOR =
  /(?<![相对环同占])(?:相比于|相较于|相比|相较|对比|比较|比|较|与|同|和|跟)(?!例|重|较|率|选|对|如|时|步|意|志)/g;

const BASE_WORD =
  /(?:\d{4}年?|上一?年|去年|前年|往年|上期|年初|年末|年中|全年|当年|本年|同期|同口径|调整后?|批复|财政(?!拨款(?!预算|决算))|部门|单位|年度|预算|决算|执行|完成|安排|实际|申报|下达|计划|公开|综合|数额|数|额|的|度|初|末|收支|收入(?=预算|决算|执行|数)|支出(?=预算|决算|执行|数)|拨款(?=预算|决算)|总额(?=相比)|期初|基数|水平|情况|规模|口径|目标|（[^（）]{1,12}）(?=预算|决算|数|执行|相比|增|减|下降))/y;

const BEGINS_BASE =
  /^(?:\d{4}|上一?年|去年|前年|往年|上期|年初|全年|当年|预算|决算|调整|批复|同期|年度|部门预算|计划|本年(?:度)?(?:预算|年初))/;

const YEAR_ON_YEAR = /(?:同比|环比)(?:上一?年|去年)?(?:度|同期)?/;
const CLOSING = /(?:相比较?|对比|相较|比较|比)/y;

export function comparisonIn(clause: string): Comparison | null {
  for (const match of clause.matchAll(COMPARATOR)) {
    const from = match.index + match[0].length;
    if (!BEGINS_BASE.test(clause.slice(from, from + 8))) continue;
    let at = from;
    BASE_WORD.lastIndex = at;
    while (BASE_WORD.test(clause)) {
      at = BASE_WORD.lastIndex;
    }
    CLOSING.lastIndex = at;
    const closing = CLOSING.exec(clause);
    return { against: clause.slice(from, at), start: match.index, end: at + (closing?.[0].length ?? 0) };
  }
  const same = YEAR_ON_YEAR.exec(clause);
  return same ? { against: '上年', start: same.index, end: same.index + same[0].length } : null;
}

export const againstExpressions: readonly RegExp[] = [COMPARATOR, BASE_WORD, BEGINS_BASE, YEAR_ON_YEAR, CLOSING];
