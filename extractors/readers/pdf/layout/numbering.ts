/** Printed numbers that begin a heading or an item. Depth 1 is the outermost. */
interface NumberStyle {
  readonly depth: number;
  readonly pattern: RegExp;
}

const NUMERALS = '[一二三四五六七八九十百零〇]{1,4}';

const STYLES: readonly NumberStyle[] = [
  { depth: 1, pattern: new RegExp(`^第\\s?(?:${NUMERALS}|\\d{1,2})\\s?(?:部分|章|篇|编)`) },
  { depth: 2, pattern: new RegExp(`^(?:${NUMERALS}\\s?[、.．,，]|第\\s?${NUMERALS}\\s?[节条])`) },
  { depth: 3, pattern: new RegExp(`^[（(〔]\\s?${NUMERALS}\\s?[）)〕]`) },
  { depth: 4, pattern: /^\d{1,2}\s?(?:[、．]|\.(?!\d))/ },
  { depth: 5, pattern: /^[（(]\s?\d{1,2}\s?[）)]/ },
  { depth: 6, pattern: /^(?:[①-⑳]|\d{1,2}[）)])/ },
];

const BULLET = /^[●○■□◆◇▲►•·★※\uf06c\uf075\uf0d8]\s?/;

/** Depth of the number that the text begins with, or null. Quantities ("1.5万元", "2019年") are no numbers of items. */
export function numberDepth(text: string): number | null {
  const head = text.slice(0, 16);
  return STYLES.find((style) => style.pattern.test(head))?.depth ?? null;
}

/** What stands behind the number that a text begins with; "" for a text without one. */
export function numberedName(text: string): string {
  const style = STYLES.find(({ pattern }) => pattern.test(text.slice(0, 16)));
  return style === undefined ? '' : text.replace(style.pattern, '').trim();
}

export function beginsItem(text: string): boolean {
  return numberDepth(text) !== null || BULLET.test(text);
}

/** Nothing but the number of a part or item: "第一部分", "二、", "（三）". Bare digits may be a quantity. */
export function isBareNumber(text: string): boolean {
  const head = text.slice(0, 16);
  return STYLES.some(({ depth, pattern }) => depth <= 3 && pattern.exec(head)?.[0].length === text.length);
}

/** The dots that lead to a page number ("收入决算表..........12"), wherever they stand in the text. */
const LEADER = /(?:[.．·•…‥⋯_]\s?){4}|\.{3}\s?\d{1,3}/;

/** An entry of the table of contents. */
export function isContentsEntry(text: string): boolean {
  return LEADER.test(text.slice(0, 200));
}

/** Made of pieces, so that they stand nowhere as they are read. */
export const itemNumberExpressions: readonly RegExp[] = STYLES.map(({ pattern }) => pattern);
