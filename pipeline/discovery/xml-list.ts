import sax from 'sax';

/**
 * Sitemaps and feeds (RSS, Atom) as lists. XML is read as a stream, without document types and so without entities of
 * its own, to a depth and a number of links that no honest one exceeds; what breaks off gives what stood before.
 */
export interface XmlLink {
  readonly href: string;
  readonly text: string;
  /** Of a sitemap of sitemaps: the link leads to a list. */
  readonly isList: boolean;
}

const MAX_DEPTH = 32;
const MOST_LINKS = 50_000;
const LONGEST_TEXT = 4000;
const CHUNK = 64 * 1024;
const ROOT =
  /^\s{0,200}(?:<\?xml[^>]{0,200}\?>)?(?:\s|<!--[^>]{0,500}-->|<\?[^>]{0,500}\?>){0,50}<(?:\w{1,20}:)?(?:urlset|sitemapindex|rss|feed|rdf)[\s>]/i;

export function isXmlList(text: string): boolean {
  return ROOT.test(text.slice(0, 8192));
}

/** Something that ends the reading: not an error of ours, and no reason to lose what was read. */
class EndOfReading extends Error {}

interface OpenItem {
  href: string;
  text: string;
  isList: boolean;
}

export function readXmlList(text: string): XmlLink[] {
  const links: XmlLink[] = [];
  let item: OpenItem | null = null;
  let depth = 0;
  let data = '';
  const parser = sax.parser(true, { position: false });
  const stop = (): never => {
    throw new EndOfReading();
  };
  parser.ondoctype = stop;
  parser.onerror = stop;
  parser.onopentag = (tag) => {
    depth += 1;
    if (depth > MAX_DEPTH || links.length >= MOST_LINKS) stop();
    data = '';
    const name = localName(tag.name);
    if (/^(?:url|sitemap|item|entry)$/.test(name)) item = { href: '', text: '', isList: name === 'sitemap' };
    if (
      name === 'link' &&
      item !== null &&
      typeof tag.attributes.href === 'string' &&
      isAlternate(tag.attributes.rel)
    ) {
      item.href ||= tag.attributes.href;
    }
  };
  const characters = (part: string): void => {
    if (data.length < LONGEST_TEXT) data += part.slice(0, LONGEST_TEXT);
  };
  parser.ontext = characters;
  parser.oncdata = characters;
  parser.onclosetag = (tag) => {
    depth -= 1;
    const name = localName(tag);
    if (item !== null && (name === 'loc' || name === 'link')) item.href ||= data.trim();
    if (item !== null && name === 'title') item.text ||= data.trim();
    if (item !== null && /^(?:url|sitemap|item|entry)$/.test(name)) {
      if (item.href !== '') links.push(item);
      item = null;
    }
    data = '';
  };
  try {
    for (let at = 0; at < text.length; at += CHUNK) parser.write(text.slice(at, at + CHUNK));
    parser.close();
  } catch (error) {
    if (!(error instanceof EndOfReading)) throw error;
  }
  return links;
}

function isAlternate(rel: unknown): boolean {
  return rel === undefined || rel === 'alternate';
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}
