import { type Element, isTag } from './dom.ts';
import { isShown } from './element.ts';
import { cellsOf, rowsOf } from './table-rows.ts';
import { shownText, walkShown } from './walk.ts';

/**
 * Old portals place their pages with tables. A layout table is read as the blocks in its cells, a data table as a grid.
 */

/** Share of a table's text that stands in tables inside it, from which it only frames them. */
const FRAMING_SHARE = 0.5;
/** A cell with this much running text is a page region, when the table has next to no grid. */
const REGION_LENGTH = 200;
const LARGEST_LAYOUT_GRID = { rows: 3, columns: 3 };

export function isLayoutTable(table: Element): boolean {
  if (/^(?:presentation|none)$/.test(table.attribs.role ?? '')) return true;
  const rows = rowsOf(table).map((row) => cellsOf(row));
  const widths = rows.map((cells) => cells.filter((cell) => shownText(cell).trim() !== '').length);
  const widest = Math.max(0, ...widths.slice(0, 10_000));
  if (widest <= 1 && !rows.some((cells) => cells.length > 1 && widths.length > 1)) return true;
  if (nestedTextShare(table) >= FRAMING_SHARE) return true;
  const isSmall = rows.length <= LARGEST_LAYOUT_GRID.rows && widest <= LARGEST_LAYOUT_GRID.columns;
  return isSmall && rows.some((cells) => cells.some(isPageRegion));
}

function isPageRegion(cell: Element): boolean {
  const paragraphs = countParagraphs(cell);
  return paragraphs >= 2 && shownText(cell).replace(/\s/g, '').length >= REGION_LENGTH;
}

function countParagraphs(cell: Element): number {
  let count = 0;
  walkShown(cell, {
    enter: (element) => {
      if (/^(?:p|li|h[1-6])$/.test(element.name) && element.children.some((child) => !isTag(child) || isShown(child)))
        count += 1;
      return undefined;
    },
  });
  return count;
}

/** How much of the table's text stands in tables nested in it. */
function nestedTextShare(table: Element): number {
  let depth = 0;
  let own = 0;
  let nested = 0;
  walkShown(table, {
    enter: (element) => {
      if (element.name === 'table') depth += 1;
      return undefined;
    },
    leave: (element) => {
      if (element.name === 'table') depth -= 1;
    },
    text: ({ data }) => {
      const length = data.replace(/\s/g, '').length;
      if (depth > 1) nested += length;
      else own += length;
    },
  });
  return own + nested === 0 ? 0 : nested / (own + nested);
}
