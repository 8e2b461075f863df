import type { CheerioAPI } from 'cheerio';
import { load } from 'cheerio/slim';
import { parse } from 'parse5';
import { adapter } from 'parse5-htmlparser2-tree-adapter';

/**
 * Elements nested deeper than this are left out (their text stays), as browsers do: HTML parsing searches the stack of
 * open elements for every tag, so 100,000 nested elements would take minutes.
 */
export const MAX_DEPTH = 512;

/** Elements whose end tag is optional or forbidden do not nest by being repeated. */
const NOT_NESTING = new Set(
  (
    'area base br col embed hr img input link meta param source track wbr p li dt dd option optgroup rb rt rp ' +
    'thead tbody tfoot tr td th colgroup caption html head body'
  ).split(' '),
);

const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9:-]{0,30})([^<>]*)>/g;

/**
 * The tree that the HTML standard asks for, with selectors. What `load` of "cheerio" does; but that brings along a client for
 * HTTP and decoders, which every thread would read before its first document.
 */
export function parseHtml(html: string): CheerioAPI {
  return load(parse(flattenBeyond(html, MAX_DEPTH), { treeAdapter: adapter }));
}

/** Drops the tags of elements that open deeper than `depth`. Linear; a page that is not that deep is returned as it is. */
export function flattenBeyond(html: string, depth: number): string {
  if (deepest(html) <= depth) return html;
  let open = 0;
  const flattened = html.replace(TAG, (tag, slash: string, name: string, rest: string) => {
    if (NOT_NESTING.has(name.toLowerCase()) || rest.endsWith('/')) return open > depth ? ' ' : tag;
    if (slash === '/') {
      open = Math.max(0, open - 1);
      return open >= depth ? ' ' : tag;
    }
    open += 1;
    return open > depth ? ' ' : tag;
  });
  // Thousands of dropped tags leave thousands of spaces, which every level of nesting would read again.
  return flattened.replace(/ {2,}/g, ' ');
}

function deepest(html: string): number {
  let open = 0;
  let deepest = 0;
  for (const [, slash, name, rest] of html.matchAll(TAG)) {
    if (NOT_NESTING.has((name ?? '').toLowerCase()) || rest?.endsWith('/')) continue;
    open = slash === '/' ? Math.max(0, open - 1) : open + 1;
    deepest = Math.max(deepest, open);
  }
  return deepest;
}
