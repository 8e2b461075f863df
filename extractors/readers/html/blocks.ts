import type { Block, StatusReason, TextSpan } from '../../../schemas/index.ts';
import { MAX_CELLS } from '../grid.ts';
import { flowed } from '../whitespace.ts';
import { FURNITURE_WORDS, isChrome } from './article.ts';
import { type Element, isTag, type Text } from './dom.ts';
import { isBlockLevel, isBold, selectorOf } from './element.ts';
import { isLayoutTable } from './layout-table.ts';
import { classifyParagraph } from './paragraphs.ts';
import { cellText, readGrid } from './table-rows.ts';
import { walkShown } from './walk.ts';

/** A line of the portal (share bar, copyright, next article) is short and uses its words. */
const MAX_FURNITURE_LINE = 60;

export interface PageBlocks {
  readonly blocks: readonly Block[];
  readonly reasons: readonly StatusReason[];
}

interface OpenLine {
  text: string;
  plain: number;
  bold: number;
}

/** The blocks of the article in reading order: headings, paragraphs, list items and tables. */
export function readBlocks(root: Element, firstIndex = 0): PageBlocks {
  const blocks: Block[] = [];
  const reasons: StatusReason[] = [];
  const containers: Element[] = [root];
  let line: OpenLine = { text: '', plain: 0, bold: 0 };
  let boldDepth = 0;
  let itemDepth = 0;

  const endLine = (): void => {
    const { text, plain, bold } = line;
    line = { text: '', plain: 0, bold: 0 };
    const shown = flowed(text);
    const element = containers.at(-1) ?? root;
    if (shown === '' || isFurnitureLine(shown)) return;
    const look = { text: shown, bold: bold > 0 && plain === 0, element, inListItem: itemDepth > 0 };
    blocks.push(textBlock(firstIndex + blocks.length, shown, element, classifyParagraph(look)));
  };

  const readTable = (table: Element): void => {
    const index = firstIndex + blocks.length;
    const grid = readGrid(table, index);
    if (grid.cut) {
      reasons.push({
        code: 'table-too-large',
        message: `a table has more than ${MAX_CELLS} cells: only its beginning was read`,
      });
    }
    if (grid.cells.every((cell) => cell.text === '')) return;
    blocks.push({
      kind: 'table',
      index,
      page: null,
      pages: [],
      rows: grid.rows,
      columns: grid.columns,
      cells: [...grid.cells],
      pageBreaks: [],
      place: { block: index, start: 0, end: 0, selector: selectorOf(table) },
      ...captionOf(table),
      ...(grid.headerRows > 0 ? { markedHeaderRows: grid.headerRows } : {}),
    });
  };

  const enter = (element: Element): 'skip' | undefined => {
    if (isChrome(element)) return 'skip';
    if (element.name === 'br') endLine();
    if (!isBlockLevel(element)) {
      if (isBold(element)) boldDepth += 1;
      return undefined;
    }
    endLine();
    if (element.name === 'table' && !isLayoutTable(element)) {
      readTable(element);
      return 'skip';
    }
    containers.push(element);
    if (isBold(element)) boldDepth += 1;
    if (element.name === 'li') itemDepth += 1;
    return undefined;
  };

  const leave = (element: Element): void => {
    if (isBold(element)) boldDepth -= 1;
    if (!isBlockLevel(element)) return;
    endLine();
    containers.pop();
    if (element.name === 'li') itemDepth -= 1;
  };

  const text = ({ data }: Text): void => {
    const shown = data.replace(/[\s\u00a0\u3000\u200b]/g, '').length;
    line.text += data;
    if (boldDepth > 0) line.bold += shown;
    else line.plain += shown;
  };

  walkShown(root, { enter, leave, text });
  endLine();
  return { blocks, reasons };
}

function textBlock(index: number, text: string, element: Element, kind: ReturnType<typeof classifyParagraph>): Block {
  const spans: TextSpan[] = [
    { start: 0, end: text.length, place: { block: index, start: 0, end: text.length, selector: selectorOf(element) } },
  ];
  return { ...kind, index, page: null, text, spans };
}

function captionOf(table: Element): { caption?: string } {
  const caption = table.children.find((child): child is Element => isTag(child) && child.name === 'caption');
  const text = caption === undefined ? '' : cellText(caption);
  return text === '' ? {} : { caption: text };
}

function isFurnitureLine(text: string): boolean {
  return text.length <= MAX_FURNITURE_LINE && FURNITURE_WORDS.test(text) && !/[。；]|\d\s?(?:万元|%)/.test(text);
}
