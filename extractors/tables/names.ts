/**
 * Printed names made comparable. Printed text is never changed by this: canonical names are only compared.
 */

const LAYOUT = /[\s\u200b-\u200d\ufeff]/g;

/** Quotation marks and list commas carry no meaning in a name. */
const DECORATION = /["'“”‘’「」『』《》〈〉、]/g;

/** "一、", "（一）", "1.", "(1)" in front of a name. */
export const ORDINAL =
  /^(?:\([一二三四五六七八九十百]{1,4}\)|[一二三四五六七八九十百]{1,4}[、.,]|\(\d{1,2}\)|\d{1,2}[、.)](?!\d))/;

const LEAD_IN = /^(?:其中|减|加|其中包括)[:：]/;

/** Full-width letters, digits and brackets become half-width; spaces between the characters of a word go. */
export function withoutLayout(text: string): string {
  return text.normalize('NFKC').replace(LAYOUT, '').replace(/〔/g, '(').replace(/〕/g, ')');
}

/** A label as printed, without the spaces that only spread it out; words of Latin letters stay apart. */
export function printedLabel(text: string): string {
  return text.replace(/[\u200b-\u200d\ufeff]/g, '').replace(/(?<![A-Za-z])\s+|\s+(?![A-Za-z])/g, '');
}

/** A row or header label without numbering, 其中：, decoration and closing colon: "一、本 年 收 入：" → "本年收入". */
export function canonicalLabel(text: string): string {
  const plain = withoutLayout(text);
  const bare = plain.replace(ORDINAL, '').replace(LEAD_IN, '').replace(ORDINAL, '');
  return (bare || plain).replace(DECORATION, '').replace(/[:：]+$/, '');
}

/** "表5:", "预算01表", "公开07表", "(预算表3)", "附表2", "附件1.1", "表一": the number of a form, not its name. */
const FORM_NUMBER =
  /(?:\(?(?:预算|部门|单位|决算|附|公开){0,3}表[-—]?(?:\d{1,2}(?:[-—.]\d{1,2})?|[一二三四五六七八九十]{1,3}(?!般))\)?|\(?(?:财决|预算|决算|部门|单位){0,3}(?:公开)?\d{2}表\)?|附件\d{1,2}(?:[.\-—]\d{1,2})?)[:.]?/g;

const YEAR = /(?:19|20)\d{2}年度?|二[〇○零O][〇○零一二三四五六七八九O]{2}年度?/g;

const CONTINUED = /\(?续(?:表|\d{1,2})?\)?$/;

/** Spellings of one thing, in order: what is printed → what is compared. */
const SAME_WORDS: readonly (readonly [RegExp, string])[] = [
  [/收入支出/g, '收支'],
  [/总体情况/g, '总'],
  [/情况(?=表|\()/g, ''],
  [/预算(?=(?:总|明细|申报)?表)/g, ''],
  [/一般公共预算(?:当年)?(?:财政)?拨款/g, '一般公共预算'],
  [/政府性基金(?:预算)?(?:当年)?(?:财政拨款|拨款)?/g, '政府性基金预算'],
  [/国有资本(?:经营)?(?:预算)?(?:当年)?(?:财政拨款|拨款)?/g, '国有资本经营预算'],
  [/分类科目|科目/g, '分类'],
  [/支出(?=(?:功能|经济)分类)/g, ''],
  [/[-—,]不?含上年结转|\(不?含上年结转\)/g, ''],
  [/\(按/g, '('],
  [/三公经费(?:及|和)会议费(?:及|和)?培训费/g, '三公经费会议费培训费'],
];

/**
 * A title without year, form number, decoration and spaces and with one spelling for what is often spelt differently:
 * what titles of data/forms are compared with. "表5：2024年一般公共预算支出预算表（功能科目）" → "一般公共预算支出表(功能分类)".
 */
export function canonicalTitle(text: string): string {
  const plain = withoutLayout(text).replace(DECORATION, '');
  let title = plain.replace(ORDINAL, '').replace(FORM_NUMBER, '').replace(YEAR, '').replace(ORDINAL, '');
  title = title
    .replace(CONTINUED, '')
    .replace(/[:.。]+$/, '')
    .replace(/\(\)/g, '');
  for (const [printed, compared] of SAME_WORDS) title = title.replace(printed, compared);
  return title;
}
