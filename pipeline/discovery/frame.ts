import { type Element, isTag } from '../../extractors/readers/html/dom.ts';
import { loadFrameWords } from './vocabulary.ts';
import { elementsOf, isScript } from './walk.ts';

/** The frame of a portal: navigation, footers, friendly links. */

const FRAME_TAGS = new Set(['nav', 'footer', 'aside']);
const FRAME_ROLES = new Set(['navigation', 'banner', 'contentinfo', 'search', 'complementary']);
/** An element that holds nearly all links of the page holds the page, whatever it is called. */
const SHARE_OF_WHOLE_PAGE = 0.9;
const LONGEST_NAME = 300;

/** The outermost elements of the frame. Their links lead away from what the page is about. */
export function frameElements(root: Element): ReadonlySet<Element> {
  const marked: Element[] = [];
  for (const element of elementsOf(root)) if (isMarked(element)) marked.push(element);
  if (marked.length === 0) return new Set();
  const links = countLinks(root);
  const all = links.get(root) ?? 0;
  return new Set(
    marked.filter((element) => {
      if (FRAME_TAGS.has(element.name)) return true;
      return (links.get(element) ?? 0) <= all * SHARE_OF_WHOLE_PAGE;
    }),
  );
}

function isMarked(element: Element): boolean {
  if (element.name === 'body' || element.name === 'html' || element.name === 'form') return false;
  if (FRAME_TAGS.has(element.name) || FRAME_ROLES.has(element.attribs.role ?? '')) return true;
  const names = loadFrameWords().elements;
  return wordsOf(element).some((word) => names.includes(word));
}

/** "main-nav", "footerBox" → main, nav, footer, box. */
export function wordsOf(element: Element): string[] {
  const name = `${element.attribs.class ?? ''} ${element.attribs.id ?? ''}`.slice(0, LONGEST_NAME);
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
}

/** Links below each element; those written inside a script count where the script stands. */
function countLinks(root: Element): ReadonlyMap<Element, number> {
  const counts = new Map<Element, number>();
  const order = [...elementsOf(root)];
  for (const element of order) counts.set(element, ownLinks(element));
  for (let index = order.length - 1; index >= 0; index -= 1) {
    const element = order[index];
    if (element === undefined || element === root) continue;
    const parent = element.parent;
    if (parent !== null && isTag(parent)) counts.set(parent, (counts.get(parent) ?? 0) + (counts.get(element) ?? 0));
  }
  return counts;
}

function ownLinks(element: Element): number {
  if (element.name === 'a') return 1;
  if (!isScript(element)) return 0;
  const child = element.children[0];
  return child?.type === 'text' ? child.data.split(/<a\s/i).length - 1 : 0;
}
