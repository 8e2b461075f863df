import { percentEncodeGbk } from './gbk.ts';

/** Longer addresses are no links. */
const LONGEST = 2000;

/** Where the links of a page start from. */
export interface LinkBase {
  readonly url: string;
  /** The charset of the page, in which browsers send what stands behind "?". */
  readonly charset: string;
}

/**
 * The address a link leads to, as a browser resolves it, without its fragment. Null for what is not http(s), carries a
 * login, or is no address.
 */
export function resolveLink(href: string, base: LinkBase): URL | null {
  const trimmed = href.trim();
  if (trimmed === '' || trimmed.length > LONGEST || trimmed.startsWith('#')) return null;
  const address = /^gb/.test(base.charset) ? withGbkQuery(trimmed) : trimmed;
  if (!URL.canParse(address, base.url)) return null;
  const url = new URL(address, base.url);
  if ((url.protocol !== 'http:' && url.protocol !== 'https:') || url.username !== '' || url.password !== '')
    return null;
  url.hash = '';
  return url.href.length > LONGEST * 3 ? null : url;
}

function withGbkQuery(address: string): string {
  const query = address.indexOf('?');
  if (query === -1) return address;
  const fragment = address.indexOf('#', query);
  const end = fragment === -1 ? address.length : fragment;
  return address.slice(0, query) + percentEncodeGbk(address.slice(query, end));
}

/** An address as people read it, whichever charset its escapes are in: for the words in file names. */
export function readableAddress(url: URL): string {
  const bytes = Buffer.from(
    url.href.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
