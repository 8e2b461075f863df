/** A number format in the words that the formatter knows, and the power of ten by which it shows numbers smaller. */
export interface PlainFormat {
  readonly format: string;
  readonly scale: number;
}

const QUOTED_OR_ESCAPED = /"[^"]{0,255}"|\\[\s\S]|![\s\S]|\[\$([^\]-]{0,20})-?[^\]]{0,40}\]|\[DBNum\d\]|G\/通用格式/gi;

/**
 * "!" escapes the next character as "\" does, the general format may carry its Chinese name, a locale only chooses the
 * script of digits. Commas behind the last digit show thousands, and a point that is only printed ("0!.0," is how 万元
 * are shown) shifts the number: both become a scale. Null where parts of the format have different ones.
 */
export function plainFormat(format: string): PlainFormat | null {
  const words = format.replace(QUOTED_OR_ESCAPED, (part: string, currency: string | undefined) => {
    if (part.startsWith('!')) return `\\${part.slice(1)}`;
    if (part.startsWith('[')) return currency ? `"${currency}"` : '';
    return part.startsWith('G') || part.startsWith('g') ? 'General' : part;
  });
  const sections = sectionsOf(words).map(unscaled);
  const [scale = 0, ...others] = new Set(sections.filter(({ hasDigits }) => hasDigits).map((section) => section.scale));
  return others.length > 0 ? null : { format: sections.map((section) => section.format).join(';'), scale };
}

/** The parts for positive, negative, zero and text, divided at semicolons that are not quoted. */
function sectionsOf(format: string): string[] {
  const sections = [''];
  for (const [part] of format.matchAll(/"[^"]*"|\\[\s\S]|[\s\S]/g)) {
    if (part === ';') sections.push('');
    else sections[sections.length - 1] += part;
  }
  return sections;
}

const THOUSANDS = /([0#?])(,{1,5})(?![,0#?.])/;
const PRINTED_POINT = /^([^.]{0,200}?[0#?])(?:\\\.|"\.")([0#?]{1,20})(?![0#?.])/;

function unscaled(section: string): PlainFormat & { readonly hasDigits: boolean } {
  let [format, scale] = [section, 0];
  const commas = THOUSANDS.exec(format);
  if (commas !== null) {
    format = format.replace(THOUSANDS, '$1');
    scale += 3 * (commas[2]?.length ?? 0);
  }
  const point = PRINTED_POINT.exec(format);
  if (point !== null) {
    format = format.replace(PRINTED_POINT, '$1.$2');
    scale += point[2]?.length ?? 0;
  }
  return { format, scale, hasDigits: /[0#?]/.test(format.replace(/"[^"]*"|\\[\s\S]/g, '')) };
}
