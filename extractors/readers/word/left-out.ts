import { descendants } from './content.ts';
import { childOf, wholeNumber, type XmlElement } from './xml.ts';

/** What a document shows but holds as something that is not text: it has to be said that it was not read. */

/** The program of an embedded object, null for formulas and for what holds none. */
export function embeddedObject(object: XmlElement): string | null {
  const ole = childOf(object, 'o:OLEObject');
  const program = ole?.attributes.get('ProgID') ?? '';
  return ole === undefined || /equation|mathtype/i.test(program) ? null : program.slice(0, 60) || 'unknown program';
}

/** From this area on, in square centimetres, a picture may be a scanned page or a table: a third of A4. */
const LARGE_PICTURE = 200;
const EMU_PER_CM = 360_000;
const POINTS_PER_CM = 72 / 2.54;

export function largePicture(picture: XmlElement): boolean {
  return pictureArea(picture) >= LARGE_PICTURE;
}

function pictureArea(picture: XmlElement): number {
  if (picture.name === 'w:drawing') {
    const [blip] = descendants(picture, 'a:blip');
    const [extent] = descendants(picture, 'wp:extent');
    if (blip === undefined || extent === undefined) return 0;
    const [width = 0, height = 0] = ['cx', 'cy'].map((name) => wholeNumber(extent.attributes.get(name)));
    return (width / EMU_PER_CM) * (height / EMU_PER_CM);
  }
  let largest = 0;
  for (const shape of picture.children) {
    if (childOf(shape, 'v:imagedata') === undefined) continue;
    const style = shape.attributes.get('style')?.slice(0, 1000) ?? '';
    largest = Math.max(largest, centimetres(style, 'width') * centimetres(style, 'height'));
  }
  return largest;
}

/** Sizes of old shapes are written as styles: "width:415.3pt;height:294pt". */
function centimetres(style: string, property: 'width' | 'height'): number {
  const found = new RegExp(`(?:^|;)\\s{0,4}${property}\\s{0,4}:\\s{0,4}(\\d{1,6}(?:\\.\\d{1,6})?)(pt|in|cm|mm)`).exec(
    style,
  );
  const size = Number(found?.[1] ?? 0);
  switch (found?.[2]) {
    case 'pt':
      return size / POINTS_PER_CM;
    case 'in':
      return size * 2.54;
    case 'mm':
      return size / 10;
    default:
      return size;
  }
}
