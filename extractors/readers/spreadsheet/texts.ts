import type { CellObject, WorkSheet } from '@e965/xlsx';
import { type DisplayedText, displayedText } from './displayed-text.ts';

export interface SheetText {
  readonly r: number;
  readonly c: number;
  readonly text: string;
}

/** Last row and column that hold a text. */
export interface Extent {
  readonly lastRow: number;
  readonly lastColumn: number;
}

export interface SheetTexts {
  /** Row by row. */
  readonly cells: readonly SheetText[];
  readonly extent: Extent;
  readonly uncalculated: readonly SheetText[];
  readonly unformatted: readonly SheetText[];
}

/** The cells that show something, as displayed. */
export function readTexts(sheet: WorkSheet, date1904: boolean): SheetTexts {
  const cells: SheetText[] = [];
  const uncalculated: SheetText[] = [];
  const unformatted: SheetText[] = [];
  let [lastRow, lastColumn] = [-1, -1];
  const rows: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? [];
  for (let r = 0; r < rows.length; r += 1) {
    const row = rows[r] ?? [];
    for (let c = 0; c < row.length; c += 1) {
      const cell = row[c];
      if (cell === undefined || cell === null) continue;
      const shown: DisplayedText = displayedText(cell, date1904);
      if (shown.text.trim() === '') continue;
      const text = { r, c, text: shown.text };
      cells.push(text);
      if (shown.uncalculated) uncalculated.push(text);
      if (shown.unformatted) unformatted.push(text);
      lastRow = r;
      lastColumn = Math.max(lastColumn, c);
    }
  }
  return { cells, extent: { lastRow, lastColumn }, uncalculated, unformatted };
}
