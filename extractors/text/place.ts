import type { Block, OnePlace, PagePlace, Place, TextSpan } from '../../schemas/index.ts';

/**
 * Where the characters [start, end) of a block's text stand (UTF-16 offsets). Within a span positions are
 * interpolated; what is broken over lines or pages has a list of places, in reading order.
 * For a stretch without a place of its own the place is the offsets themselves.
 */
export function placeOf(block: Block, start: number, end: number): Place {
  if (block.kind === 'table') return block.place;
  const places: OnePlace[] = [];
  for (const span of block.spans) {
    if (span.end <= start || span.start >= end) continue;
    const place = partOf(block.text, span, Math.max(start, span.start), Math.min(end, span.end));
    const last = places.at(-1);
    const joined = last === undefined ? null : joinedPlace(last, place);
    if (joined === null) places.push(place);
    else places[places.length - 1] = joined;
  }
  const first = places[0];
  if (first === undefined) return { block: block.index, start, end };
  return places.length === 1 ? first : places;
}

function partOf(text: string, span: TextSpan, start: number, end: number): OnePlace {
  const { place } = span;
  if ('bbox' in place) return partOfBox(place, text, span, start, end);
  if ('block' in place) {
    return { ...place, start: place.start + (start - span.start), end: place.start + (end - span.start) };
  }
  return place;
}

/** A box clearly taller than wide holds sideways text, whose direction is not known here: it is given whole. */
const SIDEWAYS = 1.5;

function partOfBox(place: PagePlace, text: string, span: TextSpan, start: number, end: number): PagePlace {
  const [x0, y0, x1, y1] = place.bbox;
  if (end - start === span.end - span.start || y1 - y0 > SIDEWAYS * (x1 - x0)) return place;
  const widthOf = (from: number, to: number) => (isMonospaced(span) ? to - from : extent(text, from, to));
  const whole = widthOf(span.start, span.end) || 1;
  const at = (offset: number) => rounded(x0 + ((x1 - x0) * widthOf(span.start, offset)) / whole);
  return { page: place.page, bbox: [at(start), y0, at(end), y1] };
}

/** Set in a font whose digits are as wide as its ideographs: one em (the height of the box) for each character. */
function isMonospaced({ start, end, place }: TextSpan): boolean {
  if (!('bbox' in place)) return false;
  const [x0, y0, x1, y1] = place.bbox;
  return Math.abs((x1 - x0) / (y1 - y0) - (end - start)) < 0.05 * (end - start);
}

/** Width of the characters [start, end) in halves of an em: ideographs and full-width forms take two. */
function extent(text: string, start: number, end: number): number {
  let width = 0;
  for (let i = start; i < end; i += 1) width += text.charCodeAt(i) >= 0x2e80 ? 2 : 1;
  return width;
}

/** Pieces on one line, or that follow one another in one block, are one place. */
function joinedPlace(a: OnePlace, b: OnePlace): OnePlace | null {
  if ('bbox' in a && 'bbox' in b) return joinedBox(a, b);
  if ('block' in a && 'block' in b) {
    return a.block === b.block && a.selector === b.selector ? { ...a, end: b.end } : null;
  }
  if ('sheet' in a && 'sheet' in b) return a.sheet === b.sheet && a.cell === b.cell ? a : null;
  return null;
}

/** Boxes lie on one line when more than half of the lower one's height is common to both. */
function joinedBox(a: PagePlace, b: PagePlace): PagePlace | null {
  const [ax0, ay0, ax1, ay1] = a.bbox;
  const [bx0, by0, bx1, by1] = b.bbox;
  const common = Math.min(ay1, by1) - Math.max(ay0, by0);
  if (a.page !== b.page || common <= Math.min(ay1 - ay0, by1 - by0) / 2) return null;
  return { page: a.page, bbox: [Math.min(ax0, bx0), Math.min(ay0, by0), Math.max(ax1, bx1), Math.max(ay1, by1)] };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
