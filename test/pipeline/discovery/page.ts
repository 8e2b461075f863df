import type { FetchedPage } from '../../../pipeline/crawl/contracts.ts';
import { type Source, sourceSchema } from '../../../pipeline/discovery/source.ts';

/** Pages and sources for tests of discovery. */

export const LIST = 'https://czj.example.gov.cn/zwgk/yjsgk/index.html';

export function pageOf(html: string | Uint8Array, url = LIST, declaredCharset = ''): FetchedPage {
  return { url, bytes: typeof html === 'string' ? new TextEncoder().encode(html) : html, declaredCharset };
}

/** A page of the column 预决算公开, as its title says. */
export function columnPage(body: string, head = ''): string {
  return `<html><head><meta charset="utf-8"><title>预决算公开-示例市财政局</title>${head}</head><body>${body}</body></html>`;
}

export function sourceWith(more: Readonly<Record<string, unknown>> = {}, start = LIST): Source {
  return sourceSchema.parse({ name: '示例', start: [start], ...more });
}
