import type { Block, GridCell, TableBlock } from '../../schemas/index.ts';

/**
 * Tables pasted page by page are one table: the same number of columns, nothing between them but a continuation mark or
 * a page number, and either the same header again (dropped) or no header at all.
 */
const BETWEEN_PARTS =
  /^[（(]?\s?(?:续\s?(?:上\s?)?表.{0,20}|接上表|[-—–－]{0,3}\s?\d{1,4}\s?[-—–－]{0,3}|第\s?\d{1,4}\s?页.{0,12})\s?[)）]?$/;
const MAX_HEADER_ROWS = 6;
const NUMERIC = /^[-－]?[\d,.，．]+%?$/;

export function joinSplitTables(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  let between: Block[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (block.kind !== 'table') {
      if (last?.kind === 'table' && BETWEEN_PARTS.test(block.text)) between.push(block);
      else {
        joined.push(...between, block);
        between = [];
      }
      continue;
    }
    const whole = last?.kind === 'table' ? continued(last, block) : null;
    if (whole === null) joined.push(...between, block);
    else joined[joined.length - 1] = whole;
    between = [];
  }
  return [...joined, ...between];
}

/** The joined table, or null when the second one stands by itself. */
function continued(first: TableBlock, second: TableBlock): TableBlock | null {
  if (first.columns !== second.columns || first.columns < 2 || second.caption !== undefined) return null;
  const repeated = commonHeaderRows(first, second);
  const bodyOnly =
    repeated === 0 && rowTexts(second, 0).some((text) => NUMERIC.test(text)) && second.markedHeaderRows === undefined;
  if (repeated === 0 && !bodyOnly) return null;
  const moved = second.cells
    .filter((cell) => cell.r >= repeated)
    .map((cell) => ({ ...cell, r: cell.r - repeated + first.rows }));
  const places = [first.place, second.place].flat();
  return {
    ...first,
    rows: first.rows + second.rows - repeated,
    cells: [...first.cells, ...moved],
    pageBreaks: [...first.pageBreaks, first.rows],
    place: places,
  };
}

/** Leading rows that both tables share. A row with amounts is no header; a title alone does not make a continuation. */
function commonHeaderRows(first: TableBlock, second: TableBlock): number {
  let rows = 0;
  let hasColumnHeads = false;
  while (rows < Math.min(MAX_HEADER_ROWS, first.rows, second.rows - 1)) {
    const texts = rowTexts(first, rows);
    const other = rowTexts(second, rows);
    const isHeader = texts.some((text) => text !== '') && !texts.some((text) => /\d\.\d/.test(text));
    if (!isHeader || texts.length !== other.length || texts.some((text, index) => text !== other[index])) break;
    rows += 1;
    hasColumnHeads ||= texts.filter((text) => text !== '').length >= 2;
  }
  return hasColumnHeads ? rows : 0;
}

function rowTexts(table: TableBlock, row: number): string[] {
  return table.cells.filter((cell: GridCell) => cell.r === row).map((cell) => cell.text.replaceAll(' ', ''));
}
