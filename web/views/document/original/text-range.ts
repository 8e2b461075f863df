import type { Rect } from './geometry.ts';

const SPACE = /\s/;

/**
 * The stretch [start, end) of a block's text, found in elements that show it. White space may differ between the two
 * (a browser folds it, a reader may have dropped it), so characters that are none are counted.
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
      if (SPACE.test(data[at] ?? '')) continue;
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
  for (let at = from; at < Math.min(to, text.length); at += 1) if (!SPACE.test(text[at] ?? '')) count += 1;
  return count;
}

/** One box a line that the range stands on, measured from `origin`. */
export function rectsOf(range: Range, origin: { readonly left: number; readonly top: number }): readonly Rect[] {
  return [...range.getClientRects()]
    .filter(({ width, height }) => width > 0 && height > 0)
    .map(({ left, top, width, height }) => ({ left: left - origin.left, top: top - origin.top, width, height }));
}

/** All that a cell shows; the cell itself where it shows nothing. */
export function contentRects(
  element: Element,
  origin: { readonly left: number; readonly top: number },
): readonly Rect[] {
  const range = element.ownerDocument.createRange();
  range.selectNodeContents(element);
  const rects = rectsOf(range, origin);
  if (rects.length > 0) return rects;
  const { left, top, width, height } = element.getBoundingClientRect();
  return [{ left: left - origin.left, top: top - origin.top, width, height }];
}
