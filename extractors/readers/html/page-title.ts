import type { CheerioAPI } from 'cheerio';
import { flowed } from '../whitespace.ts';
import { type Element, isTag } from './dom.ts';
import { shownText, walkShown } from './walk.ts';

const MAX_TITLE_LENGTH = 120;

/**
 * The element above the article that shows the page's title: a text that the page also gives as its title in <meta> or
 * <title>. Null when the article itself begins with it or nothing shows it.
 */
export function findPageTitle(
  $: CheerioAPI,
  article: Element,
  metadata: Readonly<Record<string, string>>,
): Element | null {
  const body = $('body')[0];
  if (body === undefined || body === article) return null;
  const titles = [metadata.articletitle, metadata.title].flatMap((title) =>
    title === undefined ? [] : [plain(title)],
  );
  const found = outermostShowing(body, article, titles);
  if (found === null) return null;
  const opening = plain(shownText(article).slice(0, 2000));
  return opening.startsWith(plain(shownText(found))) ? null : found;
}

/** The last such element before the article: what stands next to it, not a copy in the navigation. */
function outermostShowing(body: Element, article: Element, titles: readonly string[]): Element | null {
  let found: Element | null = null;
  let passed = false;
  walkShown(body, {
    enter: (element) => {
      if (passed || element === article) {
        passed = true;
        return 'skip';
      }
      if (!showsTitle(element, titles)) return undefined;
      found = element;
      return 'skip';
    },
  });
  return found;
}

function showsTitle(element: Element, titles: readonly string[]): boolean {
  if (!element.children.some((child) => child.type === 'text' || (isTag(child) && child.children.length > 0)))
    return false;
  const text = ownTextUpTo(element, MAX_TITLE_LENGTH);
  return text !== null && text.length >= 6 && titles.some((title) => title === text || title.startsWith(text));
}

/** The element's text without white space, null when it is longer than a title. */
function ownTextUpTo(element: Element, most: number): string | null {
  let text = '';
  let tooLong = false;
  walkShown(element, {
    enter: () => (tooLong ? 'skip' : undefined),
    text: ({ data }) => {
      if (text.length <= most) text += plain(data);
      else tooLong = true;
    },
  });
  return text.length > most ? null : text;
}

function plain(text: string): string {
  return flowed(text).replaceAll(' ', '');
}
