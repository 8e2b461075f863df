import { printedLabel, withoutLayout } from './names.ts';

/**
 * Lines that stand around a table: what they say is told from how they begin and end, wherever they are printed
 * (above the table, in its first rows, or joined on one line).
 */

const UNIT =
  /(?:金额|计量|货币)?单位[:：](?:人民币)?(?<unit>亿元|万元|千元|百元|元)(?:\(人民币\)|\(保留两位小数\))?|[(](?:单位[:：])?(?<bracketed>亿元|万元|千元|元)[)]$/;

const FORM_MARK =
  /^(?:[(（]?(?:部门|单位|财决|预算|决算)?(?:公开|预算|决算|附)?表?(?:[-—]?\d{1,2}(?:[-—.]\d{1,2})?|[一二三四五六七八九十]{1,3})表?[)）]?|附(?:表|件)[\d一二三四五六七八九十.\-—]{0,5}[:：]?)$/;

const OWNER =
  /^(?:编制|填报|预算|公开|报送|汇总|填制)?(?:部门|单位)(?:名称|\(单位\)名称|\(单位\))?[:：](?!万|亿|元|千)/;

const PREPARED = /^(?:编制|填报|公开)?(?:日期|时间)[:：]|^\(?(?:19|20)\d{2}年度?\)?$|^金额单位|^续表/;

/** The money unit a text states ("金额单位：万元", "预算数（元）"), "" where it states none. */
export function statedUnit(text: string): string {
  const plain = withoutLayout(text);
  const groups = UNIT.exec(plain)?.groups;
  // a narrow line may have been broken after 万
  return groups?.unit ?? groups?.bracketed ?? (/单位[:：]万$/.test(plain) ? '万元' : '');
}

/** "单位：万元", with or without 金额, possibly with the mark of the form or the department on the same line. */
export function isUnitLine(text: string): boolean {
  const plain = withoutLayout(text);
  return plain.length <= 80 && /单位[:：](?:人民币)?(?:(?:亿|万|千|百)?元|万$)/.test(plain) && !/[。；;]/.test(plain);
}

/** "公开01表", "附表3", "表一", "预算03表": the number of a form and nothing else. */
export function isFormMark(text: string): boolean {
  const plain = withoutLayout(text);
  return plain.length <= 14 && /[表件]/.test(plain) && FORM_MARK.test(plain);
}

/** "部门：…", "编制单位：…": whose table it is. */
export function isOwnerLine(text: string): boolean {
  const plain = withoutLayout(text);
  return plain.length <= 80 && OWNER.test(plain) && !plain.includes('。');
}

/** A line that belongs to the frame of a table (unit, number of the form, owner, date) but is not its title. */
export function isFrameLine(text: string): boolean {
  return isUnitLine(text) || isFormMark(text) || isOwnerLine(text) || PREPARED.test(withoutLayout(text));
}

/** A cell of a row above the header: a frame line, or the title where it is alone on its row. */
export function isCaptionText(text: string, alone: boolean): boolean {
  return isFrameLine(text) || (alone && isTitleText(text));
}

/** A short text that names a table: it ends in 表 (or 表 and a mark or year in brackets). */
export function isTitleText(text: string): boolean {
  const plain = withoutLayout(text);
  if (plain.length < 3 || plain.length > 70 || /[。；;，]|[.…·]{3}/.test(plain)) return false;
  if (isFrameLine(text)) return false;
  return /表(?:\([^()]{0,20}\))?(?:\([^()]{0,12}\))?$/.test(plain) && !/^(?:见|详见|附)/.test(plain);
}

const UNIT_ANYWHERE =
  /[(（]?(?:金额|计量|货币)?单位[:：](?:人民币)?(?:亿|万|千|百)?元(?:[（(][^（）()]{0,10}[)）])?[)）]?/g;
const OWNER_TO_END =
  /(?:编制|填报|预算|公开|报送|汇总|填制)?(?:部门|单位)(?:名称|[（(]单位[)）]名称|[（(]单位[)）])?[:：](?!万|亿|元|千).{0,60}$/;
const MARK_AT_EDGE =
  /^(?:(?:部门|单位|财决|预算|决算)?公开\d{1,2}表|(?:预算|决算)\d{2}表|附?表(?:\d{1,3}(?:[-—.]\d{1,2})?|[一二三四五六七八九十]{1,3}(?!般))[:：.、]?(?=\D{3})|附件[\d.一二三四五-]{1,5}[:：]?(?=\D{2}))|(?:(?:部门|单位|财决|预算|决算)?公开(?:\d{1,2}表|表\d{1,2})|附?表\d{1,2})$/g;

/** A line without unit, owner and number of the form, spaces closed up: the title, or "" where there is nothing else. */
export function withoutFrame(text: string): string {
  if (isFormMark(text)) return '';
  const printed = printedLabel(text).replace(UNIT_ANYWHERE, '').replace(OWNER_TO_END, '');
  const rest = printed
    .replace(MARK_AT_EDGE, '')
    .replace(MARK_AT_EDGE, '')
    .replace(/^[:：.、]/, '');
  return isFrameLine(rest) ? '' : rest;
}
