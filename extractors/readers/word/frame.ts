import type { WordSheet } from './embedded.ts';
import type { StoryItem } from './story.ts';
import type { WordCell, WordTable } from './table.ts';

/**
 * Tables that only place what stands in them: a box around a paragraph, two columns of running text, a frame around
 * other tables. They are read as the paragraphs and tables in their cells.
 */

/** Share of a table's text that stands in tables inside it, from which it only frames them. */
const FRAMING_SHARE = 0.5;
/** A cell with this much running text is a page region, when the table has next to no grid. */
const REGION_LENGTH = 200;
const LARGEST_FRAME = { rows: 3, columns: 3 };

export function isFrame({ rows }: WordTable): boolean {
  const widths = rows.map(({ cells }) => cells.filter((cell) => lengthOf(cell.items).all > 0).length);
  const widest = widths.reduce((most, width) => Math.max(most, width), 0);
  const isOneColumn = rows.length === 1 || rows.every(({ cells }) => cells.length <= 1);
  if (widest <= 1 && isOneColumn) return true;
  const lengths = rows.flatMap(({ cells }) => cells.map((cell) => lengthOf(cell.items)));
  const all = lengths.reduce((sum, length) => sum + length.all, 0);
  const nested = lengths.reduce((sum, length) => sum + length.nested, 0);
  if (nested > 0 && nested >= all * FRAMING_SHARE) return true;
  const isSmall = rows.length <= LARGEST_FRAME.rows && widest <= LARGEST_FRAME.columns;
  return isSmall && rows.some(({ cells }) => cells.some(isPageRegion));
}

/** Everything in the cells, row by row. */
export function framedItems({ rows }: WordTable): StoryItem[] {
  return rows.flatMap(({ cells }) => cells.flatMap(({ items }) => items));
}

function isPageRegion({ items }: WordCell): boolean {
  const paragraphs = items.filter((item) => item.kind === 'paragraph' && item.lines.some(({ shown }) => shown > 0));
  return paragraphs.length >= 2 && lengthOf(items).all >= REGION_LENGTH;
}

/** Shown characters, and how many of them stand in tables inside. */
function lengthOf(items: readonly StoryItem[]): { all: number; nested: number } {
  let all = 0;
  let nested = 0;
  for (const item of items) {
    if (item.kind === 'paragraph') for (const line of item.lines) all += line.shown;
    else if (item.kind === 'sheet') {
      const inside = textOfSheet(item);
      all += inside;
      nested += inside;
    } else {
      const inside = lengthOf(framedItems(item)).all;
      all += inside;
      nested += inside;
    }
  }
  return { all, nested };
}

function textOfSheet({ blocks }: WordSheet): number {
  const texts = blocks.flatMap((block) =>
    block.kind === 'table' ? block.cells.map(({ text }) => text) : [block.text],
  );
  return texts.reduce((sum, text) => sum + text.length, 0);
}
