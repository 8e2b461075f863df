import { utils } from '@e965/xlsx';
import type { StatusReason } from '../../../schemas/index.ts';
import type { SheetText } from './texts.ts';

/**
 * What its owner hid in a workbook is no part of what was disclosed and is left out. But the file holds it, so a document
 * with hidden texts is read in part and says so; hidden parts without any text are nothing to speak of.
 */
const HIDDEN = { 'hidden-rows': 'rows', 'hidden-columns': 'columns' } as const;
const CELLS = {
  'formula-not-calculated': 'were saved without the value of their formula',
  'unknown-number-format': 'have a number format that is not understood',
} as const;
/** Positions named in a message; the rest is counted. */
const MOST_NAMED = 5;

export function hiddenReason(
  code: keyof typeof HIDDEN,
  sheet: string,
  positions: readonly number[],
): readonly StatusReason[] {
  if (positions.length === 0) return [];
  const label = code === 'hidden-rows' ? utils.encode_row : utils.encode_col;
  const named = listed(positions.toSorted((a, b) => a - b).map(label));
  return [{ code, message: `sheet ${sheet}: hidden ${HIDDEN[code]} ${named} hold texts that were left out` }];
}

export function hiddenSheetReason(sheet: string): StatusReason {
  return { code: 'hidden-sheet', message: `sheet ${sheet} is hidden and was left out` };
}

export function cellsReason(
  code: keyof typeof CELLS,
  sheet: string,
  cells: readonly SheetText[],
): readonly StatusReason[] {
  if (cells.length === 0) return [];
  return [
    { code, message: `sheet ${sheet}: cells ${listed(cells.map((cell) => utils.encode_cell(cell)))} ${CELLS[code]}` },
  ];
}

export function tooLargeReason(sheet: string, most: number): StatusReason {
  return {
    code: 'table-too-large',
    message: `sheet ${sheet}: a table has more than ${most} cells: only its beginning was read`,
  };
}

function listed(names: readonly string[]): string {
  const rest = names.length - MOST_NAMED;
  return names.slice(0, MOST_NAMED).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}
