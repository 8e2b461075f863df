import { createHash } from 'node:crypto';
import { readParsedHtml } from '../../extractors/readers/html/index.ts';
import { looksLikeHtml } from '../../extractors/readers/medium.ts';
import type { FetchedPage } from '../crawl/contracts.ts';
import { canonicalUrl } from './canonical-url.ts';
import { type PageText, pageText } from './page-text.ts';
import { resolveLink } from './resolve.ts';
import { loadFrameWords } from './vocabulary.ts';

/**
 * What tells whether a document changed where the server does not: of a page the article alone, its text and its links,
 * so that counters, clocks and other news around it are no change; of other media the bytes.
 */
export function contentHash(page: FetchedPage, text: PageText = pageText(page)): string {
  return looksLikeHtml(page.bytes) ? sha256(articleOf(page, text)) : sha256(page.bytes);
}

function articleOf(page: FetchedPage, text: PageText): string {
  const { blocks, links } = readParsedHtml({ ...text.decoded, $: text.parsed() });
  const counters = countersPattern();
  const lines = blocks.flatMap((block) =>
    block.kind === 'table'
      ? block.cells.map(({ r, c, rs, cs, text }) => `${r},${c},${rs},${cs} ${text.replace(counters, '')}`)
      : [block.text.replace(counters, '').trim()].filter((text) => text !== ''),
  );
  const targets = links.flatMap(({ href, text }) => {
    const target = resolveLink(href, { url: page.url, charset: 'utf-8' });
    return target === null ? [] : [`${canonicalUrl(target.href)} ${text.replace(counters, '')}`];
  });
  // A page that shows nothing of its own is told by its bytes: two empty readings are not the same page.
  if (lines.length === 0 && targets.length === 0) return Buffer.from(page.bytes).toString('base64');
  return JSON.stringify([lines, targets]);
}

/** "浏览次数：1,024次", "点击数 [12]": the words and the number behind them. */
function countersPattern(): RegExp {
  const words = [...loadFrameWords().counters].sort((a, b) => b.length - a.length);
  return new RegExp(
    `(?:${words.join('|')})\\s{0,3}[：:]\\s{0,3}[[(（]?\\s{0,3}[\\d,]{0,15}\\s{0,3}(?:人次|次)?[\\])）]?`,
    'g',
  );
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
