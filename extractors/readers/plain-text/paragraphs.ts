import { readNumbering, readsAsHeading } from '../../sections/numbering.ts';
import { joinLines } from '../whitespace.ts';

/**
 * Paragraphs of lines. Files saved from a page or a clipboard have one paragraph per line; dumps of a PDF break lines at
 * the width of the page. A line is continued by the next one when it is full and states no end.
 */

/** Display width (an ideograph counts two) below which a line ends where its paragraph ends. */
const MIN_FULL_WIDTH = 40;
/** A line is full when it reaches this share of the width most long lines have. */
const FULL_SHARE = 0.9;
/** Lines wider than this were not broken at a page width. */
const WIDEST_BROKEN_LINE = 140;
const SENTENCE_END = /[。！？!?；;：:]["”’）)】]?$/;
const OPENS_PARAGRAPH = /^(?:[-*+•·●○■□◆▲]\s|注[：:]|#{1,6}\s|[|>])/;

/** Whether the lines of this file were broken for width, and where: its usual full width, null when they were not. */
export function brokenWidth(lines: readonly string[]): number | null {
  const widths = lines.map(displayWidth).filter((width) => width >= MIN_FULL_WIDTH);
  if (widths.length === 0) return null;
  const narrow = widths.filter((width) => width <= WIDEST_BROKEN_LINE).sort((left, right) => left - right);
  if (narrow.length < widths.length * 0.8) return null;
  return narrow[Math.floor(narrow.length * 0.9)] ?? null;
}

/** Whether `next` goes on with the paragraph that `line` belongs to. `gap`: a blank line stands between them. */
export function continues(line: string, next: string, width: number | null, gap: boolean): boolean {
  if (line === '' || next === '' || SENTENCE_END.test(line) || OPENS_PARAGRAPH.test(next)) return false;
  if (readNumbering(next) !== null || readsAsHeading(line)) return isInsideBrackets(line) && !gap;
  if (gap) return isTornWord(line, next);
  if (isInsideBrackets(line)) return true;
  return width !== null && displayWidth(line) >= width * FULL_SHARE;
}

/** An opening bracket or quotation mark without its closing one: the line cannot be the end. */
function isInsideBrackets(line: string): boolean {
  const opened = Math.max(line.lastIndexOf('（'), line.lastIndexOf('('), line.lastIndexOf('“'));
  const closed = Math.max(line.lastIndexOf('）'), line.lastIndexOf(')'), line.lastIndexOf('”'));
  return opened > closed;
}

/** Across a blank line only a clause that visibly breaks off goes on: a long line that ends in the middle of a list. */
function isTornWord(line: string, next: string): boolean {
  return displayWidth(line) >= MIN_FULL_WIDTH && /[，、,]$/.test(line) && /^[\p{Script=Han}\d]/u.test(next);
}

/** Display width of East Asian text: ideographs and full-width forms take two columns. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const char of text)
    width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/.test(char)
      ? 2
      : 1;
  return width;
}

export function joinParagraph(lines: readonly string[]): string {
  return joinLines(lines.map((line) => line.replace(/\t+/g, ' ').trim()));
}
