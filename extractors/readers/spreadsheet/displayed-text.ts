import { type CellObject, SSF } from '@e965/xlsx';
import { plainFormat } from './number-format.ts';

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
    const plain = plainFormat(format);
    if (plain !== null) return { text: SSF.format(plain.format, value / 10 ** plain.scale, { date1904 }) };
  } catch {
    // said below
  }
  return { text: SSF.format('General', value), unformatted: true };
}
