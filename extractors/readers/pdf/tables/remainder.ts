import type { GridCell } from '../../../../schemas/index.ts';
import { plain } from './part-head.ts';

/** A line that fills less of its cell than this was not broken off by the page. */
const BROKEN_OFF = 0.7;
const NUMBER = /^[-−]?[\d,]+(?:\.\d+)?%?$/;
/** A text that begins like this begins something new. */
const NEW_ITEM = /^[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]|^其中|^\d{3}|^[①-⑳]/;
const SENTENCE_END = /[。；！？;!?]$/;

/**
 * Is the first row on the new page the rest of the last row on the old one? Then it holds words only, under words that
 * broke off at the end of a full line, and nothing beside them.
 */
export function isRemainder(
  last: readonly GridCell[],
  lastLineFill: readonly number[],
  next: readonly GridCell[],
): boolean {
  const filled = next.filter((cell) => plain(cell) !== '');
  if (filled.length === 0 || last.length !== next.length) return false;
  const above = new Map(last.map((cell) => [cell.c, cell]));
  const goesOn = filled.every((cell) => {
    const upper = above.get(cell.c);
    const text = plain(cell);
    if (!upper || upper.cs !== cell.cs || NUMBER.test(text) || NEW_ITEM.test(text)) return false;
    return plain(upper) !== '' && !SENTENCE_END.test(plain(upper)) && (lastLineFill[cell.c] ?? 0) >= BROKEN_OFF;
  });
  return goesOn && last.some((cell) => plain(cell) !== '' && filled.every((one) => one.c !== cell.c));
}
