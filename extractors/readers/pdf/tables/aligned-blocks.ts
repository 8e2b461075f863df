import { linesOf, type TextLine, textOfLine } from './cell-text.ts';
import { type Phrase, phrasesOf } from './phrases.ts';
import type { Piece } from './pieces.ts';

export interface PhraseLine {
  readonly line: TextLine;
  readonly phrases: readonly Phrase[];
}

/** Lines further apart than this many times the type size are not of one table. */
const FARTHEST = 3.2;
/** Lines of one phrase (group headings, wrapped labels) that may stand between rows of data. */
const MOST_BETWEEN = 3;
const LEAST_ROWS = 3;
/** Lines above the first row of data looked at as its header. */
const MOST_HEADER_LINES = 6;
/** "Chapter one ........ 12": a table of contents. */
const CONTENTS_LINE = /[.…·]{4,}\s?\d{1,4}$|[.…·]{4,}$/;

const CAPTION =
  /^(?:(?:table|figure|chart|exhibit|box|annex)\s?[\dA-Z]|(?:source|note)s?\s?:|[表图]\s?\d|(?:资料来源|注)\s?[:：])/i;

/**
 * Runs of lines that look like rows of data: words and numbers set apart, again and again. A line of prose is one phrase;
 * a line of contents ends in a page number.
 */
export function alignedBlocks(pieces: readonly Piece[]): PhraseLine[][] {
  const lines = linesOf(pieces).map((line) => ({ line, phrases: phrasesOf(line) }));
  const blocks: PhraseLine[][] = [];
  let start = -1;
  let lastRow = -1;
  const close = () => {
    const rows = lines.slice(start, lastRow + 1);
    if (start >= 0 && rows.filter(isRowOfData).length >= LEAST_ROWS)
      blocks.push([...headerAbove(lines, start), ...rows]);
    start = -1;
  };
  lines.forEach((line, index) => {
    const apart = start >= 0 && (!areNear(lines[index - 1], line) || isCaption(line));
    if (apart || (start >= 0 && index - lastRow > MOST_BETWEEN)) close();
    if (!isRowOfData(line)) return;
    if (start < 0) start = index;
    lastRow = index;
  });
  close();
  return blocks;
}

export function isRowOfData({ line, phrases }: PhraseLine): boolean {
  if (phrases.length < 2 || !phrases.some((phrase, index) => index > 0 && phrase.numeric)) return false;
  return phrases.length > 2 || !CONTENTS_LINE.test(textOfLine(line));
}

/** The title of the next table, or the source of this one. */
function isCaption({ phrases }: PhraseLine): boolean {
  return CAPTION.test(phrases[0]?.text ?? '') && phrases.length < 3;
}

function areNear(above: PhraseLine | undefined, below: PhraseLine): boolean {
  if (!above) return false;
  return below.line.baseline - above.line.baseline <= FARTHEST * Math.max(above.line.size, below.line.size);
}

/** Lines of several phrases right above the rows, and single phrases between them (a wrapped heading). */
function headerAbove(lines: readonly PhraseLine[], start: number): PhraseLine[] {
  let first = start;
  for (let index = start - 1; index >= Math.max(0, start - MOST_HEADER_LINES); index--) {
    const line = lines[index];
    if (!line || !areNear(line, lines[index + 1] ?? line) || isCaption(line)) break;
    if (line.phrases.length > 1) first = index;
  }
  return lines.slice(first, start);
}
