import type { OnePlace, Place } from '../../../schemas/index.ts';
import type { Messages } from '../messages/index.ts';

/** Where a thing stands, in a few words: the page, else the paragraph, else the sheet and cell. */
export function placeText(place: Place, messages: Messages): string {
  const first = Array.isArray(place) ? place[0] : place;
  if (first === undefined) return '';
  return describe(first, messages);
}

function describe(place: OnePlace, { place: words }: Messages): string {
  if ('page' in place) return words.page(place.page);
  if ('sheet' in place) return words.sheet(place.sheet, place.cell);
  // Blocks are counted from zero in data, paragraphs from one by people.
  return words.block(place.block + 1);
}
