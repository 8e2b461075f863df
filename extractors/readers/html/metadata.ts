import type { CheerioAPI } from 'cheerio';
import { flowed, withoutInvisible } from '../whitespace.ts';
import type { Element } from './dom.ts';
import { isBlockLevel } from './element.ts';
import { walkShown } from './walk.ts';

/** Only what stands before this much text of the page is searched for the line with date and source. */
const BYLINE_WITHIN = 20_000;

const PUBLISHED =
  /(?:发布|公开|成文|更新|发文)?(?:时间|日期)\s?[：:]\s?(\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2})/;
const BARE_DATE = /(?:^|\s)(\d{4}-\d{1,2}-\d{1,2})\s+\d{1,2}:\d{2}/;
const SOURCE = /(?:信息来源|文章来源|来源|发布机构|发文机构)\s?[：:]\s?([\p{Script=Han}（）()]{3,40})/u;

/**
 * What the page says of itself: its <meta> names in lower case, <title>, and, where they are missing, the date and the
 * source that government pages print above the article ("发布时间：… 来源：…").
 */
export function readMetadata($: CheerioAPI): Record<string, string> {
  const metadata = new Map<string, string>();
  const put = (key: string, value: string): void => {
    if (value !== '' && !metadata.has(key)) metadata.set(key, value);
  };
  put('title', flowed($('title').first().text()));
  for (const meta of $('meta').toArray()) {
    const name = meta.attribs.name ?? meta.attribs.property ?? '';
    if (name !== '') put(name.trim().toLowerCase(), flowed(meta.attribs.content ?? ''));
  }
  const body = $('body')[0];
  if (body !== undefined) {
    const byline = bylineOf(body);
    const date = PUBLISHED.exec(byline)?.[1] ?? BARE_DATE.exec(byline)?.[1];
    if (date !== undefined) put('pubdate', date.replace(/\s/g, ''));
    put('contentsource', SOURCE.exec(byline)?.[1] ?? '');
  }
  return Object.fromEntries([...metadata].sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** Text of the page's beginning, with a space where a block-level element ends. */
function bylineOf(body: Element): string {
  let text = '';
  walkShown(body, {
    enter: () => (text.length > BYLINE_WITHIN ? 'skip' : undefined),
    leave: (element) => {
      if (isBlockLevel(element)) text += ' ';
    },
    text: ({ data }) => {
      if (text.length <= BYLINE_WITHIN) text += data.slice(0, BYLINE_WITHIN);
    },
  });
  return withoutInvisible(text).replace(/[\s\u00a0\u3000]+/g, ' ');
}
