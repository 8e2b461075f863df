import { type ColumnMatch, matchOuterBorders } from './column-match.ts';
import type { FoundTable, LooseLine, PageTables, TablePart } from './found.ts';
import { furnitureOf } from './furniture.ts';
import { appendPart, columnMatch, foundTable, type GrowingTable, growingTable } from './join-parts.ts';
import {
  firstBodyLabel,
  hasRowGroups,
  headerRowsOf,
  isForm,
  repeatedHeaderRows,
  startsLikeHeader,
  startsWithOtherTitle,
} from './part-head.ts';
import { joinRepeatedGroups, repeatsGroups } from './repeated-groups.ts';

const CONTINUED =
  /^[（(]?续(?:表|上表)?[\d一二三四五六七八九十]{0,3}[)）]?$|续表|[（(]续[)）]|\(?\bcont(?:inued|['’]d|d\.?)?\b\)?\.?$/i;

interface OpenTable {
  readonly table: GrowingTable;
  readonly page: number;
  /** Lines over its first part, from the table or page top before it. */
  readonly above: readonly string[];
}

/**
 * Joins parts on successive pages into whole tables, in reading order. `pages` are all pages of the document in
 * order. Part `parts[0]` of a found table says where in the reading order the block stands.
 */
export function joinContinuations(pages: readonly PageTables[]): FoundTable[] {
  const isFurniture = furnitureOf(pages);
  const tables: GrowingTable[] = [];
  let open = null as OpenTable | null;
  for (const page of pages) {
    const lines = page.loose.filter((line) => !isFurniture(page, line));
    let previousBottom = 0;
    for (const [index, part] of page.parts.entries()) {
      const above = textsBetween(lines, previousBottom, part.top);
      const joined: GrowingTable | null =
        open && index === 0 && open.page === page.page - 1 ? continued(open, part, above) : null;
      if (joined && open) {
        open = { ...open, table: joined, page: page.page };
        tables[tables.length - 1] = joined;
      } else {
        open = { table: growingTable(part), page: page.page, above };
        tables.push(open.table);
      }
      previousBottom = Math.max(previousBottom, part.bottom);
    }
    if (textsBetween(lines, previousBottom, page.height).length > 0) open = null;
  }
  return tables.map(foundTable);
}

/** The table with the part added, or null when the part begins a table of its own. */
function continued(open: OpenTable, part: TablePart, above: readonly string[]): GrowingTable | null {
  const { table } = open;
  const match: ColumnMatch | null = columnMatch(table, part);
  const form = above.length === 0 ? continuedForm(table, part) : null;
  if (!match) return form;
  const sameTitle = above.length > 0 && above.every((text) => open.above.includes(text));
  const headerRows = repeatedHeaderRows(table, part, sameTitle);
  if (above.length > 0 && !saysContinued(above, open.above) && !(sameTitle && headerRows > 0)) return null;
  if (startsWithOtherTitle(table, part)) return null;
  if (headerRows > 0) {
    if (repeatsGroups(table, part, headerRows)) return withRepeatedGroups(table, part, match, headerRows);
    return beginsAgain(table, part, headerRows) ? null : appendPart(table, part, match, headerRows);
  }
  if (isFilledInAgain(table, part)) return null;
  return startsLikeHeader(table, part, (c) => match.lower[c] ?? c) ? form : appendPart(table, part, match, 0);
}

/**
 * A form goes on with rows that are divided in another way, right at the top of the next page. What stood on the page
 * before may have been its tasks with their amounts: then the groups of rows must go on.
 */
function continuedForm(table: GrowingTable, part: TablePart): GrowingTable | null {
  const last = table.parts.at(-1) ?? part;
  const goesOn = isForm(table) || isForm(last) || (hasRowGroups(table) && hasRowGroups(part) && isForm(part));
  const match = goesOn ? matchOuterBorders(table.columnEdges, part.columnEdges) : null;
  if (!match || startsWithOtherTitle(table, part)) return null;
  return isFilledInAgain(table, part) ? null : appendPart(table, part, match, 0);
}

/** A form that begins with the same name as the one above: filled in for another project. */
function isFilledInAgain(table: GrowingTable, part: TablePart): boolean {
  const label = firstBodyLabel(part, 0);
  return label !== '' && label === firstBodyLabel(table, 0) && isForm(table);
}

/** Lines that say "continued", among them perhaps the title again. */
function saysContinued(above: readonly string[], before: readonly string[]): boolean {
  return (
    above.some((text) => CONTINUED.test(text)) && above.every((text) => CONTINUED.test(text) || before.includes(text))
  );
}

function withRepeatedGroups(
  table: GrowingTable,
  part: TablePart,
  match: ColumnMatch,
  headerRows: number,
): GrowingTable {
  const grown = appendPart(table, part, match, headerRows);
  return { ...grown, cells: joinRepeatedGroups(grown.cells, table.rows) };
}

/** The same header and then the same first row: the same form filled in again, for another unit or project. */
function beginsAgain(table: GrowingTable, part: TablePart, headerRows: number): boolean {
  if (headerRows < headerRowsOf(table)) return true;
  const label = firstBodyLabel(table, headerRows);
  return label !== '' && label === firstBodyLabel(part, headerRows);
}

function textsBetween(lines: readonly LooseLine[], top: number, bottom: number): string[] {
  return lines
    .filter((line) => (line.y0 + line.y1) / 2 > top && (line.y0 + line.y1) / 2 < bottom)
    .map((line) => line.text.replace(/\s+/g, ''));
}
