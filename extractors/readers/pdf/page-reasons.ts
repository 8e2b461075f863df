import type { StatusReason } from '../../../schemas/index.ts';
import type { EnginePage } from './engine.ts';

/** A page whose images cover at least this share, and which has hardly any text, is a scan. */
const SCAN_SHARE = 0.3;
/** Fewer characters than this, beside page number and running header, are no text of a page. */
const HARDLY_ANY_TEXT = 5;

export const PAGE_WITHOUT_TEXT = 'page-without-text';

/** A page that is an image. `characters`: of its text without running headers, footers and page numbers. */
export function imageOnly(page: number, imageShare: number, characters: number): StatusReason[] {
  if (characters >= HARDLY_ANY_TEXT || imageShare <= SCAN_SHARE) return [];
  const message = `page ${page} is an image without text: its content was not read`;
  return [{ code: PAGE_WITHOUT_TEXT, page, message }];
}

/** A page whose text a program has recognised: it may have misread something. */
export function recognizedPage(page: number): StatusReason {
  const message = `page ${page} is an image: its text was recognised, and recognition makes mistakes`;
  return { code: 'page-recognized', page, message };
}

/** A page that the recognition program could not do. */
export function recognitionFailed(page: number, cause: string): StatusReason {
  const message = `page ${page} is an image, and recognising its text failed (${cause}): its content was not read`;
  return { code: PAGE_WITHOUT_TEXT, page, message };
}

/** A page whose fonts do not say which characters their glyphs stand for. */
export function unreliableText({ number, runs }: EnginePage): StatusReason[] {
  if (!isUnreliable(runs)) return [];
  const message = `page ${number} does not say which characters its glyphs stand for: its text cannot be trusted`;
  return [{ code: 'text-unreliable', page: number, message }];
}

/** Share of characters that no disclosure is written in above which the text of a page cannot be trusted. */
const STRANGE_SHARE = 0.1;
const STRANGE_ENOUGH = 10;

/**
 * Characters outside Latin, Greek, Cyrillic, punctuation and symbols, and the scripts of East Asia: where a font does
 * not say what its glyphs mean, glyph numbers end up there (Devanagari, Ethiopic, private use, …).
 */
const STRANGE = /[\u0250-\u02af\u0530-\u1dff\u2c00-\u2dff\ua000-\uabff\ud800-\uf8ff\ufffd-\uffff]|\(cid:\d{1,6}\)/g;
const SURROGATES_OF_IDEOGRAPHS = /[\ud840-\ud88f][\udc00-\udfff]/g;

function isUnreliable(runs: EnginePage['runs']): boolean {
  let strange = 0;
  let all = 0;
  for (const { text } of runs) {
    all += text.length;
    strange += text.replace(SURROGATES_OF_IDEOGRAPHS, '').match(STRANGE)?.length ?? 0;
  }
  return strange >= STRANGE_ENOUGH && strange > STRANGE_SHARE * all;
}
