import type { Link } from '../../../schemas/index.ts';
import { nameIn } from '../language/names.ts';
import { withoutPhase } from '../language/phases.ts';
import type { Passage } from '../passage.ts';
import { clauseBefore, matchesIn, wordsIn } from '../passage.ts';
import type { LinkMaker } from './link-maker.ts';

/** "无政府性基金预算财政拨款支出", "未安排公务用车购置费", "公务接待费支出为零": said to have no amount. */
const NONE =
  /(?<!万|绝|并)(?:没有|未安排|未发生|未产生|不涉及|尚无|无(?!法|形资产|线|障碍|偿|党派|关|重大|需|人|效|故|论|疑|私|纸化|害|缝|违|增减|变化|犯|证|照|事故|主|户籍|记录|差错|投诉|房|组织|锡))(?:使用|安排|发生|有|列支)?([^，。；：！？无]{2,48})/g;
const ZERO = /(?:均|都|也|皆)?(?:为|是)(?:零|0)(?=[，。；、）：]|$)/g;
const FISCAL = /收入|支出|预算|决算|经费|费|采购|拨款|基金|国有资本|车辆|用车|出国|接待|结转|结余|转移支付|项目|资产/;
const TRAILING = /(?:的)?(?:情况|事项|安排|发生|单位|部门|任务|业务|计划|需求)*(?:的)?$/;
const YEAR = /(?:19|20)\d{2}/;

export const absenceLinks: LinkMaker = ({ passages, fiscalYear }) =>
  passages.flatMap((passage) => [
    ...[...matchesIn(passage, NONE)].flatMap(({ match, start }) =>
      absence(passage, fiscalYear, match[1] ?? '', start, match[0].length),
    ),
    ...[...matchesIn(passage, ZERO)].flatMap(({ match, start }) =>
      absence(passage, fiscalYear, clauseBefore(passage.readable.text, start), start, match[0].length),
    ),
  ]);

/**
 * What another year did not have ("无2018年决算数") keeps its year in the subject: it bears on what is compared with
 * that year, and is no claim about the year of the document.
 */
function absence(
  passage: Passage,
  fiscalYear: number | null,
  words: string,
  start: number,
  length: number,
): readonly Link[] {
  const before = clauseBefore(passage.readable.text, start);
  if (/增加|减少|取消/.test(words)) return [];
  const named = words.replace(TRAILING, '');
  const year = YEAR.exec(named)?.[0];
  const subject =
    year !== undefined && year !== String(fiscalYear) ? named.trim() : withoutPhase(nameIn(named, '').text);
  if (subject.length < 2 || !FISCAL.test(subject)) return [];
  const words_ = wordsIn(passage, Math.max(0, start - before.length), start + length);
  return [{ kind: 'absence', subject, words: words_ }];
}

export const absenceExpressions: readonly RegExp[] = [NONE, ZERO, FISCAL, TRAILING, YEAR];
