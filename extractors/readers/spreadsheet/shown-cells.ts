import type { WorkSheet } from '@e965/xlsx';
import type { StatusReason } from '../../../schemas/index.ts';
import { positionOf, readMerges } from './merges.ts';
import { cellsReason, hiddenReason } from './reasons.ts';
import { readTexts } from './texts.ts';

/** A cell that shows a text, with the rows and columns it covers (counted from zero, as in the file). */
export interface ShownCell {
  readonly row: number;
  readonly column: number;
  readonly lastRow: number;
  readonly lastColumn: number;
  readonly text: string;
}

export interface SheetRow {
  readonly row: number;
  /** Blank rows stand between this row and what is above. */
  readonly afterGap: boolean;
  readonly cells: readonly ShownCell[];
}

export interface ShownSheet {
  readonly rows: readonly SheetRow[];
  readonly reasons: readonly StatusReason[];
}

/** What the sheet shows: rows with texts, merged cells over shown rows and columns. What it hides is left out and told. */
export function shownSheet(name: string, sheet: WorkSheet, date1904: boolean): ShownSheet {
  const isHiddenRow = (r: number): boolean => isHidden(sheet['!rows']?.[r]);
  const isHiddenColumn = (c: number): boolean => isHidden(sheet['!cols']?.[c]);
  const texts = readTexts(sheet, date1904);
  const merges = readMerges(sheet['!merges'] ?? [], texts.extent);
  const byRow = new Map<number, ShownCell[]>();
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  for (const { r, c, text } of texts.cells) {
    const position = positionOf(r, c);
    if (merges.covered.has(position)) continue;
    const { s: start, e: end } = merges.anchored.get(position) ?? { s: { r, c }, e: { r, c } };
    const row = firstShown(start.r, end.r, isHiddenRow);
    const column = firstShown(start.c, end.c, isHiddenColumn);
    if (row === null) hiddenRows.add(r);
    else if (column === null) hiddenColumns.add(c);
    else {
      const cells = byRow.get(row) ?? [];
      cells.push({ row, column, lastRow: end.r, lastColumn: end.c, text });
      byRow.set(row, cells);
    }
  }
  return {
    rows: inOrder(byRow, isHiddenRow),
    reasons: [
      ...hiddenReason('hidden-rows', name, [...hiddenRows]),
      ...hiddenReason('hidden-columns', name, [...hiddenColumns]),
      ...cellsReason('formula-not-calculated', name, texts.uncalculated),
      ...cellsReason('unknown-number-format', name, texts.unformatted),
    ],
  };
}

/** Hidden by its mark, or drawn without height or width. */
function isHidden(look: { hidden?: boolean; hpt?: number; width?: number | null } | undefined | null): boolean {
  return look !== undefined && look !== null && (look.hidden === true || look.hpt === 0 || look.width === 0);
}

function firstShown(first: number, last: number, isHiddenAt: (at: number) => boolean): number | null {
  for (let at = first; at <= last; at += 1) if (!isHiddenAt(at)) return at;
  return null;
}

function inOrder(byRow: ReadonlyMap<number, readonly ShownCell[]>, isHiddenRow: (r: number) => boolean): SheetRow[] {
  const rows: SheetRow[] = [];
  let reached = -1;
  for (const [row, cells] of [...byRow].sort(([a], [b]) => a - b)) {
    const afterGap = rows.length > 0 && firstShown(reached + 1, row - 1, isHiddenRow) !== null;
    rows.push({ row, afterGap, cells: cells.toSorted((a, b) => a.column - b.column) });
    reached = cells.reduce((last, cell) => Math.max(last, cell.lastRow), Math.max(reached, row));
  }
  return rows;
}
