import type { FetchedPage, FoundLink } from '../crawl/contracts.ts';
import { type Candidate, candidatesOf, fromCdata } from './candidates.ts';
import { canonicalUrl } from './canonical-url.ts';
import { isAllowedHost } from './hosts.ts';
import { saysWhereItStands } from './page-name.ts';
import { type PageText, pageText } from './page-text.ts';
import { scriptPages } from './pagination.ts';
import { publisherRules } from './publishers.ts';
import { type LinkBase, resolveLink } from './resolve.ts';
import { type PageContext, roleOf, saysDisclosure } from './roles.ts';
import type { Source } from './source.ts';
import { isXmlList, readXmlList } from './xml-list.ts';

/**
 * The links of a page that matter to a source, in the order of the page, each once. On a list (the default) these are
 * its articles, files, columns and further pages; on the page of an article, its files and what its text links to.
 * Never throws for what a page holds.
 */
export function discover(
  page: FetchedPage,
  source: Source,
  reading: 'list' | 'article' = 'list',
  text: PageText = pageText(page),
): FoundLink[] {
  if (!URL.canParse(page.url)) return [];
  if (isXmlList(text.decoded.text)) return fromXml(text.decoded.text, page.url, source);
  return fromHtml(text, page.url, source, reading);
}

function fromXml(text: string, address: string, source: Source): FoundLink[] {
  const url = new URL(address);
  const found = new Found();
  // A sitemap has no titles to judge by: what it is given for is told by its addresses alone.
  const untitled: Source = { ...source, articles: { ...source.articles, words: 'any' } };
  for (const { href, text: title, isList } of readXmlList(text)) {
    const target = resolveLink(href, { url: address, charset: 'utf-8' });
    if (target === null) continue;
    if (isList) {
      if (isAllowedHost(target.href, source)) found.add(target.href, 'list', title, false);
      continue;
    }
    const judged = title === '' ? untitled : source;
    const context: PageContext = { url, source: judged, reading: 'list', named: false };
    const candidate: Candidate = {
      href,
      kind: 'link',
      text: title,
      inFrame: false,
      inArticle: true,
      amongPages: false,
    };
    const role = roleOf(candidate, target, context);
    if (role !== null) found.add(target.href, role.role, title, role.sameList);
  }
  return found.links();
}

function fromHtml(
  { decoded: { text, charset }, parsed }: PageText,
  address: string,
  source: Source,
  reading: 'list' | 'article',
): FoundLink[] {
  const $ = parsed();
  const base: LinkBase = { url: address, charset };
  const url = new URL(address);
  const from: LinkBase = { ...base, url: resolveLink($('base[href]').attr('href') ?? '', base)?.href ?? base.url };
  const rules = publisherRules(source.publisher);
  const context: PageContext = { url, source, reading, named: saysDisclosure(saysWhereItStands($), source) };
  const found = new Found();
  for (const candidate of [...candidatesOf($), ...outsideOfElements(text)]) {
    const target = resolveLink(viewed(candidate.href, rules.viewers), from);
    const role = target === null ? null : roleOf(candidate, target, context);
    if (target !== null && role !== null) found.add(target.href, role.role, candidate.text, role.sameList);
  }
  if (reading === 'list') {
    const scripts = $('script')
      .toArray()
      .map((script) => $(script).text())
      .join('\n');
    for (const href of scriptPages(scripts, url, rules.pagination, source.lists.pages)) {
      const target = resolveLink(href, from);
      if (target !== null && target.host === url.host) found.add(target.href, 'list', '', true);
    }
  }
  return found.links();
}

/** The answer of a list service is a data store whose records are CDATA, which HTML takes for comments. */
function outsideOfElements(text: string): Candidate[] {
  if (!/^\s{0,99}(?:<\?xml[^>]{0,200}>\s{0,99})?<datastore[\s>]/i.test(text.slice(0, 1000))) return [];
  return fromCdata(text).map((link) => ({ ...link, inFrame: false, inArticle: true, amongPages: false }));
}

/** A page that only shows a file stands for the file. */
function viewed(href: string, viewers: readonly RegExp[]): string {
  for (const viewer of viewers) {
    const file = viewer.exec(href.slice(0, 4000))?.groups?.file;
    if (file !== undefined) return decodedOnce(file);
  }
  return href;
}

function decodedOnce(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Links by canonical address: the first place counts, the first words that are shown for it, and the role. */
class Found {
  readonly #byAddress = new Map<string, FoundLink>();

  add(url: string, role: FoundLink['role'], text: string, sameList: boolean): void {
    const key = canonicalUrl(url);
    const known = this.#byAddress.get(key);
    if (known === undefined) this.#byAddress.set(key, { url, role, text, sameList });
    else if (known.text === '' && text !== '') this.#byAddress.set(key, { ...known, text });
  }

  links(): FoundLink[] {
    return [...this.#byAddress.values()];
  }
}
