import { normalizeCharacters } from '../text/characters.ts';

/** White space and invisible characters of marked-up and plain text. */

const INVISIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\ufffb]/g;
const BETWEEN_IDEOGRAPHS =
  /(?<=[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f])[ \t]*[\r\n][ \t\r\n]*(?=[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f])/g;

/** Control and zero-width characters, soft hyphens and directional marks say nothing; lone surrogates are replaced. */
export function withoutInvisible(text: string): string {
  return normalizeCharacters(text.toWellFormed().replace(INVISIBLE, ''));
}

/**
 * Text as a browser flows it: runs of white space are one space. A line end of the source between two ideographs is
 * no space at all; no-break and ideographic spaces are layout here and count as spaces.
 */
export function flowed(text: string): string {
  return withoutInvisible(text)
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]/g, ' ')
    .replace(BETWEEN_IDEOGRAPHS, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const ASCII_WORD = /[A-Za-z0-9,.%]/;

/** Joins lines that were broken for width: no space between ideographs, one between two Latin words or numbers. */
export function joinLines(lines: readonly string[]): string {
  let joined = '';
  for (const line of lines) {
    if (line === '') continue;
    const needsSpace = ASCII_WORD.test(joined.at(-1) ?? '') && ASCII_WORD.test(line[0] ?? '');
    joined += needsSpace ? ` ${line}` : line;
  }
  return joined;
}
