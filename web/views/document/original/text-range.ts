import type { Rect } from './geometry.ts';

/** White space, and format characters (zero-width, soft hyphens, overrides), which readers drop and browsers keep. */
const UNSEEN = /[\s\p{Cf}]/u;

/**
 * The stretch [start, end) of a block's text, found in elements that show it. What is not seen may differ between the two
 * (a browser folds white space, a reader drops marks of no width), so the characters that are seen are counted.
 */
export function rangeIn(root: Element, text: string, from: number, start: number, end: number): Range | undefined {
  const first = printedBetween(text, from, start);
  const last = first + Math.max(1, printedBetween(text, start, end));
  const range = root.ownerDocument.createRange();
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let seen = 0;
  let isOpen = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const data = node.nodeValue ?? '';
    for (let at = 0; at < data.length; at += 1) {
      if (UNSEEN.test(data[at] ?? '')) continue;
      if (seen === first && !isOpen) {
        range.setStart(node, at);
        isOpen = true;
      }
      seen += 1;
      if (seen === last) {
        range.setEnd(node, at + 1);
        return range;
      }
    }
  }
  return undefined;
}

function printedBetween(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < Math.min(to, text.length); at += 1) if (!UNSEEN.test(text[at] ?? '')) count += 1;
  return count;
}

/** What boxes are measured from. */
export interface Origin {
  readonly left: number;
  readonly top: number;
}

/** One box a line that the range stands on. */
export function rectsOf(range: Range, origin: Origin): readonly Rect[] {
  return [...range.getClientRects()]
    .filter(({ width, height }) => width > 0 && height > 0)
    .map(({ left, top, width, height }) => ({ left: left - origin.left, top: top - origin.top, width, height }));
}

export function boxOf(element: Element, origin: Origin): Rect {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { left: left - origin.left, top: top - origin.top, width, height };
}

/** All that a cell shows; the cell itself where it shows nothing. */
export function contentRects(element: Element, origin: Origin): readonly Rect[] {
  const range = element.ownerDocument.createRange();
  range.selectNodeContents(element);
  const rects = rectsOf(range, origin);
  return rects.length > 0 ? rects : [boxOf(element, origin)];
}
