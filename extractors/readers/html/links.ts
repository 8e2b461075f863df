import type { CheerioAPI } from 'cheerio';
import type { Document } from '../../../schemas/index.ts';
import { flowed } from '../whitespace.ts';
import type { Element } from './dom.ts';
import { shownText, walkShown } from './walk.ts';

const ATTACHMENT = /\.(?:pdf|docx?|xlsx?|wps|et|ofd|zip|rar|7z|csv|txt)(?:[?#"']|$)/i;
const QUOTED_ADDRESS = /["']([^"']{1,500})["']/;

/**
 * Links out of the document, in order: every link inside the article, and attachments wherever they stand (they are
 * often listed below the article). Attachments that only a script opens are taken from its quoted address.
 */
export function readLinks($: CheerioAPI, article: Element | null): Document['links'] {
  const links = new Map<string, string>();
  const body = $('body')[0];
  if (body === undefined) return [];
  let inside = false;
  walkShown(body, {
    enter: (element) => {
      if (element === article) inside = true;
      const href = addressOf(element);
      if (href !== null && (inside || ATTACHMENT.test(href)) && !links.has(href)) {
        links.set(href, flowed(shownText(element)));
      }
      return undefined;
    },
    leave: (element) => {
      if (element === article) inside = false;
    },
  });
  return [...links].map(([href, text]) => ({ href, text }));
}

function addressOf(element: Element): string | null {
  const { href, src, onclick } = element.attribs;
  if (element.name === 'a' && href !== undefined && !/^\s{0,9}(?:javascript:|#|$)/i.test(href)) return href.trim();
  if (element.name === 'iframe' && src !== undefined) return src.trim();
  for (const code of [href, onclick]) {
    const quoted = QUOTED_ADDRESS.exec(code?.slice(0, 2000) ?? '')?.[1];
    if (quoted !== undefined && ATTACHMENT.test(quoted)) return quoted;
  }
  return null;
}
