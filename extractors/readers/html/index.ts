import type { CheerioAPI } from 'cheerio';
import type { Artifact, Block, Document } from '../../../schemas/index.ts';
import { type DecodedText, decodeText } from '../charset.ts';
import { renumbered } from '../renumber.ts';
import { joinSplitTables } from '../split-tables.ts';
import { joinTornParagraphs } from '../torn-paragraphs.ts';
import { flowed } from '../whitespace.ts';
import { findArticle } from './article.ts';
import { readBlocks } from './blocks.ts';
import type { Element } from './dom.ts';
import { readLinks } from './links.ts';
import { readMetadata } from './metadata.ts';
import { findPageTitle } from './page-title.ts';
import { parseHtml } from './parse.ts';

/** Where a declared charset must stand (HTML standard: the first 1024 bytes; real pages need more). */
const META_WITHIN = 4096;

/** The text of a page and its elements. */
export interface ParsedHtml extends DecodedText {
  readonly $: CheerioAPI;
}

/** A saved web page as blocks: the article without the portal around it. Never throws for what the page holds. */
export function readHtml(artifact: Artifact): Document {
  return readParsedHtml(parsePage(artifact));
}

/** Of a page that is parsed already. */
export function readParsedHtml({ $, reasons }: ParsedHtml): Document {
  const body = $('body')[0];
  const metadata = readMetadata($);
  const article = body === undefined ? null : findArticle(body);
  const read = article === null ? { blocks: [], reasons: [] } : readArticle($, article, metadata);
  const blocks = renumbered(joinTornParagraphs(joinSplitTables(read.blocks)));
  return {
    mediaType: 'text/html',
    pages: null,
    pageSizes: [],
    blocks,
    asides: [],
    metadata,
    links: readLinks($, article),
    reasons: [...reasons, ...read.reasons, ...emptiness(blocks)],
  };
}

/** The page as it is parsed: what selectors of places lead through. */
export function parsePage({ bytes, declaredCharset }: Pick<Artifact, 'bytes' | 'declaredCharset'>): ParsedHtml {
  const decoded = decodeHtml(bytes, declaredCharset);
  return { ...decoded, $: parseHtml(decoded.text) };
}

export function decodeHtml(bytes: Uint8Array, declaredCharset: string | undefined): DecodedText {
  return decodeText(bytes, [declaredCharset, metaCharset(bytes)]);
}

/** The page's title often stands above the element that holds the article: it is its first heading then. */
function readArticle($: CheerioAPI, article: Element, metadata: Readonly<Record<string, string>>) {
  const title = findPageTitle($, article, metadata);
  const titled = title === null ? [] : readBlocks(title).blocks.slice(0, 1).map(asTitle);
  const read = readBlocks(article, titled.length);
  return { blocks: [...titled, ...read.blocks], reasons: read.reasons };
}

function asTitle(block: Block): Block {
  if (block.kind === 'table') return block;
  return { kind: 'heading', level: 1, index: block.index, page: block.page, text: block.text, spans: block.spans };
}

function emptiness(blocks: readonly Block[]): Document['reasons'] {
  const hasText = blocks.some((block) => block.kind === 'table' || flowed(block.text) !== '');
  return hasText ? [] : [{ code: 'no-text', message: 'the page shows no text' }];
}

/** The charset that a page's own <meta> declares. */
function metaCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, META_WITHIN)).toString('latin1');
  return /<meta[^<>]{0,200}?charset\s{0,4}=\s{0,4}["']?\s{0,4}([\w-]{2,20})/i.exec(head)?.[1];
}
