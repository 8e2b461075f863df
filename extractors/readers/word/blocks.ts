import type { Block, StatusReason, TableBlock } from '../../../schemas/index.ts';
import { MAX_CELLS } from '../grid.ts';
import { flowed } from '../whitespace.ts';
import { placedBlocks } from './embedded.ts';
import { framedItems, isFrame } from './frame.ts';
import { type BodyType, classifyLine, isContentsLine } from './headings.ts';
import type { StoryItem, WordParagraph } from './story.ts';
import type { WordTable } from './table.ts';
import { gridOf } from './word-grid.ts';

export interface StoryBlocks {
  readonly blocks: readonly Block[];
  readonly reasons: readonly StatusReason[];
}

/** The blocks of a story in reading order; tables and sheets inside cells stand after the table that holds them. */
export function blocksOf(story: readonly StoryItem[], body: BodyType): StoryBlocks {
  const blocks: Block[] = [];
  const reasons: StatusReason[] = [];
  const add = (items: readonly StoryItem[]): void => {
    for (const item of items) {
      if (item.kind === 'paragraph') addLines(item);
      else if (item.kind === 'sheet') blocks.push(...placedBlocks(item, blocks.length));
      else if (isFrame(item)) add(framedItems(item));
      else addTable(item);
    }
  };

  const addLines = (paragraph: WordParagraph): void => {
    for (const [position, line] of paragraph.lines.entries()) {
      if (line.text.trim() === '') continue;
      const printed = flowed((position === 0 ? paragraph.number : '') + withLeaders(line.text, paragraph));
      if (printed === '') continue;
      const index = blocks.length;
      const spans = [{ start: 0, end: printed.length, place: { block: index, start: 0, end: printed.length } }];
      blocks.push({ ...classifyLine(printed, line, paragraph, body), index, page: null, text: printed, spans });
    }
  };

  const addTable = (table: WordTable): void => {
    const block = tableBlock(table, blocks.length);
    if (block.cut) {
      reasons.push({
        code: 'table-too-large',
        message: `a table has more than ${MAX_CELLS} cells: only its beginning was read`,
      });
    }
    if (block.table.cells.some(({ text }) => text !== '')) blocks.push(block.table);
    add(framedItems(table).filter((item) => item.kind !== 'paragraph'));
  };

  add(story);
  return { blocks, reasons };
}

/** In a list of contents a tab is printed as a row of dots. */
function withLeaders(text: string, paragraph: WordParagraph): string {
  return isContentsLine(paragraph) ? text.replace(/\t(?=\d{1,4}\s{0,9}$)/, '………') : text;
}

function tableBlock(table: WordTable, index: number): { table: TableBlock; cut: boolean } {
  const { rows, columns, cells, cut } = gridOf(table, index);
  const headerRows = Math.min(table.headerRows, rows);
  return {
    table: {
      kind: 'table',
      index,
      page: null,
      pages: [],
      rows,
      columns,
      cells: [...cells],
      pageBreaks: [],
      place: { block: index, start: 0, end: 0 },
      ...(headerRows > 0 ? { markedHeaderRows: headerRows } : {}),
    },
    cut,
  };
}
