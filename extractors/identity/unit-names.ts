import { z } from 'zod';
import { loadTsv } from '../knowledge/index.ts';

/** Names of disclosing units: what ends like one, what they are called for comparison. */

const ENDINGS = z.object({ ending: z.string().min(1), example: z.string() });

/** "（本级）", "(汇总)", "（机关）": says which accounts of the unit are meant and belongs to the name as printed. */
const SCOPE = /[（(](?:本级|汇总|机关|本部|部门|单位|含下属[^（）()]{0,8}|系统)[)）]$/;
const MAX_NAME_LENGTH = 50;
const MIN_NAME_LENGTH = 3;
const NOT_IN_NAMES = /[，。；：:、！？\d%]|万元|预算|决算|金额|情况|收入|支出|年度|主要|其中|填报|负责人|^[（(]/;
/** Template words that stand where a name was to be filled in. */
const PLACEHOLDER =
  /[X×x*＊ＸОO○]{2,}|某(?:某|部门|单位)|^(?:本|我|各|该|所属|主管|预算|部门|单位|市级|省级|区级|县级)/;

/** Whether a text is the name of a unit: short, of name characters, with an ending that units have. */
export function isUnitName(text: string): boolean {
  const name = text.replace(SCOPE, '');
  if (name.length < MIN_NAME_LENGTH || name.length > MAX_NAME_LENGTH) return false;
  if (NOT_IN_NAMES.test(name) || PLACEHOLDER.test(name)) return false;
  return loadTsv('identity/unit-endings.tsv', ENDINGS).some(({ ending }) => name.endsWith(ending));
}

/** Without layout spaces; brackets full-width or not stay as printed. */
export function tidyName(text: string): string {
  return text.replace(/[\s_]+/g, '').replace(/^[：:*·.]+|[：:，,。；;]+$/g, '');
}

/** The name for comparison: ordinary brackets, no scope, the party's name in its short form. */
export function nameKey(name: string): string {
  return tidyName(name)
    .normalize('NFKC')
    .replace(/\((?:本级|汇总|机关|本部|部门|单位|系统)\)$/, '')
    .replace(/^中国共产党/, '中共')
    .replace(/本级$/, '');
}

const LABEL =
  /(?:^|[\s　])(?:编制|预算|填报|公开|决算|主管|预算主管|决算主管|部门预算|财政预算)?[ 　]?(?:部[ 　]{0,4}门|单[ 　]{0,4}位|部门[/／]?[（(]?单位[)）]?|单位[/／]?[（(]?部门[)）]?)(?:[ 　]?名[ 　]?称)?(?:[ 　]?[（(][^（）()]{1,8}[)）])?[ 　]{0,4}[：:][ 　]{0,12}([^：:\n]{2,60})/g;

/** What follows the name on the same line of a table's head: "单位：万元", "金额单位", a year, a form number. */
const AFTER_NAME =
  /(?:[ 　]{1,}|(?<=[\u4e00-\u9fff)）]))(?:金额|资金|货币)?[ 　]?单[ 　]?位[ 　]?$|[ 　]{2,}.{0,60}$|[ 　](?:公开|预算|决算|财决|附表|表|单位|金额|\d{4}).{0,40}$/;

/** Names behind "部门：", "编制单位：", "单位名称：" on covers and table heads, with the offset of each. */
export function labelledNames(text: string): { readonly name: string; readonly start: number; readonly end: number }[] {
  const found: { name: string; start: number; end: number }[] = [];
  for (const match of text.slice(0, 400).matchAll(LABEL)) {
    const printed = (match[1] ?? '').replace(AFTER_NAME, '').replace(/[ 　]?(?:金额|资金)?单位$/, '');
    const name = tidyName(printed);
    if (!isUnitName(name)) continue;
    const start = match.index + match[0].length - (match[1] ?? '').length;
    found.push({ name, start, end: start + printed.trimEnd().length });
  }
  return found;
}
