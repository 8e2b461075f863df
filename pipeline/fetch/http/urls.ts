import { decodeHeaderValue } from './headers.ts';

/**
 * An http(s) URL in its standard form (decimal, octal and hex hosts become dotted ones), without fragment and without
 * credentials, which are not sent; null for everything else.
 */
export function httpUrl(text: string, base?: URL): URL | null {
  if (!URL.canParse(text, base?.href)) return null;
  const url = new URL(text, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  url.hash = '';
  url.username = '';
  url.password = '';
  return url;
}

/** Where a Location header points: servers write Chinese paths in it unescaped, in UTF-8 or in GBK. */
export function locationUrl(location: string, base: URL): URL | null {
  return httpUrl(decodeHeaderValue(location), base);
}
