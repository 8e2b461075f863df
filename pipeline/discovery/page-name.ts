import type { CheerioAPI } from 'cheerio';
import { loadFrameWords } from './vocabulary.ts';
import { textOf } from './walk.ts';

const LONGEST_NAME = 300;
const COLUMN_METAS = /^(?:columnname|columndescription|columnkeywords|title|sitecolumn)$/i;

/** What a page says of the column it is: its title, what <meta> names as its column, and its place in the site. */
export function saysWhereItStands($: CheerioAPI): string {
  const title = $('title').first().text().slice(0, LONGEST_NAME);
  const metas = $('meta')
    .toArray()
    .filter(({ attribs }) => COLUMN_METAS.test(attribs.name ?? ''))
    .map(({ attribs }) => (attribs.content ?? '').slice(0, LONGEST_NAME));
  return [title, ...metas, breadcrumb($)].join('\n');
}

function breadcrumb($: CheerioAPI): string {
  const body = $('body')[0];
  if (body === undefined) return '';
  const text = textOf(body, 20_000);
  const word = loadFrameWords().breadcrumb.find((start) => text.includes(start));
  return word === undefined ? '' : text.slice(text.indexOf(word), text.indexOf(word) + 80);
}
