import { commonWords } from '../messages/common.ts';
import { allPlaces, type Place } from './places.ts';

/** Where something stands, in words: pages, a paragraph, a cell of a sheet. */
export function placeWords(place: Place): string {
  const m = commonWords();
  const words = allPlaces(place).map((one) => {
    if ('page' in one) return m.page(one.page);
    if ('block' in one) return m.block(one.block + 1);
    return `${one.sheet}!${one.cell}`;
  });
  return [...new Set(words)].join(m.and);
}
