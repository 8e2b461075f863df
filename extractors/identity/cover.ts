import type { Document, TextBlock } from '../../schemas/index.ts';
import { isHeadingTitle, readNumbering } from '../sections/numbering.ts';

/** The lines of the cover or masthead: text before the list of contents, the first numbered heading or the first prose. */
const MAX_COVER_BLOCKS = 12;
const MAX_LINE_LENGTH = 120;
const CONTENTS = /^目\s{0,9}录/;

export function coverLines(document: Document): TextBlock[] {
  const lines: TextBlock[] = [];
  for (const block of document.blocks.slice(0, 3 * MAX_COVER_BLOCKS)) {
    if (block.kind === 'table') break;
    const text = block.text.trim();
    if (text === '') continue;
    if (CONTENTS.test(text) || text.length > MAX_LINE_LENGTH || /[。；]/.test(text)) break;
    if (block.kind !== 'heading' && readNumbering(text) !== null && lines.length > 0) break;
    if (isFirstSection(text)) break;
    if (lines.length === MAX_COVER_BLOCKS) break;
    lines.push(block);
  }
  return lines;
}

function isFirstSection(text: string): boolean {
  const numbering = readNumbering(text);
  return numbering !== null && numbering.ordinal === 1 && isHeadingTitle(text.slice(numbering.length));
}

const KIND = /预算|决算|绩效/;
const NOT_TITLE =
  /^[-—–\d\s.]+$|[：:]|^(?:附件|表)[一二三四五六七八九十\d]*$|^[\d〇一二三四五六七八九零○]{4}\s?年\s?[\d一二三四五六七八九十]{1,3}\s?月|^公开|^(?:首页|当前位置|您的位置)|[>＞›»]{1,2}\s?\S/;
const MAX_TITLE_LINES = 4;

/**
 * The title: the lines of the cover up to the one that names the kind of document, joined ("某市财政局" + "2023年度
 * 部门决算"), and the line after it where a word was broken off ("部门预" + "算"). Null where the cover names none.
 */
export function coverTitle(lines: readonly TextBlock[]): { readonly text: string; readonly block: TextBlock } | null {
  const candidates = lines.filter((line) => !NOT_TITLE.test(line.text.trim())).slice(0, 6);
  const [first] = candidates;
  if (first === undefined) return null;
  let text = '';
  for (const [position, line] of candidates.slice(0, MAX_TITLE_LINES).entries()) {
    text = joinTitle(text, line.text.trim());
    const next = candidates[position + 1]?.text.trim() ?? '';
    if (KIND.test(text) || /[预决]$/.test(text))
      return { text: /[预决]$/.test(text) ? joinTitle(text, next) : text, block: first };
  }
  return null;
}

function joinTitle(left: string, right: string): string {
  return (left + right).replace(/(?<=[^\x20-\x7e])\s+|(?<!\s)\s+(?=[^\x20-\x7e])/g, '').replace(/\s+/g, ' ');
}
