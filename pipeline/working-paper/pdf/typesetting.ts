import { readFileSync } from 'node:fs';
import { create } from '@cantoo/fontkit';
import { printable } from '../../cli/terminal.ts';
import { FONT_FILE } from '../font.ts';

/** Text as the font of the paper can set it, measured in points. */
export interface Typesetting {
  readonly font: Uint8Array;
  readonly widthOf: (text: string, size: number) => number;
  /** What of the text the font has; other characters are 〓, as printers mark a missing type. */
  readonly settable: (text: string) => string;
  /** The text in lines no wider than `width`, broken where Chinese may be. */
  readonly lines: (text: string, size: number, width: number) => string[];
}

const MISSING_TYPE = '〓';
/** May not begin a line. */
const CLOSING = /^[。，、；：）」』》〉”’！？…％·,.;:)!?%]/;
/** May not end a line. */
const OPENING = /^[（「『《〈“‘(]$/;
/** Words of Latin letters and numbers stay whole; every other character may begin a line. */
const TOKEN = /[A-Za-z0-9_.,%+-]{1,40}|./gsu;

export function openTypesetting(): Typesetting {
  const bytes = readFileSync(FONT_FILE);
  const font = create(bytes);
  if (font === null || !('glyphForCodePoint' in font)) throw new TypeError(`${FONT_FILE}: expected one font`);
  const widths = new Map<string, number>();
  const widthOfCharacter = (character: string) => {
    const known = widths.get(character);
    if (known !== undefined) return known;
    const glyph = font.glyphForCodePoint(character.codePointAt(0) ?? 0);
    const width = (glyph?.advanceWidth ?? 0) / font.unitsPerEm;
    widths.set(character, width);
    return width;
  };
  const widthOf = (text: string, size: number) => {
    let sum = 0;
    for (const character of text) sum += widthOfCharacter(character);
    return sum * size;
  };
  const settable = (text: string) =>
    Array.from(printable(text), (character) =>
      font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0) ? character : MISSING_TYPE,
    ).join('');
  return { font: bytes, widthOf, settable, lines: (text, size, width) => broken(settable(text), size, width, widthOf) };
}

function broken(text: string, size: number, width: number, widthOf: Typesetting['widthOf']): string[] {
  const lines: string[] = [];
  let line: string[] = [];
  let used = 0;
  for (const token of text.match(TOKEN) ?? []) {
    const needed = widthOf(token, size);
    if (used + needed > width && line.length > 0) {
      const carried = carriedOver(line, token);
      lines.push(line.join('').trimEnd());
      line = carried;
      used = carried.reduce((sum, part) => sum + widthOf(part, size), 0);
      if (token === ' ' && line.length === 0) continue;
    }
    line.push(token);
    used += needed;
  }
  return [...lines, line.join('')];
}

/** Takes from the end of a full line what has to stand before `next` on the following one. */
function carriedOver(line: string[], next: string): string[] {
  const carried: string[] = [];
  const first = () => carried[0] ?? next;
  while (line.length > 1 && (CLOSING.test(first()) || OPENING.test(line.at(-1) ?? '')) && carried.length < 3) {
    const last = line.pop();
    if (last !== undefined) carried.unshift(last);
  }
  return carried;
}
