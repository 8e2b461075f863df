import type { CheerioAPI } from 'cheerio';
import type { DecodedText } from '../../extractors/readers/charset.ts';
import { decodeHtml } from '../../extractors/readers/html/index.ts';
import { parseHtml } from '../../extractors/readers/html/parse.ts';
import type { FetchedPage } from '../crawl/contracts.ts';

/** A page is given as it came; larger ones are read to here. */
const MOST_BYTES = 20_000_000;

/** What a page says, decoded and parsed once for all who look at it. They read its elements and change nothing. */
export interface PageText {
  readonly decoded: DecodedText;
  readonly parsed: () => CheerioAPI;
}

export function pageText({ bytes, declaredCharset }: FetchedPage): PageText {
  const decoded = decodeHtml(bytes.subarray(0, MOST_BYTES), declaredCharset);
  let parsed: CheerioAPI | null = null;
  return {
    decoded,
    parsed: () => {
      parsed ??= parseHtml(decoded.text);
      return parsed;
    },
  };
}

/** Remembers the text of each page as long as the page itself is held. */
export function pageTexts(): (page: FetchedPage) => PageText {
  const texts = new WeakMap<FetchedPage, PageText>();
  return (page) => {
    const text = texts.get(page) ?? pageText(page);
    texts.set(page, text);
    return text;
  };
}
