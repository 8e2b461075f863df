import type { LooseLine, PageTables } from './found.ts';

/** Running headers and footers stand in this share of the page height at its top and bottom. */
const MARGIN_ZONE = 0.13;
/** Page numbers may stand a little further in. */
const NUMBER_ZONE = 0.17;
/** A line at the top or at the bottom of so many pages is a running header or footer. */
const REPEATED = 3;

const PAGE_NUMBER =
  /^[-—–―－~·.\s]{0,8}(?:第\s?)?\d{1,4}(?:\s?页)?(?:\s?[,，/／]?\s?共\s?\d{1,4}\s?页|\s?\/\s?\d{1,4})?[-—–―－~·.\s]{0,8}$/;
/** What stands over a table belongs to it, however often it is repeated. */
const TABLE_LINE = /单位\s?[:：]|表\s{0,4}(?:[（(].{0,20}[)）])?$|^[（(]?续/;

/** Tells running headers, footers and page numbers of a document from lines that mean something where they stand. */
export function furnitureOf(pages: readonly PageTables[]): (page: PageTables, line: LooseLine) => boolean {
  const seen = new Map<string, number>();
  for (const page of pages) {
    const keys = new Set(
      page.loose.filter((line) => inMargin(page, line, MARGIN_ZONE)).map((line) => keyOf(page, line)),
    );
    for (const key of keys) seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  return (page, line) => {
    if (PAGE_NUMBER.test(line.text)) return inMargin(page, line, NUMBER_ZONE);
    return (
      inMargin(page, line, MARGIN_ZONE) && !TABLE_LINE.test(line.text) && (seen.get(keyOf(page, line)) ?? 0) >= REPEATED
    );
  };
}

function inMargin(page: PageTables, line: LooseLine, zone: number): boolean {
  return line.y1 < page.height * zone || line.y0 > page.height * (1 - zone);
}

function keyOf(page: PageTables, line: LooseLine): string {
  return `${line.y1 < page.height / 2 ? 'top' : 'bottom'} ${line.text.slice(0, 200)}`;
}
