import type { Rect } from './geometry.ts';

/** A page's box in the pane, and how many CSS pixels a point of it is. */
export interface PageBox extends Rect {
  readonly scale: number;
}

export interface PageLayout {
  /** Empty before the pane is measured. */
  readonly pages: readonly PageBox[];
  readonly width: number;
  readonly height: number;
}

const GAP = 12;
const MARGIN = 16;
/** A page is fitted to the pane's width, but never larger than this per point: reading, not admiring. */
const LARGEST_FIT = 1.5;
/** Nor smaller than can be read: on a phone a page is pushed sideways, and boxes are brought to the middle. */
const SMALLEST_FIT = 0.85;

/** Pages under one another, each in the middle and at zoom 1 as wide as the pane, upright ones beside wide ones too. */
export function layoutOf(
  sizes: readonly { readonly width: number; readonly height: number }[],
  paneWidth: number,
  zoom: number,
): PageLayout {
  if (paneWidth <= 0) return { pages: [], width: 0, height: 0 };
  const fitted = sizes.map(({ width, height }) => {
    const fit = Math.min(LARGEST_FIT, Math.max(SMALLEST_FIT, (paneWidth - 2 * MARGIN) / Math.max(1, width)));
    // Whole pixels, or every line of the page is blurred.
    const scale = Math.round(width * fit * zoom) / Math.max(1, width);
    return { scale, width: width * scale, height: Math.round(height * scale) };
  });
  const width = fitted.reduce((most, page) => Math.max(most, page.width + 2 * MARGIN), paneWidth);
  const pages: PageBox[] = [];
  let top = GAP;
  for (const page of fitted) {
    pages.push({ ...page, left: Math.round((width - page.width) / 2), top });
    top += page.height + GAP;
  }
  return { pages, width, height: top };
}

/** Numbers of the pages between two heights, and one before and after them. */
export function pagesBetween(layout: PageLayout, from: number, to: number): readonly number[] {
  const first = layout.pages.findIndex(({ top, height }) => top + height >= from);
  if (first < 0) return [];
  const beyond = layout.pages.findIndex(({ top }) => top > to);
  const last = beyond < 0 ? layout.pages.length - 1 : beyond;
  const numbers: number[] = [];
  for (let at = Math.max(0, first - 1); at <= last; at += 1) numbers.push(at + 1);
  return numbers;
}

/** A page that can be seen, and not only a neighbour of one. */
export function isBetween({ top, height }: PageBox, from: number, to: number): boolean {
  return top + height >= from && top <= to;
}

export function pageAt(layout: PageLayout, height: number): number {
  const at = layout.pages.findIndex((page) => page.top + page.height > height);
  return at < 0 ? layout.pages.length : at + 1;
}
