import type { Medium } from '../../../extractors/readers/medium.ts';
import { sniffMedium } from '../../../extractors/readers/medium.ts';
import { type Failure, failed } from './failures.ts';
import { standInPage } from './stand-in-pages.ts';

/** Pages are what has links: HTML, lists that a script would have fetched, sitemaps and feeds. */
const PAGES: ReadonlySet<Medium> = new Set(['html', 'text', 'markup']);
const NO_DOCUMENTS: ReadonlySet<Medium> = new Set(['unknown']);
/** An HTML page is a document when it is given as one: with a name of that kind, or as a file of another type. */
const NAMED_AS_FILE = /\.(?:s?html?|mht|xlsx?|docx?|et|wps)$/i;

export interface Response {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly declaredCharset: string;
  readonly fileName: string;
  readonly finalUrl: URL;
  readonly moved: boolean;
}

/** Why the bytes of a successful response are not what was asked for; null when they are. Only the bytes are believed. */
export async function notAsExpected(response: Response, expected: 'page' | 'document'): Promise<Failure | null> {
  const { bytes, declaredCharset, finalUrl, moved } = response;
  const medium = await sniffMedium(bytes);
  if (medium === 'empty') return failed('empty', `${bytes.length} 字节`);
  if (PAGES.has(medium)) {
    const standIn = standInPage(bytes, declaredCharset, moved ? finalUrl : null);
    if (standIn !== null) return standIn;
  }
  const fits = expected === 'page' ? PAGES.has(medium) : !NO_DOCUMENTS.has(medium) && !isMerePage(medium, response);
  return fits ? null : failed('wrong-type', `${medium}（Content-Type：${response.contentType || '无'}）`);
}

function isMerePage(medium: Medium, { contentType, fileName, finalUrl }: Response): boolean {
  if (medium !== 'html') return false;
  const saysPage = contentType === '' || /^text\/html\b|^application\/xhtml/i.test(contentType);
  return saysPage && !NAMED_AS_FILE.test(finalUrl.pathname) && !NAMED_AS_FILE.test(fileName);
}
