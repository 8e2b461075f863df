import type { Line } from './lines.ts';

/** What of a page can be a running header or footer: its rows from top to bottom, and where tables stand. */
export interface PageRows {
  readonly page: number;
  readonly height: number;
  readonly rows: readonly (readonly Line[])[];
  /** Vertical ranges of the tables. */
  readonly tables: readonly (readonly [number, number])[];
}

/** Running headers and footers stand this close (points) to the top or bottom of a page of usual size. */
const EDGE = 84;
/** Share of the page height beyond which even on a small page, and with dashes around it, nothing is a page number. */
const WIDEST_EDGE = 0.2;
/** At most this many rows of header, and of footer. */
const EDGE_ROWS = 2;
/** A text on this many pages at the same height, and on this share of all pages, is a running header. */
const RUNNING_PAGES = 3;
const RUNNING_SHARE = 0.4;
/** Points by which the height of a running header may differ from page to page. */
const SAME_HEIGHT = 4;

const DASHES = '[-‐‑‒–—―－~～·•\\s]';
/** A page number that shows what it is: "— 12 —", "第 3 页 共 9 页", "3 / 9", "Page 3 of 9". */
export const MARKED_NUMBER: readonly RegExp[] = [
  new RegExp(`^${DASHES}{1,6}\\d{1,4}${DASHES}{1,6}$`),
  new RegExp(
    `^${DASHES}{0,4}第\\s?\\d{1,4}\\s?页\\s?[,，/／（(]?\\s?(?:共\\s?\\d{1,4}\\s?页)?\\s?[)）]?${DASHES}{0,4}$`,
  ),
  /^\d{1,4}\s?[/／]\s?\d{1,4}$/,
  /^(?:page|p\.)\s?\d{1,4}(?:\s?(?:of|\/)\s?\d{1,4})?$/i,
];
const BARE_NUMBER = /^\d{1,4}$/;
/** These stand at the same height over every table of a set of forms, and say something about it. */
const BELONGS_TO_TABLE = /单位\s?[:：]|部门\s?[:：]|编制|^公开|^附?表|续|表\s?[一二三四五六七八九十\d]{0,3}$|[:：]$/;

/** The rows that are running headers, footers and page numbers: set aside, so that a paragraph can go over the page. */
export function furnitureOf(pages: readonly PageRows[]): Set<readonly Line[]> {
  const wide = pages.flatMap((page) => edgeRows(page, WIDEST_EDGE * page.height));
  const edges = pages.flatMap((page) => edgeRows(page, Math.min(EDGE, WIDEST_EDGE * page.height)));
  const found = new Set<readonly Line[]>();
  for (const { row, text } of wide) if (MARKED_NUMBER.some((pattern) => pattern.test(text))) found.add(row);
  for (const edge of pageNumbers(edges, pages.length)) found.add(edge.row);
  for (const edge of repeated(edges, pages.length)) found.add(edge.row);
  return found;
}

interface EdgeRow {
  readonly page: number;
  readonly side: 'top' | 'bottom';
  readonly row: readonly Line[];
  readonly text: string;
  readonly baseline: number;
}

/** The outermost rows within `depth` points of the page's edges, outside all tables. */
function edgeRows({ page, height, rows, tables }: PageRows, depth: number): EdgeRow[] {
  const first = Math.min(...tables.map(([top]) => top), Number.POSITIVE_INFINITY);
  const last = Math.max(...tables.map(([, bottom]) => bottom), Number.NEGATIVE_INFINITY);
  const edge = (side: EdgeRow['side'], row: readonly Line[]): EdgeRow => {
    const text = row
      .map((line) => line.text)
      .join(' ')
      .trim();
    return { page, side, row, text, baseline: row[0]?.baseline ?? 0 };
  };
  const top = rows.slice(0, EDGE_ROWS).map((row) => edge('top', row));
  const bottom = rows.slice(Math.max(0, rows.length - EDGE_ROWS)).map((row) => edge('bottom', row));
  return [
    ...top.filter(({ baseline }) => baseline < depth && baseline <= first + 1),
    ...bottom.filter(({ baseline }) => baseline > height - depth && baseline > last - 1),
  ];
}

/** Bare numbers at the page edge that go up with the pages. A lone number of a table keeps no step with them. */
function pageNumbers(edges: readonly EdgeRow[], pageCount: number): EdgeRow[] {
  const bare = edges.filter(({ text }) => BARE_NUMBER.test(text));
  const stepOf = (edge: EdgeRow) => Number(edge.text) - edge.page;
  const steps = new Map<number, Set<number>>();
  for (const edge of bare) steps.set(stepOf(edge), (steps.get(stepOf(edge)) ?? new Set()).add(edge.page));
  return bare.filter((edge) => {
    const pages = steps.get(stepOf(edge)) ?? new Set();
    if (pages.size >= RUNNING_PAGES || (pageCount === 1 && stepOf(edge) === 0)) return true;
    return pages.has(edge.page - 1) || pages.has(edge.page + 1);
  });
}

/** Texts that stand at one height on many pages; a page number in them may differ. */
function repeated(edges: readonly EdgeRow[], pageCount: number): EdgeRow[] {
  const groups = new Map<string, EdgeRow[]>();
  for (const edge of edges) {
    if (BELONGS_TO_TABLE.test(edge.text)) continue;
    const key = `${edge.side}\n${withoutPageNumber(edge)}`;
    const group = groups.get(key);
    if (group) group.push(edge);
    else groups.set(key, [edge]);
  }
  const enough = Math.max(RUNNING_PAGES, RUNNING_SHARE * pageCount);
  return [...groups.values()].flatMap((group) => {
    const height = median(group.map((edge) => edge.baseline));
    const level = group.filter((edge) => Math.abs(edge.baseline - height) <= SAME_HEIGHT);
    return new Set(level.map((edge) => edge.page)).size >= enough ? level : [];
  });
}

function withoutPageNumber({ text, page }: EdgeRow): string {
  return text.replace(/\d{1,4}/g, (digits) => (Math.abs(Number(digits) - page) <= 10 ? '#' : digits));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
