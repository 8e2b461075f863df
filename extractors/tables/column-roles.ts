import type { TableColumn } from '../../schemas/index.ts';
import { isPrintedNothing, isUnreadNumber, readPrintedNumber } from '../numbers/printed-number.ts';
import { readCode } from './codes.ts';
import type { Grid } from './grid.ts';
import type { Head } from './header-rows.ts';
import { canonicalLabel } from './names.ts';

export type ColumnRole = TableColumn['role'];

/** What a column is, and for text columns whether it names the unit a row belongs to. */
export interface RoledColumn {
  readonly role: ColumnRole;
  /** Holds unit names beside another label column: it says whose row it is. */
  readonly isEntity: boolean;
  /** Holds years: it may say which of the rows of one name this is. */
  readonly isPeriod: boolean;
}

/** A year is no amount, though it is printed as a number. */
const YEAR_HEADER = /^(?:预算|决算|会计|项目)?年(?:度|份)$/;
const LINE_HEADER = /^(?:行次|序号|栏次|行号|次|编号)$/;
const CODE_HEADER = /(?:编码|代码|科目码)$/;
const CODE_PART_HEADER = /^(?:类|款|项|目)$/;
const LABEL_HEADER =
  /(?:名称|科目|项目|类别|类型|分类|支出用途|内容|事项|指标|来源|单位|部门|品目|报表|种类|性质|经费|收入|支出)(?:\(.{0,20}\))?$/;
const VALUE_HEADER =
  /(?:数|额|合计|小计|总计|金额|经费|支出|收入|预算|决算|拨款|结余|结转|资金|数量|单价|总价|%|率|比例|元|增减.{0,6}|费|费用)(?:\(.{0,20}\))?$/;
const ENTITY_HEADER =
  /^(?:(?:预算|项目|实施|采购|部门|申报|主管|执行|所属|使用)?(?:单位|部门)(?:\((?:单位|部门|全称)\))?(?:名称)?|项目实施单位)$/;
const REMARK_HEADER =
  /备注|说明|简介|描述|形式|依据|理由|原因|规格|要求|用途说明|主要内容|绩效|目标|方式|计量单位|是否|时间|日期|标准|型号/;
const NAME_HEADER = /项目|科目|名称|经济分类|功能分类|类别|类型|品目|用途|内容/;

/** Counts of what the body cells of one column hold. */
interface Content {
  filled: number;
  numbers: number;
  /** Numbers with decimals or thousands separators: amounts beyond doubt. */
  amounts: number;
  codes: number;
  shortIntegers: number;
  /** Integers that continue the one above by one. */
  steps: number;
  texts: number;
}

export function roleColumns(grid: Grid, head: Head, paths: readonly (readonly string[])[]): readonly RoledColumn[] {
  const contents = Array.from({ length: grid.columns }, (_, c) => contentOf(grid, head, c));
  const roles = contents.map((content, c) => roleOf(content, leafWords(grid, head, paths, c)));
  fillCodeParts(grid, head, contents, roles);
  const hasName = roles.some((role, c) => role === 'label' && !ENTITY_HEADER.test(lastOf(paths[c])));
  return roles.map((role, c) => {
    const isEntity = role === 'label' && hasName && ENTITY_HEADER.test(lastOf(paths[c]));
    const isPeriod = role === 'text' && YEAR_HEADER.test(lastOf(paths[c]));
    return { role: isEntity ? 'text' : role, isEntity, isPeriod };
  });
}

function contentOf(grid: Grid, head: Head, c: number): Content {
  const content: Content = { filled: 0, numbers: 0, amounts: 0, codes: 0, shortIntegers: 0, steps: 0, texts: 0 };
  let previous = Number.NaN;
  for (let r = head.body; r < grid.rows; r++) {
    const text = grid.own(r, c);
    const cell = grid.at(r, c);
    if (text === '' || isPrintedNothing(text) || (cell !== null && cell.cs > 1 && cell.c !== c)) continue;
    content.filled++;
    if (isUnreadNumber(text)) {
      content.numbers++;
      continue;
    }
    if (readPrintedNumber(text) === null) {
      if (readCode(text)) content.codes++;
      content.texts++;
      continue;
    }
    content.numbers++;
    if (/[.,%]/.test(text)) content.amounts++;
    else if (readCode(text)) content.codes++;
    if (/^\d{1,3}$/.test(text)) {
      content.shortIntegers++;
      if (Number(text) === previous + 1) content.steps++;
      previous = Number(text);
    }
  }
  return content;
}

/** The words of the header over the column; 类|款|项 also where they share their row with column numbers or a total. */
function leafWords(grid: Grid, head: Head, paths: readonly (readonly string[])[], c: number): readonly string[] {
  const words = (paths[c] ?? []).map(canonicalLabel);
  if (codePartHeader(grid, head, c) !== null) words.push('款');
  return words;
}

/** The 类, 款, 项 or 目 over a column, from the first header row to the first row of the body; null where there is none. */
export function codePartHeader(grid: Grid, head: Head, c: number): string | null {
  for (let r = head.top; r <= head.body; r++) {
    const text = grid.text(r, c);
    if (CODE_PART_HEADER.test(text)) return text;
  }
  return null;
}

function roleOf(content: Content, words: readonly string[]): ColumnRole {
  const leaf = words.at(-1) ?? '';
  if (LINE_HEADER.test(leaf)) return content.texts > content.numbers ? 'label' : 'line';
  if (CODE_PART_HEADER.test(leaf) && content.amounts === 0) return 'code';
  if (CODE_HEADER.test(leaf) && content.amounts === 0) return 'code';
  if (YEAR_HEADER.test(leaf)) return 'text';
  if (content.filled === 0) return emptyRole(leaf);
  const wordy = content.texts / content.filled;
  if (wordy >= 0.5) return REMARK_HEADER.test(leaf) && !ENTITY_HEADER.test(leaf) ? 'text' : 'label';
  if (isCodeContent(content) && !isMoneyHeader(leaf)) return 'code';
  if (content.steps >= 3 && content.steps >= content.filled - 2 && !isMoneyHeader(leaf)) return 'line';
  if (content.numbers > 0) return 'value';
  return 'text';
}

/** Codes of 3, 5 or 7 digits and nothing with decimals; a lone three-digit number may be an amount. */
function isCodeContent({ codes, amounts, numbers, filled }: Content): boolean {
  return amounts === 0 && codes >= Math.max(1, 0.6 * filled) && codes >= numbers * 0.9;
}

function isMoneyHeader(leaf: string): boolean {
  return VALUE_HEADER.test(leaf) && !/编码|科目|经济分类|功能分类/.test(leaf);
}

function emptyRole(leaf: string): ColumnRole {
  if (REMARK_HEADER.test(leaf)) return 'text';
  if (NAME_HEADER.test(leaf) && !/(?:支出|经费|数|额)$/.test(leaf)) return 'label';
  if (ENTITY_HEADER.test(leaf)) return 'label';
  return VALUE_HEADER.test(leaf) || !LABEL_HEADER.test(leaf) ? 'value' : 'label';
}

/**
 * 类|款|项 in columns without a header of their own: short integers or blanks beside a code column, below the same
 * header cell as it.
 */
function fillCodeParts(grid: Grid, head: Head, contents: readonly Content[], roles: ColumnRole[]): void {
  for (let c = 1; c < grid.columns; c++) {
    const content = contents[c];
    if (roles[c - 1] !== 'code' || roles[c] === 'code' || !content || content.amounts > 0) continue;
    const lastHeader = grid.at(head.body - 1, c) ?? null;
    const shares = lastHeader !== null && lastHeader === grid.at(head.body - 1, c - 1);
    if (shares && content.texts === 0 && content.shortIntegers === content.filled) roles[c] = 'code';
  }
}

function lastOf(path: readonly string[] | undefined): string {
  return canonicalLabel(path?.at(-1) ?? '');
}
