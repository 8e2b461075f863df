import type { Block, OnePlace, Place } from '../../schemas/index.ts';

type Span = Extract<Block, { kind: 'paragraph' }>['spans'][number];

/**
 * Where the characters [start, end) of a block's text stand. Within a span positions are interpolated; what is broken
 * over lines or pages has a list of places.
 */
export function placeOf(block: Block, start: number, end: number): Place {
  if (block.kind === 'table') return block.place;
  const places: OnePlace[] = [];
  for (const span of block.spans) {
    if (span.end <= start || span.start >= end) continue;
    const place = partOf(span, Math.max(start, span.start), Math.min(end, span.end));
    const last = places.at(-1);
    const joined = last ? joinedPlace(last, place) : null;
    if (joined) places[places.length - 1] = joined;
    else places.push(place);
  }
  const [first] = places;
  if (!first) return { block: block.index, start, end };
  return places.length === 1 ? first : places;
}

function partOf(span: Span, start: number, end: number): OnePlace {
  const { place } = span;
  if ('bbox' in place) {
    const [x0, y0, x1, y1] = place.bbox;
    const width = (x1 - x0) / Math.max(1, span.end - span.start);
    const left = x0 + width * (start - span.start);
    return { page: place.page, bbox: [rounded(left), y0, rounded(left + width * (end - start)), y1] };
  }
  if ('block' in place) {
    return { ...place, start: place.start + (start - span.start), end: place.start + (end - span.start) };
  }
  return place;
}

/** Pieces on one line, or that follow one another in one block, are one place. */
function joinedPlace(a: OnePlace, b: OnePlace): OnePlace | null {
  if ('bbox' in a && 'bbox' in b) {
    const sameLine = a.page === b.page && Math.min(a.bbox[3], b.bbox[3]) > Math.max(a.bbox[1], b.bbox[1]);
    if (!sameLine) return null;
    return {
      page: a.page,
      bbox: [
        Math.min(a.bbox[0], b.bbox[0]),
        Math.min(a.bbox[1], b.bbox[1]),
        Math.max(a.bbox[2], b.bbox[2]),
        Math.max(a.bbox[3], b.bbox[3]),
      ],
    };
  }
  if ('block' in a && 'block' in b) {
    return a.block === b.block && a.selector === b.selector ? { ...a, end: b.end } : null;
  }
  if ('sheet' in a && 'sheet' in b) return a.sheet === b.sheet && a.cell === b.cell ? a : null;
  return null;
}

function rounded(x: number): number {
  return Math.round(x * 100) / 100;
}
