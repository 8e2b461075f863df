/** Of a font size: figures and Latin letters are about half as wide as Chinese characters. */
const NARROW = 0.58;
const WIDE = 1;

/** How wide a text will be, near enough to leave room for it: SVG has no flow, and nothing is measured before it is drawn. */
export function textWidth(text: string, fontSize: number): number {
  let widths = 0;
  for (const character of text) widths += (character.codePointAt(0) ?? 0) < 0x2e80 ? NARROW : WIDE;
  return Math.ceil(widths * fontSize);
}
