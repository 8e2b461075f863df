import type { FoundTable } from '../tables/found.ts';
import { type Column, columnsOf } from './columns.ts';
import type { Line } from './lines.ts';
import { bodySize, type Margins, marginsOf } from './margins.ts';
import type { PlacedLine } from './paragraph-ends.ts';

/** One direction of reading of one page, without running headers and footers. */
export interface PageText {
  readonly page: number;
  readonly width: number;
  readonly rows: readonly (readonly Line[])[];
  /** Tables that begin or go on on this page stand among the text that is read in their direction. */
  readonly ofTables: boolean;
}

/** A table where it stands in its direction of reading. */
export interface PlacedTable {
  readonly table: FoundTable;
  readonly page: number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  /** False where a table only goes on from the page before. */
  readonly begins: boolean;
}

/** What a document consists of, in reading order. `cut`: a table that goes on parts the text around it. */
export type FlowItem =
  | { readonly kind: 'line'; readonly placed: PlacedLine }
  | { readonly kind: 'table'; readonly table: FoundTable }
  | { readonly kind: 'cut' };

/** Puts the lines and tables of all pages into reading order and tells each line its margins. */
export function readingFlow(pages: readonly PageText[], tables: readonly PlacedTable[]): FlowItem[] {
  const size = bodySize(pages.flatMap((page) => page.rows.flat()));
  const usual = usualMargins(pages);
  let column = 0;
  return pages.flatMap((page) => {
    const margins = pageMargins(page) ?? usual.get(Math.round(page.width)) ?? null;
    const own = page.ofTables ? tables.filter((table) => table.page === page.page) : [];
    return betweenTables(page.rows, own).flatMap((part): FlowItem[] => {
      if ('table' in part) return [part.begins ? { kind: 'table', table: part.table } : { kind: 'cut' }];
      return columnsOf(part.rows).flatMap((text) => {
        column += 1;
        const measures = { ...columnMeasures(text, margins, page.width), column, bodySize: size };
        return text.lines.map((line): FlowItem => {
          return { kind: 'line', placed: { ...measures, line, apart: text.apart.has(line) } };
        });
      });
    });
  });
}

function columnMeasures({ lines, beside }: Column, ofPage: Margins | null, width: number) {
  const margins = (beside ? marginsOf(lines) : ofPage) ?? outerEdges(lines, beside ? 0 : width);
  return { margins, leading: usualLeading(lines) };
}

type Part = PlacedTable | { readonly rows: readonly (readonly Line[])[] };

/** Text above, between and below the tables of a page, with the tables in their places. */
function betweenTables(rows: readonly (readonly Line[])[], tables: readonly PlacedTable[]): Part[] {
  const parts: Part[] = [];
  let rest = rows;
  for (const table of [...tables].sort((a, b) => a.top - b.top || a.left - b.left)) {
    const before = rest.map((row) => row.filter((line) => standsBefore(line, table))).filter((row) => row.length > 0);
    rest = rest.map((row) => row.filter((line) => !standsBefore(line, table))).filter((row) => row.length > 0);
    if (before.length > 0) parts.push({ rows: before });
    parts.push(table);
  }
  if (rest.length > 0) parts.push({ rows: rest });
  return parts;
}

function standsBefore(line: Line, table: PlacedTable): boolean {
  const middle = line.baseline - 0.35 * line.size;
  return middle < table.top || (middle < table.bottom && line.x1 <= table.left);
}

/** Body text takes at least this share of the page width; shorter lines (a table of contents) show no right margin. */
const BODY_WIDTH = 0.5;

function pageMargins(page: PageText): Margins | null {
  const margins = marginsOf(page.rows.filter((row) => row.length === 1).flat());
  return margins !== null && margins.right - margins.left >= BODY_WIDTH * page.width ? margins : null;
}

/** Margins of pages of one width, for pages that show too little text of their own. */
function usualMargins(pages: readonly PageText[]): Map<number, Margins> {
  const byWidth = new Map<number, Margins[]>();
  for (const page of pages) {
    const margins = pageMargins(page);
    if (margins === null) continue;
    const width = Math.round(page.width);
    byWidth.set(width, [...(byWidth.get(width) ?? []), margins]);
  }
  return new Map(
    [...byWidth].map(([width, all]) => [
      width,
      { left: middle(all.map(({ left }) => left)), right: middle(all.map(({ right }) => right)) },
    ]),
  );
}

/** Where nothing shows the margins: the edges of the lines, and on the right as much room as on the left. */
function outerEdges(lines: readonly Line[], width: number): Margins {
  const left = Math.min(...lines.map((line) => line.x0));
  return { left, right: Math.max(width - left, ...lines.map((line) => line.x1)) };
}

function usualLeading(lines: readonly Line[]): number {
  const distances: number[] = [];
  for (let i = 1; i < lines.length; i += 1) {
    const distance = (lines[i]?.baseline ?? 0) - (lines[i - 1]?.baseline ?? 0);
    if (distance > 0) distances.push(distance);
  }
  return distances.length >= 3 ? middle(distances) : 0;
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
