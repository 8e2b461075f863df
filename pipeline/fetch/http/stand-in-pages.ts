import { z } from 'zod';
import { loadYaml } from '../../../extractors/knowledge/index.ts';
import { decodeText } from '../../../extractors/readers/charset.ts';
import { type Failure, failed } from './failures.ts';

const words = z.array(z.string().min(2).toLowerCase());
/** What is visible is compared without spaces. */
const texts = z.array(z.string().min(2).toLowerCase().transform(withoutSpaces));
const kindSchema = z.strictObject({ titles: words, texts, markup: words, paths: words });
const schema = z.strictObject({ blocked: kindSchema, login: kindSchema, 'soft-404': kindSchema });

/** Where a stand-in page says what it is, in characters of source. */
const LOOKED_AT = 64 * 1024;
/** Visible characters, spaces aside, up to which a page may be about nothing but its own absence. */
const SHORT = 400;
/** The title of a long page counts when it is too short to be a headline that happens to hold the words. */
const LONGEST_TITLE = 20;

/**
 * A page that came with status 200 in place of what was asked for: that it is not there, that one must log in, that a
 * browser must prove itself. Null for a page about something.
 */
export function standInPage(bytes: Uint8Array, charset: string, movedTo: URL | null): Failure | null {
  const source = decodeText(bytes.subarray(0, LOOKED_AT), [charset]).text.toLowerCase();
  const title = /<title[^>]{0,200}>([^<]{0,500})/.exec(source)?.[1]?.trim() ?? '';
  const visible = visibleText(source);
  const short = bytes.length <= LOOKED_AT && visible.length <= SHORT;
  const path = movedTo?.pathname.toLowerCase() ?? '';
  for (const [failure, kind] of kinds()) {
    const said =
      (short || title.length <= LONGEST_TITLE ? kind.titles.find((word) => stands(word, title)) : undefined) ??
      (short ? kind.texts.find((word) => visible.includes(word)) : undefined) ??
      (short ? kind.markup.find((word) => source.includes(word)) : undefined) ??
      (short ? kind.paths.find((word) => path.includes(word)) : undefined);
    if (said !== undefined) return failed(failure, said);
  }
  return null;
}

function kinds() {
  const known = loadYaml('publishers/stand-in-pages.yaml', schema);
  return [
    ['blocked', known.blocked],
    ['login', known.login],
    ['soft-404', known['soft-404']],
  ] as const;
}

/** "404" does not stand in "2024040": what begins or ends with a letter or digit is no part of a longer word. */
function stands(word: string, text: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const joined = /[a-z0-9]{2}/.test(text.slice(Math.max(0, at - 1), at + 1)) && at > 0;
    const end = at + word.length;
    if (!joined && !/[a-z0-9]{2}/.test(text.slice(end - 1, end + 1))) return true;
  }
  return false;
}

/** Without scripts, styles, comments, tags and spaces: how much there is to see. Linear: each piece ends at its mark. */
function visibleText(source: string): string {
  let text = source;
  for (const [begin, end] of HIDDEN) text = without(text, begin, end);
  return withoutSpaces(without(text, '<', '>'));
}

function withoutSpaces(text: string): string {
  return text.replace(/&nbsp;|\s/g, '');
}

const HIDDEN: ReadonlyArray<readonly [string, string]> = [
  ['<!--', '-->'],
  ['<script', '</script>'],
  ['<style', '</style>'],
  ['<title', '</title>'],
];

function without(text: string, begin: string, end: string): string {
  const kept: string[] = [];
  let at = 0;
  for (;;) {
    const from = text.indexOf(begin, at);
    if (from < 0) break;
    kept.push(text.slice(at, from));
    const to = text.indexOf(end, from + begin.length);
    if (to < 0) return kept.join('');
    at = to + end.length;
  }
  return `${kept.join('')}${text.slice(at)}`;
}
