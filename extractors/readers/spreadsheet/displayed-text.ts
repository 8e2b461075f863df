import { type CellObject, SSF } from '@e965/xlsx';

/** What a cell shows: its value in its number format, as Excel and WPS display it. */
export interface DisplayedText {
  readonly text: string;
  /** A formula was saved without the value it gives. */
  readonly uncalculated?: true;
  /** The number format is not understood: the text is the number without it. */
  readonly unformatted?: true;
}

const ERRORS: ReadonlyMap<unknown, string> = new Map<unknown, string>([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
]);

export function displayedText(cell: CellObject, date1904: boolean): DisplayedText {
  const { t: type, v: value, f: formula } = cell;
  if (value === undefined)
    return typeof formula === 'string' ? { text: `=${formula}`, uncalculated: true } : { text: '' };
  if (type === 's') return { text: String(value), ...(value === `=${formula}` ? { uncalculated: true } : {}) };
  if (type === 'b') return { text: value === true ? 'TRUE' : 'FALSE' };
  if (type === 'e') return { text: ERRORS.get(value) ?? '#N/A' };
  return type === 'n' ? formatted(Number(value), String(cell.z ?? 'General'), date1904) : { text: '' };
}

function formatted(value: number, format: string, date1904: boolean): DisplayedText {
  try {
    return { text: SSF.format(withoutLocale(format), value, { date1904 }) };
  } catch {
    return { text: SSF.format('General', value), unformatted: true };
  }
}

const QUOTED_OR_ESCAPED = /"[^"]{0,255}"|\\[\s\S]|![\s\S]|\[\$([^\]-]{0,20})-?[^\]]{0,40}\]|\[DBNum\d\]|G\/通用格式/gi;

/**
 * Number formats in the words that the formatter knows: "!" escapes the next character as "\" does, the general format
 * may carry its Chinese name, a locale only chooses the script of digits.
 */
function withoutLocale(format: string): string {
  return format.replace(QUOTED_OR_ESCAPED, (part: string, currency: string | undefined) => {
    if (part.startsWith('!')) return `\\${part.slice(1)}`;
    if (part.startsWith('[')) return currency ? `"${currency}"` : '';
    return part.startsWith('G') || part.startsWith('g') ? 'General' : part;
  });
}
