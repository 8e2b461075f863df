import type { Block, TextBlock, TextSpan } from '../../../../schemas/index.ts';
import { betweenLines } from '../../../text/joints.ts';
import type { FlowItem } from './flow.ts';
import { headingLevel } from './headings.ts';
import { numberDepth } from './numbering.ts';
import { goesOn, isCentred, type PlacedLine } from './paragraph-ends.ts';

/** Lines to paragraphs and headings, tables in their places: the blocks of a document. */
export function blocksOf(flow: readonly FlowItem[]): Block[] {
  const blocks: Block[] = [];
  let open: PlacedLine[] = [];
  const close = () => {
    const block = open.length > 0 ? textBlock(open, blocks.length) : null;
    if (block !== null) blocks.push(block);
    open = [];
  };
  for (const item of flow) {
    if (item.kind === 'line') {
      if (!goesOn(open, item.placed)) close();
      open.push(item.placed);
      continue;
    }
    close();
    if (item.kind === 'table') blocks.push({ ...item.table.block, index: blocks.length });
  }
  close();
  return withListItemsAsParagraphs(withTableTitlesAsParagraphs(blocks));
}

function textBlock(lines: readonly PlacedLine[], index: number): TextBlock | null {
  let text = '';
  const spans: TextSpan[] = [];
  for (const { line } of lines) {
    if (text !== '') text += betweenLines(text, line.text);
    for (const span of line.spans) {
      spans.push({ start: span.start + text.length, end: span.end + text.length, place: span.place });
    }
    text += line.text;
  }
  const first = lines[0];
  if (first === undefined || text.trim() === '') return null;
  const { line, margins, bodySize } = first;
  const look = {
    text,
    lines: lines.length,
    size: line.size,
    bold: lines.every((placed) => placed.line.bold),
    centred: !first.apart && isCentred(line, margins),
  };
  const level = first.apart ? null : headingLevel(look, bodySize);
  const common = { index, page: line.page, text, spans };
  return level === null ? { kind: 'paragraph', ...common } : { kind: 'heading', level, ...common };
}

/** Titles stand this close above their table: at most so many short blocks between. */
const TITLE_DISTANCE = 4;
const SHORT = 40;

/** What stands over a table on its page (title, "公开01表", unit) names the table, not a section. */
function withTableTitlesAsParagraphs(blocks: readonly Block[]): Block[] {
  const result = [...blocks];
  blocks.forEach((table, at) => {
    if (table.kind !== 'table') return;
    for (let i = at - 1; i >= Math.max(0, at - TITLE_DISTANCE); i -= 1) {
      const block = result[i];
      if (block === undefined || block.kind === 'table' || block.page !== table.page) return;
      if (block.text.length > SHORT || numberDepth(block.text) !== null) return;
      result[i] = asParagraph(block);
    }
  });
  return result;
}

/** A numbered sentence beside another of its depth is an item of a list; alone it heads what follows. */
function withListItemsAsParagraphs(blocks: readonly Block[]): Block[] {
  const depths = blocks.map((block) => (block.kind === 'table' ? null : numberDepth(block.text)));
  return blocks.map((block, at) => {
    if (block.kind !== 'heading' || !block.text.endsWith('。')) return block;
    const depth = depths[at];
    return depth !== null && (depths[at - 1] === depth || depths[at + 1] === depth) ? asParagraph(block) : block;
  });
}

function asParagraph({ index, page, text, spans }: TextBlock): Block {
  return { kind: 'paragraph', index, page, text, spans };
}
