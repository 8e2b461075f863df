import type { FoundLink } from '../crawl/contracts.ts';
import { namesAttachment, textNamesAttachment } from './attachment-names.ts';
import type { Candidate } from './candidates.ts';
import { isAllowedHost } from './hosts.ts';
import { type Publisher, publisherRules } from './publishers.ts';
import { readableAddress } from './resolve.ts';
import type { Source } from './source.ts';
import { loadFrameWords, loadLinkWords } from './vocabulary.ts';
import { matchesWildcard } from './wildcard.ts';

/** What a link of a page is to a source: a list, an article, an attachment, or nothing. */

export interface PageContext {
  readonly url: URL;
  readonly source: Source;
  /** `article`: only its files and what its text links to are wanted. */
  readonly reading: 'list' | 'article';
  /** The page says itself that it holds disclosures: title, column, place in the site. */
  readonly named: boolean;
}

export interface Role {
  readonly role: FoundLink['role'];
  /** The same list goes on there. */
  readonly sameList: boolean;
}

/** Of a title, what may follow its last word (an ending, a note in brackets) and that word. */
const LONGEST_ENDING = 60;

const LIST: Role = { role: 'list', sameList: false };
const NEXT_PAGE: Role = { role: 'list', sameList: true };
const ARTICLE: Role = { role: 'article', sameList: false };
const ATTACHMENT: Role = { role: 'attachment', sameList: false };

export function roleOf(candidate: Candidate, url: URL, page: PageContext): Role | null {
  const { source } = page;
  if (!isAllowedHost(url.href, source)) return null;
  const rules = publisherRules(source.publisher);
  const text = candidate.text === '' ? readableAddress(url) : candidate.text;
  if (isAttachment(candidate, url, source, rules)) return wantedAttachment(candidate, text, page) ? ATTACHMENT : null;
  if (candidate.kind === 'script') return null;
  if (candidate.kind === 'forward' || candidate.kind === 'frame') return leadsOn(candidate, url, page);
  if (page.reading === 'list' && turnsPage(candidate, url, page.url)) return NEXT_PAGE;
  if (candidate.inFrame) return null;
  if (page.reading === 'article' && !candidate.inArticle) return null;
  const shape = shapeOf(url, rules);
  if (named(source.lists.urls, url)) return LIST;
  if (source.articles.urls.length > 0)
    return named(source.articles.urls, url) && wantedTitle(text, page) ? ARTICLE : null;
  if (shape === 'list') return page.reading === 'list' && isColumn(text, url, page) ? LIST : null;
  if (shape === 'other' && !saysDisclosure(text, source)) return null;
  return wantedTitle(text, page) ? ARTICLE : null;
}

function isAttachment(candidate: Candidate, url: URL, source: Source, rules: Publisher): boolean {
  const { extensions, urls } = source.attachments;
  if (named(urls, url) || namesAttachment(url, extensions)) return true;
  const address = pathOf(url);
  if (rules.attachments.some((pattern) => pattern.test(address))) return true;
  return (
    candidate.kind !== 'script' && textNamesAttachment(candidate.text, extensions) && !/\.s?html?$/i.test(url.pathname)
  );
}

/** On the page of an article every file belongs to it; on a list a file is judged as an article is. */
function wantedAttachment(candidate: Candidate, text: string, page: PageContext): boolean {
  const { without } = page.source.attachments;
  if (candidate.inFrame || without.some((word) => text.includes(word))) return false;
  return page.reading === 'article' || wantedTitle(text, page);
}

/** Pages in frames and pages that a page forwards to are part of it. */
function leadsOn(candidate: Candidate, url: URL, page: PageContext): Role | null {
  if (candidate.inFrame || url.href === page.url.href) return null;
  return page.reading === 'article' ? ARTICLE : NEXT_PAGE;
}

function turnsPage({ text, amongPages }: Candidate, url: URL, page: URL): boolean {
  if (url.href === page.href || url.hostname !== page.hostname) return false;
  const { pages, ambiguous } = loadFrameWords();
  const plain = text.replace(/[\s[\]【】()（）]/g, '').toLowerCase();
  const sameList = listName(url) === listName(page);
  if (/^\d{1,5}$/.test(plain)) return sameList || amongPages;
  if (!pages.some((word) => plain === word || (word.length > 2 && plain === `${word}>`))) return false;
  return sameList || !ambiguous.includes(plain);
}

/** What the addresses of all pages of one list have in common: "/a/index_2.html" and "/a/" are one, "/a/5.htm" and "/a.htm" too. */
function listName(url: URL): string {
  const path = url.pathname
    .replace(/\/(?:index|default|list)?(?:[_-]?\d{1,6})?\.\w{1,8}$/i, '/')
    .replace(/(?:[_-]\d{1,6})?\.\w{1,8}$/, '/');
  return path + url.search.replace(/\d{1,9}/g, '').replace(/[?&]\w{0,40}page\w{0,40}=/gi, '');
}

/** How a page is read whose role nothing tells: an address that looks like an article's is one. */
export function readingOf(address: string, { publisher }: Source): 'list' | 'article' {
  return shapeOf(new URL(address), publisherRules(publisher)) === 'article' ? 'article' : 'list';
}

type Shape = 'article' | 'list' | 'other';

function shapeOf(url: URL, rules: Publisher): Shape {
  const address = pathOf(url);
  if (rules.articles.some((pattern) => pattern.test(address))) return 'article';
  return rules.lists.some((pattern) => pattern.test(address)) ? 'list' : 'other';
}

/** A column below the list, or one that is named as holding disclosures. */
function isColumn(text: string, url: URL, page: PageContext): boolean {
  if (page.source.lists.depth === 0 || url.href === page.url.href) return false;
  if (loadLinkWords().columns.some((word) => text.includes(word))) return !isOther(text, page.source);
  const folder = page.url.pathname.slice(0, page.url.pathname.lastIndexOf('/') + 1);
  return page.named && folder.length > 1 && url.pathname.startsWith(folder) && url.pathname !== folder;
}

function wantedTitle(text: string, { source, named: pageNamed }: PageContext): boolean {
  if (isOther(text, source) || !inYears(text, source)) return false;
  if (source.articles.words === 'any' || saysDisclosure(text, source)) return true;
  return source.articles.words === undefined && pageNamed;
}

export function saysDisclosure(text: string, { articles }: Source): boolean {
  if (articles.words === 'any') return false;
  return (articles.words ?? loadLinkWords().disclosure).some((word) => text.includes(word));
}

function isOther(text: string, { articles }: Source): boolean {
  if (articles.without !== undefined) return articles.without.some((word) => text.includes(word));
  const { other, endings } = loadLinkWords();
  const title = text
    .slice(-LONGEST_ENDING)
    .replace(/(?:\.[a-z0-9]{1,5}|[\s）)》”"]|[（(【[][^（(【[\]】)）]{0,20}[\]】)）])+$/i, '');
  return !endings.some((ending) => title.endsWith(ending)) && other.some((word) => text.includes(word));
}

/** A title that names only years outside of those wanted is left; one that names none is not. */
function inYears(text: string, { articles }: Source): boolean {
  const years = [...text.matchAll(/(?<!\d)((?:19|20)\d\d)(?=\s?年|\s?年度|[-—至~]\d{4}\s?年)/g)].map(([, year]) =>
    Number(year),
  );
  const { from, to } = articles.years;
  return years.length === 0 || years.some((year) => year >= from && year <= to);
}

function named(patterns: readonly string[], url: URL): boolean {
  return patterns.some((pattern) => matchesWildcard(pattern, url));
}

function pathOf(url: URL): string {
  return `${url.pathname}${url.search}`;
}
