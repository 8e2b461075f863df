import type { OnePlace, Place } from '../../schemas/place.ts';

export type { OnePlace, Place } from '../../schemas/place.ts';

/**
 * A place as it stands in a link: `p7:72,140.5,180,152` on a page, `b41:12-19` in a block, `sSheet1!B7` in a workbook.
 * Of what continues over pages, the first place.
 */
export function placeText(place: Place): string {
  const one = firstPlace(place);
  if (!one) return '';
  if ('page' in one) return `p${one.page}:${one.bbox.map((value) => Math.round(value * 10) / 10).join(',')}`;
  if ('block' in one) return `b${one.block}:${one.start}-${one.end}`;
  return `s${one.sheet}!${one.cell}`;
}

export function placeFrom(text: string): OnePlace | undefined {
  const page = /^p(\d{1,6}):(-?[\d.]+),(-?[\d.]+),(-?[\d.]+),(-?[\d.]+)$/.exec(text);
  if (page) {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = page.slice(2).map(Number);
    return { page: Number(page[1]), bbox: [x0, y0, x1, y1] };
  }
  const block = /^b(\d{1,9}):(\d{1,9})-(\d{1,9})$/.exec(text);
  if (block) return { block: Number(block[1]), start: Number(block[2]), end: Number(block[3]) };
  const mark = text.lastIndexOf('!');
  if (text.startsWith('s') && mark > 0) return { sheet: text.slice(1, mark), cell: text.slice(mark + 1) };
  return undefined;
}

export function firstPlace(place: Place): OnePlace | undefined {
  return Array.isArray(place) ? place[0] : place;
}

export function allPlaces(place: Place): readonly OnePlace[] {
  return Array.isArray(place) ? place : [place];
}
