/**
 * Digits that state no quantity: dates, years, document numbers, ordinals, list numbers, clock times, telephone
 * numbers, ratios of procedure. One expression per kind, each linear in its input (bounded gaps only).
 */
export const NOT_FIGURES: readonly RegExp[] = [
  // 2019年, 2019年3月5日, 2019-2021年, 2026年度, "202 年度" with a lost digit
  /(?<!\d)(?:19|20)\d{2}(?:[-~—–至、/](?:19|20)?\d{2}){0,4}年(?:\d{1,2}(?:[-~—至](?:\d{1,2}|次年\d{1,2}))?月(?:\d{1,2}日)?)?/g,
  /(?<!\d)(?:19|20)\d{2}[-./]\d{1,2}[-./]\d{1,2}(?!\d)/g,
  /(?<!\d)\d{1,2}(?:[-~—至]\d{1,2})?月(?:\d{1,2}(?:[-~—至]\d{1,2})?日)?/g,
  /(?<!\d)\d{3}年度/g,
  // 〔2018〕66号, [2021] 3 号, 3号文, 第59次, 第2、3条
  /[〔[【（]\d{4}[〕\]】）]第?\d{1,5}号?/g,
  /第\d{1,6}(?:[-、~—至，]第?\d{1,4}){0,6}/g,
  /(?<![\d.])\d{1,6}号/g,
  /(?<!\d)\d{1,3}次(?:政府|市政府|县政府|区政府|省政府|党组|党委)?(?:常务|全体|党组|部务|办公|局长办公|党委|主任办公|党代|工作例|主席|院长办公)会/g,
  // 7×24小时, 24小时, 8:30, 1:1
  /\d{1,3}[×xX*]\d{1,3}(?:小时)?/g,
  /(?<!\d)\d{1,2}：\d{1,2}(?!\d)/g,
  // 9时30分, 前3名
  /(?<!\d)\d{1,2}[时点]\d{1,2}分/g,
  /前\d{1,3}(?=[名位强])/g,
  // addresses: 地址：某路18号3栋12层
  /(?:地址|住所)[：为是][^，。；]{1,60}/g,
  // telephone numbers, postcodes
  /(?:电话|传真|邮编|邮政编码|热线|手机)[：（]?\d{3,12}(?:[-—]\d{3,8})?/g,
  /(?<!\d)0\d{2,3}-\d{7,8}(?!\d)/g,
  // codes of the classification: 204类, 06款, 01项 and （301）
  /(?<!\d)\d{2,7}(?:类|款|项)(?=[）)])/g,
  /（\d{3,7}）/g,
  // models and names made of digits: 5G网络, 12345热线, IPv6, A4纸, 5A级
  /[A-Za-z]{1,8}\d{1,6}(?![.\d]*[%元万亿])/g,
  /(?<![\d.])\d{1,2}[GgDAKk](?![A-Za-z])/g,
];

/** The number of a list item at the beginning of a block or behind a clause: "1.", "（2）", "3、", "①". */
export const ITEM_NUMBERS: readonly RegExp[] = [
  /^(?:附件)?（?\d{1,2}(?:\.\d{1,2}){0,3}(?:[）、]|\.(?=\D|(?:19|20)\d{2}年?|\d{1,2}月))/,
  /(?<=[。；：，])（?\d{1,2}(?:[）、]|\.(?=[^\d]|(?:19|20)\d{2}年))(?!\d{0,6}[.\d]*[万元%])/g,
];

const MASK = '\u0001';

/** The text with the digits of non-figures put out, of the same length. Years are kept readable for `periods`. */
export function maskNonFigures(text: string): string {
  let masked = text;
  for (const expression of ITEM_NUMBERS) masked = masked.replace(expression, putOut);
  for (const expression of NOT_FIGURES) masked = masked.replace(expression, putOut);
  return masked;
}

function putOut(matched: string): string {
  return matched.replace(/\d/g, MASK);
}
