import type { DocumentKind } from '../../schemas/index.ts';
import { isUnitName, tidyName } from './unit-names.ts';

/** What a title says: whose, for which year, of which kind. Parts it does not state are null. */
export interface TitleParts {
  readonly name: string | null;
  readonly year: number | null;
  readonly kind: DocumentKind | null;
}

const YEAR = /(?<!\d)(20\d{2})(?:年度|年|(?!\d))/;
const PERFORMANCE = /绩效(?:目标)?(?:自评|评价|申报|报告|目标|监控|管理|运行|情况)/;
/** Words around the name in a title, from the kind of document on. */
const KIND_WORDS =
  /(?:(?:财政|市级|省级|区级|县级|本级|中央|市本级|街道|镇级|乡级)?(?:部门|单位|收支|整体|财务|预决算|绩效)?(?:综合|整体|财政|支出|收支|专项|项目)?(?:预算|决算|预决算|绩效).*)$/;
const LEADING_WORDS = /^(?:关于|附件\d{0,2}[:：]?|附[:：]|公开|表\d{0,2}[:：]?)+/;
const FILE_ENDING = /\.(?:pdf|docx?|xlsx?|wps|et|html?|txt|shtml|ofd|md)$/i;

/** Reads a title (or a file name) without layout spaces: "2023年度某市财政局（本级）部门决算公开". */
export function readTitle(title: string): TitleParts {
  const plain = tidyName(title.normalize('NFKC'))
    .replace(FILE_ENDING, '')
    .replace(/[《》“”"【】[\]]/g, '');
  const year = YEAR.exec(plain)?.[1];
  return { name: nameIn(plain), year: year === undefined ? null : Number(year), kind: kindOf(plain) };
}

/** 决算 wins over 预算: final accounts speak of budgets, budgets hardly of final accounts. */
export function kindOf(title: string): DocumentKind | null {
  if (PERFORMANCE.test(title) && !/(?:部门|单位|年度?)(?:综合)?(?:预|决)算(?:公开|$|信息|情况)/.test(title))
    return 'performance_report';
  if (/决算/.test(title) && !/预决算$/.test(title)) return 'final_accounts';
  if (/预算/.test(title)) return 'budget';
  return null;
}

/** What is left when year and kind are taken away, if that is the name of a unit. */
function nameIn(plain: string): string | null {
  const withoutYear = plain.replace(/(?<!\d)20\d{2}(?:年度|年)?/g, ' ').trim();
  const pieces = withoutYear.split(/\s+/).map((piece) => piece.replace(LEADING_WORDS, ''));
  const stripped = pieces.map((piece) => piece.replace(KIND_WORDS, '').replace(/的$/, ''));
  const candidates = [...stripped, ...pieces].map(tidyName);
  return candidates.find((candidate) => isUnitName(candidate)) ?? null;
}
