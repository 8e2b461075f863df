import type { CheerioAPI } from 'cheerio';
import { findArticle } from '../../extractors/readers/html/article.ts';
import type { Element } from '../../extractors/readers/html/dom.ts';
import { parseHtml } from '../../extractors/readers/html/parse.ts';
import { type Address, addressesOf } from './addresses.ts';
import { frameElements, wordsOf } from './frame.ts';
import { elementsOf, isScript, scriptText, textOf } from './walk.ts';

/** Every address of a page with what is shown for it and where it stands, in the order of the page. */
export interface Candidate {
  readonly href: string;
  readonly kind: Address['kind'] | 'script';
  readonly text: string;
  /** Stands in the frame of the portal. */
  readonly inFrame: boolean;
  /** Stands in the element that holds the article. */
  readonly inArticle: boolean;
  /** Stands among what turns pages. */
  readonly amongPages: boolean;
}

/** A page is not asked for more links than any list has. */
const MOST_CANDIDATES = 100_000;
const LONGEST_TEXT = 300;
const MOST_SCRIPT = 2_000_000;
const CDATA = /<!\[CDATA\[([\s\S]*?)\]\]>/g;
const QUOTED_FILE = /["']([^"'\s<>]{1,500}\.(?:pdf|docx?|xlsx?|wps|et|ofd|zip|rar|7z))["']/gi;
const FORWARDING = /location(?:\.href|\.replace\()?\s{0,9}[=(]\s{0,9}["']([^"'\s<>]{1,500})["']/gi;
const PAGE_WORDS = new Set(['page', 'pages', 'pager', 'paging', 'pagination', 'pagenav', 'fanye', 'paginate']);

export function candidatesOf($: CheerioAPI): Candidate[] {
  const root = $('html')[0];
  const body = $('body')[0];
  if (root === undefined) return [];
  const frame = frameElements(root);
  const article = body === undefined ? null : findArticle(body);
  const found: Candidate[] = [];
  const inside = { frame: 0, article: 0, pages: 0 };
  // Leaving an element is a step of its own, so that what is inside of what is known without asking the ancestors.
  const stack: { readonly element: Element; readonly leaving: boolean }[] = [{ element: root, leaving: false }];
  for (let step = stack.pop(); step !== undefined && found.length < MOST_CANDIDATES; step = stack.pop()) {
    const { element, leaving } = step;
    const change = leaving ? -1 : 1;
    if (frame.has(element)) inside.frame += change;
    if (element === article) inside.article += change;
    if (turnsPages(element)) inside.pages += change;
    if (leaving) continue;
    const place = { inFrame: inside.frame > 0, inArticle: inside.article > 0, amongPages: inside.pages > 0 };
    for (const link of isScript(element) ? fromScript(element) : fromElement(element))
      found.push({ ...link, ...place });
    stack.push({ element, leaving: true });
    for (let index = element.children.length - 1; index >= 0; index -= 1) {
      const child = element.children[index];
      if (child !== undefined && 'attribs' in child) stack.push({ element: child, leaving: false });
    }
  }
  return found;
}

type Link = Pick<Candidate, 'href' | 'kind' | 'text'>;

function fromElement(element: Element): Link[] {
  const addresses = addressesOf(element);
  return addresses.length === 0 ? [] : addresses.map((address) => ({ ...address, text: shownFor(element) }));
}

/** What is shown for a link: its text, or its title where the text is cut or a picture. */
function shownFor(element: Element): string {
  const text = textOf(element, LONGEST_TEXT);
  const title = (element.attribs.title ?? '').trim().slice(0, LONGEST_TEXT);
  if (title === '') return text === '' ? pictureText(element) : text;
  const cut = /(?:…|\.{2,6})$/.test(text);
  const plain = text.replace(/(?:…|\.{2,6})$/, '');
  return text === '' || (cut && title.includes(plain.slice(-10))) ? title : text;
}

function pictureText(element: Element): string {
  for (const child of element.children) {
    if ('attribs' in child && child.name === 'img') return (child.attribs.alt ?? '').trim().slice(0, LONGEST_TEXT);
  }
  return '';
}

/** Lists written as CDATA for a script to show, files that a script opens, and pages that only lead on. */
function fromScript(element: Element): Link[] {
  const script = scriptText(element).slice(0, MOST_SCRIPT);
  const hidden: Link[] = fromCdata(script);
  const rest = hidden.length === 0 ? script : script.replace(CDATA, '');
  for (const [, href] of rest.matchAll(QUOTED_FILE)) hidden.push({ href: href ?? '', kind: 'script', text: '' });
  for (const [, href] of rest.matchAll(FORWARDING)) hidden.push({ href: href ?? '', kind: 'forward', text: '' });
  return hidden;
}

/** The links of HTML fragments in CDATA sections. */
export function fromCdata(text: string): Link[] {
  const fragments = [...text.matchAll(CDATA)].map(([, fragment]) => fragment ?? '');
  if (fragments.length === 0) return [];
  const root = parseHtml(fragments.join('\n'))('html')[0];
  return root === undefined ? [] : [...elementsOf(root)].filter((element) => !isScript(element)).flatMap(fromElement);
}

function turnsPages(element: Element): boolean {
  return element.name !== 'body' && element.name !== 'html' && wordsOf(element).some((word) => PAGE_WORDS.has(word));
}
