import { readNumbering } from '../../sections/numbering.ts';
import { flowed } from '../whitespace.ts';
import { type AnyNode, type Element, isTag } from './dom.ts';
import { isLayoutTable } from './layout-table.ts';
import { shownText, walkShown } from './walk.ts';

/**
 * Finds the element that holds the article, without knowing the site: going down from the body, as long as one child
 * holds the text and everything beside it is furniture of the portal (navigation, related links, footers, a share bar).
 * What is in doubt stays in.
 */

/** A sibling with more own text than this is never taken for furniture. */
const MAX_FURNITURE_LENGTH = 400;
/** From this share of text inside links a list is navigation. */
const LINK_SHARE_OF_NAVIGATION = 0.5;

const CHROME_TAGS = new Set(['nav', 'footer', 'aside']);
const CHROME_ROLES = new Set(['navigation', 'banner', 'contentinfo', 'search', 'complementary']);

/** Words that only the furniture of a portal uses. */
export const FURNITURE_WORDS =
  /版权所有|主办单位|主办[：:]|承办单位|承办[：:]|ICP备|公网安备|网站标识码|网站地图|联系我们|技术支持|扫一扫|分享到|打印本页|关闭窗口|上一篇|下一篇|上一条|下一条|相关链接|友情链接|相关附件下载|当前位置|您所在的位置|首页\s?[>＞»]|字号[：:]|浏览次数|访问量|无障碍/;

const STATES_SOMETHING = /[。；]|\d(?:\.\d+)?\s?(?:万元|亿元|元|%|％)/;

interface Weight {
  readonly text: number;
  readonly linked: number;
}

export function findArticle(body: Element): Element {
  const weights = weigh(body);
  let current = body;
  for (;;) {
    const heaviest = heaviestChild(current, weights);
    if (heaviest === null || !canDescend(heaviest)) return current;
    const others = shownChildren(current).filter((child) => child !== heaviest);
    const loose = looseText(current);
    if (!isFurnitureText(loose) || !others.every((other) => isFurniture(other, weights))) return current;
    current = heaviest;
  }
}

/** Whether an element inside the article is portal furniture that crept in: navigation marks or a dense list of links. */
export function isChrome(element: Element): boolean {
  return CHROME_TAGS.has(element.name) || CHROME_ROLES.has(element.attribs.role ?? '');
}

/** Paragraphs and the rows of tables are content, not containers of it. */
function canDescend(element: Element): boolean {
  return (
    !/^(?:p|h[1-6]|ul|ol|li|dl|pre|blockquote|span|font|a|b|strong|center)$/.test(element.name) && !isDataTable(element)
  );
}

function isDataTable(element: Element): boolean {
  if (element.name !== 'table') return false;
  return (
    (element.attribs.border !== undefined && element.attribs.border !== '0') ||
    (!isLayoutTable(element) && holdsAmounts(element))
  );
}

function heaviestChild(element: Element, weights: ReadonlyMap<Element, Weight>): Element | null {
  let best: Element | null = null;
  for (const child of shownChildren(element)) {
    if (proseOf(child, weights) > (best === null ? 0 : proseOf(best, weights))) best = child;
  }
  return best;
}

function proseOf(element: Element, weights: ReadonlyMap<Element, Weight>): number {
  const weight = weights.get(element);
  return weight === undefined || isChrome(element) ? 0 : weight.text - weight.linked;
}

function isFurniture(element: Element, weights: ReadonlyMap<Element, Weight>): boolean {
  const weight = weights.get(element);
  if (weight === undefined || weight.text === 0 || isChrome(element)) return true;
  if (weight.linked / weight.text > LINK_SHARE_OF_NAVIGATION) return true;
  if (weight.text - weight.linked > MAX_FURNITURE_LENGTH || holdsAmounts(element)) return false;
  return isFurnitureText(flowed(shownText(element)));
}

/** Amounts as tables print them; a calendar and counters of visits have none. */
const AMOUNT = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^-?\d{1,12}\.\d{1,6}$/;
const LEAST_AMOUNTS = 2;

/** A form beside the heaviest part of the page is content, however short. */
function holdsAmounts(element: Element): boolean {
  let amounts = 0;
  walkShown(element, {
    text: ({ data }) => {
      if (AMOUNT.test(data.trim())) amounts += 1;
    },
  });
  return amounts >= LEAST_AMOUNTS;
}

function isFurnitureText(text: string): boolean {
  if (text === '' || FURNITURE_WORDS.test(text)) return true;
  const numbering = readNumbering(text);
  return !STATES_SOMETHING.test(text) && (numbering === null || numbering.rank > 4);
}

function shownChildren(element: Element): Element[] {
  return element.children.filter((child): child is Element => isTag(child));
}

/** Text that stands directly in the element, beside its children. */
function looseText(element: Element): string {
  return flowed(element.children.map((child) => (child.type === 'text' ? child.data : '')).join(' '));
}

/** Characters of shown text below each element, and how many of them stand in links. */
function weigh(root: AnyNode): ReadonlyMap<Element, Weight> {
  const weights = new Map<Element, Weight>();
  const open: Array<{ text: number; linked: number; link: boolean }> = [{ text: 0, linked: 0, link: false }];
  walkShown(root, {
    enter: (element) => {
      open.push({ text: 0, linked: 0, link: element.name === 'a' });
      return undefined;
    },
    text: ({ data }) => {
      const top = open.at(-1);
      if (top !== undefined) top.text += data.replace(/\s/g, '').length;
    },
    leave: (element) => {
      const closed = open.pop();
      const parent = open.at(-1);
      if (closed === undefined || parent === undefined) return;
      const linked = closed.link ? closed.text : closed.linked;
      weights.set(element, { text: closed.text, linked });
      parent.text += closed.text;
      parent.linked += linked;
    },
  });
  return weights;
}
