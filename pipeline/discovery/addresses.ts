import type { Element } from '../../extractors/readers/html/dom.ts';

/** The addresses that one element carries, wherever sites put them. */

export interface Address {
  readonly href: string;
  /** `link`: what the element is for. `hidden`: a script or a data attribute has it. */
  readonly kind: 'link' | 'frame' | 'hidden' | 'forward';
}

const LONGEST_CODE = 4000;
const LONGEST_ADDRESS = 2000;
const QUOTED = /(["'])((?:(?!\1)[^\\\r\n]){1,1000})\1/g;
/** What stands in quotation marks may be a word of the program: addresses have a slash or an ending and no spaces. */
const READS_AS_ADDRESS = /^(?:https?:\/\/|\.{0,2}\/|\?)?[^\s<>"'{}|^`]{1,2000}$/i;
const HAS_PATH_OR_ENDING =
  /\/|^\?|\.(?:s?html?|jspx?|aspx?|php|do|action|pdf|docx?|xlsx?|wps|et|ofd|zip|rar|7z)(?:[?#]|$)/i;
const FRAMES: ReadonlyMap<string, string> = new Map([
  ['iframe', 'src'],
  ['frame', 'src'],
  ['embed', 'src'],
  ['object', 'data'],
]);
/** Attributes that hold addresses of what a page is made of, not of where it leads. */
const OWN_PARTS = new Set(['src', 'style', 'class', 'id', 'action', 'background', 'poster', 'srcset', 'alt', 'title']);

export function addressesOf(element: Element): Address[] {
  const found = [...shownAddresses(element), ...hiddenAddresses(element)];
  return found.filter(({ href }) => href.trim() !== '' && href.length <= LONGEST_ADDRESS);
}

/** What the element itself leads to or shows. */
function shownAddresses({ name, attribs }: Element): Address[] {
  const { href = '', rel = '', type = '', content = '' } = attribs;
  if (name === 'a' || name === 'area') {
    if (!/^\s{0,9}javascript:/i.test(href)) return [{ href, kind: 'link' }];
    return quoted(href).map((address) => ({ href: address, kind: 'hidden' }));
  }
  const source = FRAMES.get(name);
  if (source !== undefined) return [{ href: attribs[source] ?? '', kind: 'frame' }];
  const isNext = name === 'link' && /^next$/i.test(rel);
  const isFeed = name === 'link' && /^alternate$/i.test(rel) && /rss|atom/i.test(type);
  if (isNext || isFeed) return [{ href, kind: 'forward' }];
  const refreshes = name === 'meta' && /^refresh$/i.test(attribs['http-equiv'] ?? '');
  return refreshes ? [{ href: refreshTarget(content), kind: 'forward' }] : [];
}

/** What scripts are meant to read: events, data attributes, options, and files named in attributes of a site's own. */
function hiddenAddresses({ name, attribs }: Element): Address[] {
  const found = quoted(attribs.onclick);
  if (name === 'option' && readsAsAddress(attribs.value ?? '')) found.push(attribs.value ?? '');
  for (const [attribute, value] of Object.entries(attribs)) {
    if (/^on|^href$|^value$|^content$|^xmlns/.test(attribute) || OWN_PARTS.has(attribute)) continue;
    if ((attribute.startsWith('data-') || endsAsFile(value)) && readsAsAddress(value)) found.push(value);
  }
  return found.map((href) => ({ href, kind: 'hidden' }));
}

/** Addresses in quotation marks in the code of an event or a javascript: link. */
export function quoted(code: string | undefined): string[] {
  if (code === undefined) return [];
  return [...code.slice(0, LONGEST_CODE).matchAll(QUOTED)].flatMap(([, , text]) =>
    text !== undefined && readsAsAddress(text) ? [text] : [],
  );
}

function readsAsAddress(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.length <= LONGEST_ADDRESS && READS_AS_ADDRESS.test(trimmed) && HAS_PATH_OR_ENDING.test(trimmed);
}

function endsAsFile(text: string): boolean {
  return /\.(?:pdf|docx?|xlsx?|wps|et|ofd|zip|rar|7z)(?:[?#]|$)/i.test(text);
}

function refreshTarget(content: string): string {
  return /^\s{0,9}[\d.]{0,9}\s{0,9}[;,]\s{0,9}(?:url\s{0,9}=)?\s{0,9}["']?([^"']{1,2000})/i.exec(content)?.[1] ?? '';
}
